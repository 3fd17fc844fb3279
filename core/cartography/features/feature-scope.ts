import type { IndexRange } from '../../county/area-range.ts';
import type { Area, County } from '../../county/county.ts';
import type { AreaLevel } from '../../county/kinds.ts';
import type { Bbox } from '../../geo/bbox.ts';
import type { AreaScope } from '../../indicators/area-scope.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import type { Language } from '../../texts/language.ts';

/** What every feature layer is built from: the county at a day, the area asked for and the reader's language. */
export interface FeatureScope {
  readonly context: IndicatorContext;
  readonly county: County;
  readonly ranges: AreaScope;
  readonly area: Area;
  readonly level: AreaLevel;
  readonly language: Language;
  /** Decimal places of degrees: 5 (1 m) at county level, 6 (0.1 m) below. */
  readonly decimals: number;
  /** Lines keep their own positions: on paper nobody counts bytes. */
  readonly isExact: boolean;
}

/**
 * The scope of an area.
 *
 * @throws {NotFoundError} `unknown_area`
 */
export function createFeatureScope(
  context: IndicatorContext,
  place: { readonly areaCode: string; readonly language: Language; readonly isExact?: boolean },
): FeatureScope {
  const ranges = context.scope(place.areaCode);
  const { area } = ranges;
  return {
    context,
    county: context.county,
    ranges,
    area,
    level: area.level,
    language: place.language,
    decimals: area.level === 'county' ? 5 : 6,
    isExact: place.isExact ?? false,
  };
}

/** Name in the reader's language; empty when there is none. */
export const nameIn = (
  language: Language,
  thing: { readonly name: string | null; readonly nameEn: string | null },
): string => (language === 'en' ? (thing.nameEn ?? thing.name) : thing.name) ?? '';

/** The entries of a list in a range, each with its index in the list. */
export const entriesOf = <Thing>(
  things: readonly Thing[],
  { start, end }: IndexRange,
): readonly (readonly [thing: Thing, index: number])[] =>
  things.slice(start, end).map((thing, i) => [thing, start + i] as const);

/** The box wider on all sides by a fraction of its larger side: what a frame around the area may show. */
export function padBbox(bbox: Bbox, fraction: number): Bbox {
  const pad = Math.max(bbox[2] - bbox[0], bbox[3] - bbox[1]) * fraction;
  return [bbox[0] - pad, bbox[1] - pad, bbox[2] + pad, bbox[3] + pad];
}

/** How far the frame shows what lies outside the area, as a fraction of the larger side of its box. */
export const FRAME_PADDING = 0.15;
