import type { IsoDate } from '../county/dates.ts';
import { computeFigure } from './compute.ts';
import type { IndicatorContext } from './context.ts';
import type { Figure } from './figure.ts';
import { lastDayOfPreviousMonth } from './recovered.ts';

/** The same figure at the end of the month before. */
export interface Trend {
  readonly asOf: IsoDate;
  readonly value: number | null;
  /** Now minus then, in the figure's unit; null where either is not known. */
  readonly change: number | null;
}

/** A headline figure at the end of the month before its own day. */
export function computeTrend(context: IndicatorContext, { code, area, value }: Figure): Trend {
  const asOf = lastDayOfPreviousMonth(context.asOf);
  const before = computeFigure(context.at(asOf), code, area, { parts: false }).value;
  return { asOf, value: before, change: value === null || before === null ? null : value - before };
}
