import { type DayNumber, dateToDay, type IsoDate } from '#core/county/dates.ts';
import { isStopped } from './calendar.ts';

/** Share of the year's work that is usually done in each month: slow in frost and rain, fast in spring and autumn. */
const MONTH_WEIGHTS = [0.35, 0.35, 1.0, 1.3, 1.25, 0.6, 0.5, 1.0, 1.35, 1.5, 1.35, 0.7];

/**
 * Spreads `count` happenings over a period: slow at first and at the end, standing still when the calendar does.
 *
 * @returns ascending days
 */
export function spreadOverPeriod(count: number, from: IsoDate, to: IsoDate): DayNumber[] {
  const first = dateToDay(from);
  const last = dateToDay(to);
  const weights: number[] = [];
  let total = 0;
  for (let day = first; day <= last; day++) {
    const t = (day - first + 0.5) / (last - first + 1);
    const month = new Date(day * 86_400_000).getUTCMonth();
    // derivative of the smooth step 3 t^2 - 2 t^3, never quite nought
    const weight = isStopped(day) ? 0 : (0.25 + 6 * t * (1 - t)) * (MONTH_WEIGHTS[month] ?? 1);
    weights.push(weight);
    total += weight;
  }
  const days: DayNumber[] = [];
  let reached = 0;
  for (const [i, weight] of weights.entries()) {
    reached += weight;
    while (days.length < count && (days.length + 0.5) / count <= reached / total) days.push(first + i);
  }
  while (days.length < count) days.push(last);
  return days;
}

/** Planned share done at the end of a month of the same curve between two dates, 0 to 1. */
export function plannedShare(month: string, from: IsoDate, to: IsoDate): number {
  const first = dateToDay(from);
  const last = dateToDay(to);
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const end = Math.round(Date.UTC(year, number, 0) / 86_400_000);
  const t = Math.min(1, Math.max(0, (end - first + 1) / (last - first + 1)));
  return 0.25 * t + 0.75 * t * t * (3 - 2 * t);
}
