import type { HouseholdColumns } from '../county/county.ts';
import { NO_CODE } from '../county/county-state.ts';
import { NEVER } from '../county/dates.ts';

/**
 * Whether a household is a target by a day: it has a category and was identified by then. One without such an event stands on the base
 * list and has been a target from the start. Removal of the risk does not take it off: P5 needs all that were ever identified.
 */
export function isTargetAt({ category, eventDay }: HouseholdColumns, household: number, day: number): boolean {
  if (category[household] === NO_CODE) return false;
  const identified = eventDay.identified[household] ?? NEVER;
  return identified === NEVER || identified <= day;
}
