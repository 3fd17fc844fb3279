import { type DayNumber, dateToDay, dayToDate, type IsoDate } from '#core/county/dates.ts';
import type { CalendarStopRow } from '#core/county/things.ts';

/** "Today" of the sample. */
export const DATA_DATE: IsoDate = '2026-11-22';
export const DATA_DAY: DayNumber = dateToDay(DATA_DATE);
/** First and last day of the campaign. */
export const CAMPAIGN_START: IsoDate = '2024-01-01';
export const CAMPAIGN_DEADLINE: IsoDate = '2027-12-31';
/** The county's own survey at the beginning; earlier states are dated to it. */
export const BASE_DATE: IsoDate = '2023-12-31';

/** Spring Festival holidays of the campaign's years, from the eve on. */
const SPRING_FESTIVALS: readonly (readonly [from: IsoDate, to: IsoDate])[] = [
  ['2024-02-09', '2024-02-17'],
  ['2025-01-28', '2025-02-04'],
  ['2026-02-16', '2026-02-23'],
  ['2027-02-05', '2027-02-12'],
];

/** Stops of works: rain in June and July in parts, frost in December and January, Spring Festival. */
export function createCalendarStops(): CalendarStopRow[] {
  const rows: Omit<CalendarStopRow, 'code'>[] = [];
  for (const [i, year] of [2024, 2025, 2026, 2027].entries()) {
    rows.push({ from: `${year}-01-04`, to: `${year}-01-20`, reason: '冬季冰冻停工' });
    const festival = SPRING_FESTIVALS[i];
    if (festival) rows.push({ from: festival[0], to: festival[1], reason: '春节假期' });
    rows.push({ from: `${year}-06-11`, to: `${year}-06-24`, reason: '主汛期强降雨停工' });
    rows.push({ from: `${year}-07-01`, to: `${year}-07-12`, reason: '主汛期强降雨停工' });
    rows.push({ from: `${year}-10-01`, to: `${year}-10-07`, reason: '国庆假期' });
    rows.push({ from: `${year}-12-20`, to: `${year}-12-31`, reason: '冬季冰冻停工' });
  }
  return rows.map((row, i) => ({ code: `CAL${String(i + 1).padStart(3, '0')}`, ...row }));
}

const stopDays = new Set<DayNumber>();
for (const { from, to } of createCalendarStops()) {
  for (let day = dateToDay(from); day <= dateToDay(to); day++) stopDays.add(day);
}

/** Whether works stand still on a day: a stop of the calendar or a Sunday. */
export const isStopped = (day: DayNumber): boolean => stopDays.has(day) || (((day + 4) % 7) + 7) % 7 === 0;

/** The day itself or the next on which works go on, at most `latest`. */
export function nextWorkingDay(day: DayNumber, latest: DayNumber = DATA_DAY): DayNumber {
  let next = day;
  while (isStopped(next)) next++;
  if (next <= latest) return next;
  next = latest;
  while (isStopped(next)) next--;
  return next;
}

/** Dates of the works. */
export const workingDate = (day: DayNumber, latest: DayNumber = DATA_DAY): IsoDate =>
  dayToDate(nextWorkingDay(day, latest));
