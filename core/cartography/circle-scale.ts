import type { County } from '../county/county.ts';
import { NO_CODE } from '../county/county-state.ts';
import type { AreaLevel } from '../county/kinds.ts';

/** Radius in pixels of the county's largest circle at the map's zoom, by level of the map. */
const LARGEST_RADIUS: Readonly<Record<AreaLevel, number>> = { county: 17, town: 30, village: 30 };

/** Digits of a village code. */
const VILLAGE_DIGITS = 12;

interface Largest {
  readonly village: number;
  readonly settlement: number;
}

const largest = new WeakMap<County, Largest>();

/**
 * Radius of the circle of one household, so that areas are proportional and the county's largest circle has a given radius. The same at
 * every date and for every town of a county, so that maps can be compared.
 */
export const getCircleScale = (county: County, level: AreaLevel): number =>
  LARGEST_RADIUS[level] / Math.sqrt(getLargest(county, level));

/** Three round numbers of households for the legend, largest first, none above the largest circle. */
export function listCircleSizes(county: County, level: AreaLevel): readonly number[] {
  const most = getLargest(county, level);
  return [...new Set([1, 4, 20].map((part) => roundDown(most / part)))].filter((size) => size > 0);
}

/** Largest of the form 1, 2 or 5 x 10^n that is not more than a value of at least 1; else 1. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const [step] = [5, 2, 1].filter((digit) => digit * power <= value);
  return (step ?? 1) * power;
}

/** Most target households, ever identified, of a village (county maps) or a settlement; at least 1. */
function getLargest(county: County, level: AreaLevel): number {
  let known = largest.get(county);
  if (!known) {
    known = { village: countMost(county, VILLAGE_DIGITS), settlement: countMost(county, null) };
    largest.set(county, known);
  }
  return level === 'county' ? known.village : known.settlement;
}

/** @param digits how much of the settlement's village code makes a group; null = each settlement for itself */
function countMost({ households, settlements }: County, digits: number | null): number {
  const counts = new Map<string, number>();
  for (let i = 0; i < households.count; i++) {
    if (households.category[i] === NO_CODE) continue;
    const settlement = settlements[households.settlement[i] ?? -1];
    const key = digits === null ? settlement?.code : settlement?.villageCode.slice(0, digits);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()].reduce((most, count) => Math.max(most, count), 1);
}
