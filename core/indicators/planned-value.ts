import type { County } from '../county/county.ts';
import { type DayNumber, dateToDay } from '../county/dates.ts';
import type { AreaScope } from './area-scope.ts';
import type { IndicatorContext } from './context.ts';
import type { IndicatorDefinition, PartHead, Period } from './definition.ts';
import type { FigureTarget } from './figure.ts';
import { findPart, type Measure, measurePart } from './measure.ts';
import { getPartGroups } from './part-groups.ts';
import { listPlannedPoints, type PlannedPoint } from './schedule.ts';

/** What is held against a plan: a part of an indicator in an area, with its sums. */
export interface Assessed {
  readonly definition: IndicatorDefinition;
  readonly scope: AreaScope;
  readonly part: PartHead;
  readonly measure: Measure;
}

/**
 * What a figure should be now and at the end: by the published monthly plan, else by planned years in the data, else on a straight line over
 * working days to its target (按时间均摊), else only the target. Null where there is no plan; `plannedNow` null before the start.
 */
export function findTarget(context: IndicatorContext, assessed: Assessed): FigureTarget | null {
  const { definition, part, scope } = assessed;
  const period = part.period ?? context.county.campaign;
  const { deadline } = period;
  const isTargeted = part.part === null || part.targeted === true;
  const value = isTargeted && definition.target.kind === 'value' ? definition.target.value : null;
  const points = context.plan
    ? listPlannedPoints(context.plan, { code: definition.code, part: part.part, form: part.form }, scope.code)
    : [];
  const last = points.at(-1);
  if (last) {
    const plannedNow = plannedOnLine(context, assessed, period, points);
    return { value: value ?? last.value, plannedNow, basis: 'schedule', deadline };
  }
  if (value === null) return null;
  if (definition.withoutSchedule === 'target') return { value, plannedNow: null, basis: 'target', deadline };
  if (context.plan === null) return null;
  if (part.plannedNow) {
    const hasStarted = period.startsOn <= context.asOf;
    return { value, plannedNow: hasStarted ? part.plannedNow(scope) : null, basis: 'schedule', deadline };
  }
  const line = [{ day: dateToDay(deadline), value }];
  return { value, plannedNow: plannedOnLine(context, assessed, period, line), basis: 'linear', deadline };
}

/**
 * Planned value at the context's day on the line through the points, straight over working days between them; it begins at what the figure
 * was at the start of the period. Null before the start, the last point's value after it.
 */
function plannedOnLine(
  context: IndicatorContext,
  assessed: Assessed,
  { startsOn }: Period,
  points: readonly PlannedPoint[],
): number | null {
  const start = dateToDay(startsOn);
  if (context.day < start) return null;
  const next = points.findIndex(({ day }) => day >= context.day);
  const to = points[next];
  if (!to) return points.at(-1)?.value ?? null;
  const from = points[next - 1] ?? { day: start, value: findBase(context, assessed, startsOn) };
  // what was reached before the start is not planned away again
  const isReached = next === 0 && isAtLeast(assessed.definition, from.value, to.value);
  return isReached ? to.value : interpolate(context, from, to, context.day);
}

const isAtLeast = ({ betterDirection }: IndicatorDefinition, value: number, target: number): boolean =>
  betterDirection === 'down' ? value <= target : value >= target;

function interpolate({ index }: IndicatorContext, from: PlannedPoint, to: PlannedPoint, day: DayNumber): number {
  const total = index.calendar.countBetween(from.day, to.day);
  const elapsed = index.calendar.countBetween(from.day, day);
  return total === 0 ? to.value : from.value + ((to.value - from.value) * elapsed) / total;
}

const bases = new WeakMap<County, Map<string, number>>();

/** The figure at the start of its period; 0 where it had no denominator yet. Remembered with the county: the start stays where it is. */
function findBase(context: IndicatorContext, { definition, scope, part }: Assessed, startsOn: string): number {
  const known = bases.get(context.county) ?? new Map<string, number>();
  bases.set(context.county, known);
  const key = `${startsOn} ${definition.code} ${scope.code} ${part.part}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = findPart(getPartGroups(context.at(startsOn), definition, part.part !== null), part.part, scope);
  const base = (found && measurePart(found.source, found.spec, scope).value) ?? 0;
  known.set(key, base);
  return base;
}
