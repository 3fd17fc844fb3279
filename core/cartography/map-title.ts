import type { Area, County } from '../county/county.ts';
import type { MapKind } from '../county/kinds.ts';
import type { Language } from '../texts/language.ts';
import { hasText, text } from '../texts/text.ts';
import { nameIn } from './features/feature-scope.ts';

/** Full name of an area with all above it: 青岭县云台镇石坪村; in English the smallest first. */
export function createUnitName(county: County, area: Area, language: Language): string {
  const names: string[] = [];
  const byCode = new Map(county.areas.map((each) => [each.code, each]));
  for (let at: Area | undefined = area; at; at = at.parentCode === null ? undefined : byCode.get(at.parentCode)) {
    names.push(nameIn(language, at));
  }
  return joinUnitName(language, names.reverse());
}

/** The full name of an area of the names of all above it and its own, the county first. */
export const joinUnitName = (language: Language, names: readonly string[]): string =>
  (language === 'zh' ? names : names.toReversed()).join(text(language, 'maps', 'unit_joiner'));

/** Full title of a map: unit, the campaign's prefix where its word set has one, name of the map. */
export function createMapTitle(county: County, input: { area: Area; map: MapKind; language: Language }): string {
  const { area, map, language } = input;
  const prefixKey = `title_prefix_${county.campaign.targetWordSet}`;
  return text(language, 'maps', 'title', {
    unit: createUnitName(county, area, language),
    prefix: hasText('maps', prefixKey) ? text(language, 'maps', prefixKey) : '',
    map: text(language, 'maps', `title_${map}`),
  });
}
