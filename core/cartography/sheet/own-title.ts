import type { Area, County } from '../../county/county.ts';
import type { MapKind } from '../../county/kinds.ts';
import type { Language } from '../../texts/language.ts';
import { fillText, text } from '../../texts/text.ts';
import { createUnitName } from '../map-title.ts';

/** What stands in an own title for the area, so that it fits many sheets. */
export const AREA_IN_TITLE = '{area}';

/** Whether an own title is one for many sheets: it names the area of each. */
export const isTitleForMany = (title: string): boolean => title.includes(AREA_IN_TITLE);

/** An own title with `{area}` as the area's full name and `{map}` as the map's. */
export const fillOwnTitle = (
  title: string,
  { county, area, map, language }: { county: County; area: Area; map: MapKind; language: Language },
): string => fillTitleOf(title, { unit: createUnitName(county, area, language), map, language });

/** An own title for the unit of the full name that is given. */
export const fillTitleOf = (
  title: string,
  { unit, map, language }: { readonly unit: string; readonly map: MapKind; readonly language: Language },
): string => fillText(title, { area: unit, map: text(language, 'maps', `title_${map}`) });
