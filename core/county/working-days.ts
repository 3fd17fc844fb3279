import type { DayNumber } from './dates.ts';
import { dateToDay } from './dates.ts';
import type { CalendarStopRow } from './things.ts';

/** Answers how many working days lie between two days. */
export interface WorkingCalendar {
  /**
   * Working days after `from` up to and including `to`: the day itself is used up, the deadline still counts. 0 when `to` is not later.
   */
  countBetween(from: DayNumber, to: DayNumber): number;
}

/**
 * Working calendar of a county: every day works except the stops of its editable calendar (rain, winter, holidays; domain.md section 5).
 * Stops may overlap; a day is stopped once.
 */
export function createWorkingCalendar(stops: readonly Pick<CalendarStopRow, 'from' | 'to'>[]): WorkingCalendar {
  const merged = mergeStops(stops);
  return {
    countBetween(from, to) {
      if (to <= from) return 0;
      let days = to - from;
      for (const stop of merged) {
        const first = Math.max(stop.first, from + 1);
        const last = Math.min(stop.last, to);
        if (last >= first) days -= last - first + 1;
      }
      return days;
    },
  };
}

/** Stops as day ranges (both ends inclusive), ascending, overlapping ones joined. */
function mergeStops(
  stops: readonly Pick<CalendarStopRow, 'from' | 'to'>[],
): readonly { first: number; last: number }[] {
  const ranges = stops
    .map(({ from, to }) => ({ first: dateToDay(from), last: dateToDay(to) }))
    .filter(({ first, last }) => last >= first)
    .sort((a, b) => a.first - b.first);
  const merged: { first: number; last: number }[] = [];
  for (const range of ranges) {
    const previous = merged.at(-1);
    if (previous && range.first <= previous.last + 1) previous.last = Math.max(previous.last, range.last);
    else merged.push({ ...range });
  }
  return merged;
}
