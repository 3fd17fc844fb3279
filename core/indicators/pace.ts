import { dateToDay, type IsoDate } from '../county/dates.ts';
import type { IndicatorContext } from './context.ts';
import type { Figure } from './figure.ts';
import { INDICATORS } from './register.ts';

/** What is left of the way to a target. */
export interface Pace {
  /** Always positive, in the figure's unit. */
  readonly remaining: number;
  /** By the county's calendar, from the day after the figure's to the deadline. */
  readonly workingDays: number;
  /** Null when no working day is left. */
  readonly perDay: number | null;
  readonly deadline: IsoDate;
}

/**
 * The pace that a figure still needs from its own day to reach its target by the deadline; null without a target, a deadline or a gap.
 *
 * @param context of any day of the county: a figure of an earlier day is told beside one of today
 */
export function computePace(
  { index }: Pick<IndicatorContext, 'index'>,
  { code, value, target, asOf }: Pick<Figure, 'code' | 'value' | 'target' | 'asOf'>,
): Pace | null {
  if (value === null || target === null || target.deadline === null) return null;
  const { betterDirection } = INDICATORS[code];
  if (betterDirection === 'none') return null;
  const remaining = betterDirection === 'down' ? value - target.value : target.value - value;
  if (remaining <= 0) return null;
  const workingDays = index.calendar.countBetween(dateToDay(asOf), dateToDay(target.deadline));
  return {
    remaining,
    workingDays,
    perDay: workingDays === 0 ? null : remaining / workingDays,
    deadline: target.deadline,
  };
}
