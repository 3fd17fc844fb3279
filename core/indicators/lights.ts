import { dateToDay } from '../county/dates.ts';
import type { IndicatorContext } from './context.ts';
import type { IndicatorDefinition } from './definition.ts';
import type { Figure, FigureReason, FigureTarget, Light } from './figure.ts';
import { type Assessed, findTarget } from './planned-value.ts';

/** What a measure looks like against its plan. */
export type Assessment = Pick<Figure, 'target' | 'light' | 'lag' | 'dueSoon' | 'reason'>;

/** Below this a lag is noise of floating point. */
const LAG_TOLERANCE = 1e-9;

/**
 * Light of a figure (domain.md section 5, "Lights"): green when at least planned, yellow behind by at most the threshold, red beyond or
 * overdue, grey with the reason when there is nothing to hold it against.
 */
export function assess(context: IndicatorContext, assessed: Assessed): Assessment {
  const { definition, measure } = assessed;
  if (measure.value === null) return greyBecause(measure.reason);
  const target = findTarget(context, assessed);
  if (target === null) return greyBecause('no_target');
  if (definition.betterDirection === 'none') return greyBecause('no_target', target);
  if (target.plannedNow === null && target.basis !== 'target') return greyBecause('not_started', target);
  return colour(context, definition, measure.value, target);
}

/** No colour, and why. */
const greyBecause = (reason: FigureReason | null, target: FigureTarget | null = null): Assessment => ({
  target,
  light: 'grey',
  lag: null,
  dueSoon: false,
  reason,
});

function colour(
  { county, asOf, day }: IndicatorContext,
  { betterDirection, unit }: IndicatorDefinition,
  value: number,
  target: FigureTarget,
): Assessment {
  const direction = betterDirection === 'down' ? -1 : 1;
  const lag = direction * ((target.plannedNow ?? target.value) - value);
  const isMet = direction * (target.value - value) <= LAG_TOLERANCE;
  const { deadline } = target;
  const daysLeft = deadline === null ? Number.POSITIVE_INFINITY : dateToDay(deadline) - day;
  // 5 points of a rate; of a count the same share of its target; a target alone is met or not
  const scale = unit === 'ratio' ? 1 : Math.abs(target.value);
  const yellow = target.basis === 'target' ? 0 : county.settings.yellowLag * scale;
  const isOverdue = deadline !== null && asOf > deadline && !isMet;
  return {
    target,
    light: isOverdue ? 'red' : lightOf(lag, yellow),
    lag,
    dueSoon: !isMet && daysLeft >= 0 && daysLeft <= county.settings.dueSoonDays,
    reason: null,
  };
}

function lightOf(lag: number, yellow: number): Light {
  if (lag <= LAG_TOLERANCE) return 'green';
  return lag <= yellow + LAG_TOLERANCE ? 'yellow' : 'red';
}
