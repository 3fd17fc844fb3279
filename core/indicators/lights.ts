import { dateToDay, dayToDate, type IsoDate } from '../county/dates.ts';
import type { AreaScope } from './area-scope.ts';
import type { IndicatorContext } from './context.ts';
import type { IndicatorDefinition, PartSpec, Period } from './definition.ts';
import type { Figure, FigureReason, FigureTarget, Light } from './figure.ts';
import { findPart, type Measure, measurePart } from './measure.ts';
import { findPlannedValue, type PlannedValue } from './schedule.ts';

/** What a measure looks like against its plan. */
export type Assessment = Pick<Figure, 'target' | 'light' | 'lag' | 'dueSoon' | 'reason'>;

/** Below this a lag is noise of floating point. */
const LAG_TOLERANCE = 1e-9;

/** What is assessed: a part of an indicator in an area, with its sums. */
export interface Assessed {
  readonly definition: IndicatorDefinition;
  readonly scope: AreaScope;
  readonly part: PartSpec;
  readonly measure: Measure;
}

/**
 * Light of a figure (domain.md section 5, "Lights"): against the published schedule, else linear over working days between start and
 * deadline, else against the target alone. Grey says why.
 */
export function assess(context: IndicatorContext, assessed: Assessed): Assessment {
  const { definition, part, measure } = assessed;
  if (measure.value === null) return grey(measure.reason);
  const { campaign } = context.county;
  const period = part.period ?? campaign;
  const isTargeted = part.part === null || part.targeted === true;
  const planned = findPlan(context, assessed, period, isTargeted);
  if (planned === null) return grey('no_target');
  const target: FigureTarget = { ...planned, deadline: period.deadline };
  if (definition.betterDirection === 'none') return { ...grey('no_target'), target };
  if (target.plannedNow === null && target.basis !== 'target') return { ...grey('not_started'), target };
  return colour(context, definition, measure.value, target);
}

const grey = (reason: FigureReason | null): Assessment => ({
  target: null,
  light: 'grey',
  lag: null,
  dueSoon: false,
  reason,
});

/** What the figure should be: from the schedule, from planned years in the data, on a straight line, or just the target. */
function findPlan(
  context: IndicatorContext,
  assessed: Assessed,
  period: Period,
  isTargeted: boolean,
): PlannedValue | null {
  const { definition, part, scope } = assessed;
  const targetValue = isTargeted && definition.target.kind === 'value' ? definition.target.value : null;
  const scheduled = findPlannedValue(context, definition, part, scope.code);
  if (scheduled) return { ...scheduled, value: targetValue ?? scheduled.value };
  if (targetValue === null) return null;
  if (definition.withoutSchedule === 'target') return { value: targetValue, plannedNow: null, basis: 'target' };
  if (context.plan === null) return null;
  if (part.plannedNow != null) return { value: targetValue, plannedNow: part.plannedNow, basis: 'schedule' };
  return { value: targetValue, plannedNow: findLinear(context, assessed, period, targetValue), basis: 'linear' };
}

/**
 * Planned value on a straight line over working days (按时间均摊), from what the figure was at the start to its target; null before the
 * start, the target after the deadline.
 */
function findLinear(context: IndicatorContext, assessed: Assessed, period: Period, target: number): number | null {
  const start = dateToDay(period.startsOn);
  const deadline = dateToDay(period.deadline);
  if (context.day < start) return null;
  const { calendar } = context.index;
  const total = calendar.countBetween(start, deadline);
  const elapsed = calendar.countBetween(start, Math.min(context.day, deadline));
  const base = findBase(context, assessed, period.startsOn);
  return total === 0 ? target : base + ((target - base) * elapsed) / total;
}

const bases = new WeakMap<IndicatorContext, Map<string, number>>();

/** The figure at the start of its period; 0 where it had no denominator yet. Remembered with the context of that day. */
function findBase(context: IndicatorContext, { definition, scope, part }: Assessed, startsOn: IsoDate): number {
  const start = context.at(startsOn);
  const known = remembered(bases, start);
  const key = `${definition.code} ${scope.code} ${part.part}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = findPart(definition.groups(start, start.scope(scope.code)), part.part);
  const base = (found && measurePart(found.source, found.spec).value) ?? 0;
  known.set(key, base);
  return base;
}

function remembered<Value>(
  store: WeakMap<IndicatorContext, Map<string, Value>>,
  context: IndicatorContext,
): Map<string, Value> {
  const known = store.get(context) ?? new Map<string, Value>();
  store.set(context, known);
  return known;
}

function colour(
  { county, asOf, day }: IndicatorContext,
  { betterDirection, unit }: IndicatorDefinition,
  value: number,
  target: FigureTarget,
): Assessment {
  const direction = betterDirection === 'down' ? -1 : 1;
  const lag = direction * ((target.plannedNow ?? target.value) - value);
  const isMet = direction * (target.value - value) <= LAG_TOLERANCE;
  const isOverdue = target.deadline !== null && asOf > target.deadline && !isMet;
  const daysLeft = target.deadline === null ? Number.POSITIVE_INFINITY : dateToDay(target.deadline) - day;
  // 5 points of a rate; of a count the same share of its target
  const yellow = county.settings.yellowLag * (unit === 'ratio' ? 1 : Math.abs(target.value));
  const dueSoon = !isMet && daysLeft >= 0 && daysLeft <= county.settings.dueSoonDays;
  const light = lightOf({ lag, isOverdue, yellow: target.basis === 'target' ? 0 : yellow });
  return { target, light, lag, dueSoon, reason: null };
}

function lightOf({ lag, isOverdue, yellow }: { lag: number; isOverdue: boolean; yellow: number }): Light {
  if (isOverdue) return 'red';
  if (lag <= LAG_TOLERANCE) return 'green';
  return lag <= yellow + LAG_TOLERANCE ? 'yellow' : 'red';
}

const pastLights = new WeakMap<IndicatorContext, Map<string, Light>>();

/**
 * Whether a headline that is green now was red at one of the last two month ends: a red made up carries its mark through the end of the
 * month after the one in which it was made up. Looks at month ends only.
 */
export function hasRecovered(context: IndicatorContext, definition: IndicatorDefinition, areaCode: string): boolean {
  const [first, second] = previousMonthEnds(context.asOf);
  return [first, second].some((date) => lightAt(context.at(date), definition, areaCode) === 'red');
}

/** Last days of the two months before the month of a date. */
function previousMonthEnds(asOf: IsoDate): readonly [IsoDate, IsoDate] {
  const first = dayToDate(dateToDay(`${asOf.slice(0, 7)}-01`) - 1);
  const second = dayToDate(dateToDay(`${first.slice(0, 7)}-01`) - 1);
  return [first, second];
}

function lightAt(context: IndicatorContext, definition: IndicatorDefinition, areaCode: string): Light {
  const known = remembered(pastLights, context);
  const key = `${definition.code} ${areaCode}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const scope = context.scope(areaCode);
  const found = findPart(definition.groups(context, scope), null);
  const light = found
    ? assess(context, { definition, scope, part: found.spec, measure: measurePart(found.source, found.spec) }).light
    : 'grey';
  known.set(key, light);
  return light;
}
