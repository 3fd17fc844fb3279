import { dayToDate, type IsoDate, isIsoDate, lastDayOfMonth } from '../county/dates.ts';
import { breaks, type CellRead, plainText, readAs } from './read-cell.ts';
import type { SourceCell } from './source-table.ts';
import {
  BEFORE_SIGN,
  CHINESE_DATE,
  CHINESE_DIGITS,
  DATE_PATTERNS,
  ENGLISH_MONTHS,
  PARTS_OF_MONTH,
  PARTS_OF_YEAR,
  TENS,
} from './words/value-words.ts';

/** How dates of a table are meant. */
export interface DateReading {
  readonly asOf: IsoDate;
  /** Serial numbers count from 1904. */
  readonly from1904: boolean;
  /** A month without a day means its first day; by default its last, as a month on the slider does. */
  readonly firstDay?: boolean;
}

/** Years that a ledger speaks of; others are slips. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const EXPECTED = '2026-11-22, 2026.11.22, 20261122';

/** 1970-01-01 as a serial number of a spreadsheet that counts from 1900, and from 1904. @see ECMA-376 part 1, 18.17.4.1 */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

/**
 * A date: `2020.7.1`, `2020/7/1`, `2020年7月1日`, `20200701`, `20.7.1`, 1 Jul 2020, the serial number of a spreadsheet. A month means its last day, or the
 * ledger's own date when that lies in it; the day is noted as not told. What could be two dates (`1/7/2020`, 2020.1 as a number) is none.
 */
export function readDate(cell: SourceCell, reading: DateReading): CellRead {
  if (typeof cell === 'number') return readNumber(cell, reading) ?? breaks('date_unreadable', EXPECTED);
  if (typeof cell === 'boolean') return breaks('date_unreadable', EXPECTED);
  const text = spellDigits(plainText(cell)).replace(BEFORE_SIGN, '');
  return readText(text, reading) ?? breaks('date_unreadable', EXPECTED);
}

/** A date that stands somewhere in a longer text, such as 已于2025年6月入住; undefined when there is none or more than one. */
export function findDateInside(text: string, reading: DateReading): CellRead | undefined {
  const spelt = spellDigits(text);
  const full = [...spelt.matchAll(DATE_PATTERNS.inside)];
  if (full.length > 1) return undefined;
  if (full[0]) {
    const date = dateOf(full[0].slice(1));
    return date === null ? undefined : readAs(date, 'date_inside');
  }
  const months = [...spelt.matchAll(DATE_PATTERNS.monthInside)];
  return months.length === 1 && months[0] ? readMonth(months[0][1] ?? '', months[0][2] ?? '', reading) : undefined;
}

function readText(text: string, reading: DateReading): CellRead | undefined {
  const full = DATE_PATTERNS.full.exec(text);
  if (full) return known(dateOf(full.slice(1, 4)));
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/i.test(text))
    return known(dateOf(text.slice(0, 10).split('-')));
  if (/^\d+(?:\.0+)?$/.test(text)) return readNumber(Number(text), reading);
  const month = DATE_PATTERNS.month.exec(text);
  if (month) return readMonth(month[1] ?? '', month[2] ?? '', reading);
  const part = DATE_PATTERNS.partOfMonth.exec(text);
  if (part) return readPartOfMonth(part, reading);
  const partOfYear = DATE_PATTERNS.partOfYear.exec(text);
  if (partOfYear) return readPartOfYear(partOfYear[1] ?? '', partOfYear[2] ?? '', reading);
  const year = DATE_PATTERNS.year.exec(text);
  if (year) return readYear(Number(year[1]), reading);
  if (/^\d+(?:\.\d+)?$/.test(text)) return readNumber(Number(text), reading);
  const short = DATE_PATTERNS.short.exec(text);
  if (short)
    return known(
      dateOf([`${Number(short[1]) <= 60 ? 20 : 19}${short[1]}`, short[2] ?? '', short[3] ?? '']),
      'two_digit_year',
    );
  const dayFirst = DATE_PATTERNS.dayFirst.exec(text);
  return dayFirst ? readDayOrMonthFirst(dayFirst) : readEnglish(text);
}

/** A number: year, year and month, eight digits, or a serial number. */
function readNumber(number: number, reading: DateReading): CellRead | undefined {
  const whole = Math.trunc(number);
  const digits = String(whole);
  if (number !== whole && whole >= FIRST_YEAR && whole <= LAST_YEAR) {
    // 2020.1 was 2020.1 or 2020.10 before a spreadsheet made a number of it
    const month = String(number).split('.')[1] ?? '';
    return month === '1' ? undefined : readMonth(digits, month, reading);
  }
  if (digits.length === 8) return known(dateOf([digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]));
  if (digits.length === 6 && whole > 190_000) return readMonth(digits.slice(0, 4), digits.slice(4), reading);
  if (whole >= 1949 && whole <= LAST_YEAR) return readYear(whole, reading);
  return known(serialToDate(whole, reading.from1904));
}

/** The date of a serial number; null for the 29 February 1900 that never was and for what no ledger speaks of. */
export function serialToDate(serial: number, from1904: boolean): IsoDate | null {
  if (serial < 1 || (!from1904 && serial === 60)) return null;
  const shift = !from1904 && serial < 60 ? 1 : 0;
  return checkYear(dayToDate(serial + shift - (from1904 ? EPOCH_1904 : EPOCH_1900)));
}

function readMonth(year: string, month: string, { asOf, firstDay }: DateReading): CellRead | undefined {
  if (month.length > 2 || Number(month) < 1 || Number(month) > 12) return undefined;
  const name = `${year}-${month.padStart(2, '0')}`;
  const last = lastDayOfMonth(name);
  if (checkYear(last) === null) return undefined;
  if (firstDay) return readAs(`${name}-01`, 'month_only');
  return readAs(asOf.startsWith(name) ? asOf : last, 'month_only');
}

function readPartOfMonth(
  [, year = '', month = '', part = '']: RegExpExecArray,
  reading: DateReading,
): CellRead | undefined {
  const day = PARTS_OF_MONTH[part];
  return day === undefined || day === 0
    ? readMonth(year, month, reading)
    : known(dateOf([year, month, String(day)]), 'month_only');
}

/** A quarter or a half of a year: its last day, or its first where a thing starts. */
function readPartOfYear(year: string, part: string, reading: DateReading): CellRead | undefined {
  const months = PARTS_OF_YEAR[part.slice(-3)];
  return months && readMonth(year, months[reading.firstDay ? 0 : 1], reading);
}

function readYear(year: number, { asOf, firstDay }: DateReading): CellRead | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  if (firstDay) return readAs(`${year}-01-01`, 'year_only');
  return readAs(asOf.startsWith(`${year}-`) ? asOf : `${year}-12-31`, 'year_only');
}

/** `13/7/2020` and `7/13/2020` are one date; `1/7/2020` could be two. */
function readDayOrMonthFirst([, first = '', second = '', year = '']: RegExpExecArray): CellRead | undefined {
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 || a === b) return known(dateOf([year, second, first]));
  return b > 12 ? known(dateOf([year, first, second])) : undefined;
}

/** `1 Jul 2020`, `Jul 1, 2020`, `1-Jul-20`. */
function readEnglish(text: string): CellRead | undefined {
  const dayFirst = /^(\d{1,2})[\s-]([A-Za-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})$/.exec(text);
  const monthFirst = /^([A-Za-z]{3,9})\.?\s(\d{1,2}),?\s(\d{4})$/.exec(text);
  const [day, name, year] = dayFirst
    ? dayFirst.slice(1)
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : [];
  const month = (ENGLISH_MONTHS as readonly string[]).indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
  if (month === 0 || year === undefined || day === undefined) return undefined;
  return year.length === 2
    ? known(dateOf([`20${year}`, String(month), day]), 'two_digit_year')
    : known(dateOf([year, String(month), day]));
}

/** Chinese digits as figures, in texts that look like dates: 二〇二〇年七月十五日. */
function spellDigits(text: string): string {
  if (/\d/.test(text) || !CHINESE_DATE.test(text)) return text;
  const tens = TENS.reduce((spelt, [pattern, digits]) => spelt.replaceAll(pattern, digits), text);
  return tens.replaceAll(/./gu, (one) => CHINESE_DIGITS[one] ?? one);
}

/** Year, month and day as a date; null when there is no such day. */
function dateOf([year = '', month = '', day = '']: readonly string[]): IsoDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? checkYear(date) : null;
}

function checkYear(date: IsoDate): IsoDate | null {
  const year = Number(date.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? date : null;
}

const known = (date: IsoDate | null, note?: 'two_digit_year' | 'month_only'): CellRead | undefined =>
  date === null ? undefined : readAs(date, note);
