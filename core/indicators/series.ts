import { type IsoDate, lastDayOfMonth } from '../county/dates.ts';
import { InvalidInputError } from '../errors.ts';
import { computeFigure } from './compute.ts';
import type { IndicatorContext } from './context.ts';
import type { FigureUnit, IndicatorCode } from './figure.ts';
import { INDICATORS } from './register.ts';

/** A month of a series: the figure at its last day (capped at the data date) beside the planned value at that day. */
export interface SeriesPoint {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly asOf: IsoDate;
  readonly value: number | null;
  readonly planned: number | null;
}

/** Months of a series, both inclusive; by default from the campaign's start to the context's day. */
export interface SeriesRange {
  readonly from?: string;
  readonly to?: string;
}

/** Longest series: ten years. */
const MOST_MONTHS = 120;

/**
 * A headline figure month by month. Months after the context's day are left out.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `invalid_month_range`
 */
export function computeSeries(
  context: IndicatorContext,
  code: IndicatorCode,
  areaCode: string,
  range: SeriesRange = {},
): { readonly unit: FigureUnit; readonly points: readonly SeriesPoint[] } {
  const from = range.from ?? context.county.campaign.startsOn.slice(0, 7);
  const lastMonth = context.asOf.slice(0, 7);
  const to = range.to === undefined || range.to > lastMonth ? lastMonth : range.to;
  const points = listMonths(from, to).map((month): SeriesPoint => {
    const end = lastDayOfMonth(month);
    const asOf = end > context.asOf ? context.asOf : end;
    const figure = computeFigure(asOf === context.asOf ? context : context.at(asOf), code, areaCode, { parts: false });
    return { month, asOf, value: figure.value, planned: figure.target?.plannedNow ?? null };
  });
  return { unit: INDICATORS[code].unit, points };
}

/** Months from `from` to `to`, both inclusive; none when `to` is earlier. */
export function listMonths(from: string, to: string): readonly string[] {
  const first = monthNumber(from);
  const count = Math.max(0, monthNumber(to) - first + 1);
  if (count > MOST_MONTHS) {
    throw new InvalidInputError('invalid_month_range', `Got ${count} months when expected at most ${MOST_MONTHS}`, {
      from,
      to,
      most: MOST_MONTHS,
    });
  }
  return Array.from({ length: count }, (_, i) => {
    const number = first + i;
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}

function monthNumber(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}
