import { type IsoDate, lastDayOfMonth } from '#core/county/dates.ts';

/** The months `YYYY-MM` from first to last, both included. */
export function listMonths(first: string, last: string): string[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const months: string[] = [];
  for (let index = year * 12 + month - 1; ; index += 1) {
    const name = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    if (name > last) return months;
    months.push(name);
  }
}

/** A month on the slider means its last day, capped at the data date. */
export function monthToDate(month: string, dataDate: IsoDate): IsoDate {
  const lastDay = lastDayOfMonth(month);
  return lastDay < dataDate ? lastDay : dataDate;
}

/** The month `YYYY-MM` of a date. */
export const dateToMonth = (date: IsoDate): string => date.slice(0, 7);

/** The month a year earlier, or the first one there is. */
export function monthYearBefore(month: string, months: readonly string[]): string {
  const earlier = `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
  return months.includes(earlier) ? earlier : (months[0] ?? month);
}
