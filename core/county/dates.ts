/** A calendar date `YYYY-MM-DD` in Asia/Shanghai. */
export type IsoDate = string;

/** Days since 1970-01-01; the form in which dates are compared. */
export type DayNumber = number;

/** "It has not happened": later than every date. Fits an `Int32Array`. */
export const NEVER: DayNumber = 2_147_483_647;

const MILLISECONDS_PER_DAY = 86_400_000;

/** Whether a text is a real calendar date `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dayToDate(dateToDay(text)) === text;
}

/** Date to day number. The text must be a date (`isIsoDate`). */
export const dateToDay = (date: IsoDate): DayNumber =>
  Math.round(Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY);

/** Day number to date. */
export const dayToDate = (day: DayNumber): IsoDate => {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
};

/** Last day of the month `YYYY-MM`. */
export function lastDayOfMonth(month: string): IsoDate {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
