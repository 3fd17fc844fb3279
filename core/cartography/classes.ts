/**
 * Upper bounds of the first four of five classes of the share of target people; the fifth is open. Rounded and
 * doubling, because shares are spread that way; the same for every county.
 */
export const SHARE_BREAKS = [0.05, 0.1, 0.2, 0.4] as const;

/** Class of a share of target people: `1` (lowest) to `5`, or `none` where the share is not applicable. A bound belongs to the class above. */
export function classifyShare(share: number | null): string {
  if (share === null) return 'none';
  return String(1 + SHARE_BREAKS.filter((bound) => share >= bound).length);
}

/** Number of steps of the year scale. */
const YEAR_STEPS = 4;

/**
 * First years of the steps of a programme: one year each; when the campaign runs longer the last step holds the rest.
 *
 * @param firstYear year in which the campaign starts
 * @param lastYear year of its deadline
 */
export function listYearSteps(firstYear: number, lastYear: number): readonly number[] {
  const count = Math.max(1, Math.min(YEAR_STEPS, lastYear - firstYear + 1));
  return Array.from({ length: count }, (_, i) => firstYear + i);
}

/** Class of a planned year: `1` to `4`, earlier years in the first, later ones in the last; `none` without a year. */
export function classifyYear(year: number | null, steps: readonly number[]): string {
  if (year === null || year === 0) return 'none';
  const step = steps.filter((first) => year >= first).length;
  return String(Math.max(1, step));
}
