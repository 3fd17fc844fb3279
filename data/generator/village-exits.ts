import { dayToDate, type IsoDate } from '#core/county/dates.ts';
import { DATA_DAY } from './calendar.ts';
import { spreadOverPeriod } from './pace.ts';
import { createRandom } from './random.ts';

/** When a priority village is to leave, and the day it did. */
export interface VillageExit {
  readonly year: number;
  /** `null` = not yet. */
  readonly on: IsoDate | null;
}

/** Priority villages that are to leave in each year of the campaign: 147 in all. */
const PLANNED_EXITS: readonly (readonly [year: number, villages: number])[] = [
  [2024, 30],
  [2025, 30],
  [2026, 40],
  [2027, 47],
];
/** Of the exits planned for 2026, those that were confirmed by the data date. */
const EXITS_DONE_IN_2026 = 24;

/**
 * The remoter villages are priority villages; the easier of them leave first.
 *
 * @param remoteness mean remoteness of each village
 * @returns by village; undefined = not a priority village
 */
export function planExits(seed: number, remoteness: readonly number[]): (VillageExit | undefined)[] {
  const random = createRandom(seed, 'exits');
  const order = remoteness
    .map((remote, village) => ({ village, key: remote + 0.35 * random.next() }))
    .sort((a, b) => b.key - a.key);
  const priority = order
    .slice(
      0,
      PLANNED_EXITS.reduce((sum, [, count]) => sum + count, 0),
    )
    .reverse();
  const exits: (VillageExit | undefined)[] = remoteness.map(() => undefined);
  let next = 0;
  for (const [year, count] of PLANNED_EXITS) {
    // exits are confirmed in the last quarter; a few slip into the next spring
    const days = spreadOverPeriod(count, `${year}-09-01`, year === 2024 ? `${year}-12-18` : `${year + 1}-04-30`);
    for (const [i, { village }] of priority.slice(next, next + count).entries()) {
      const day = days[i] as number;
      const isDone = year < 2026 || (year === 2026 && i < EXITS_DONE_IN_2026);
      const capped = year === 2026 ? Math.min(day, DATA_DAY - 2) : day;
      exits[village] = { year, on: isDone ? dayToDate(capped) : null };
    }
    next += count;
  }
  return exits;
}
