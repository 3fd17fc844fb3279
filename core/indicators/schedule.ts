import { type DayNumber, dateToDay, lastDayOfMonth } from '../county/dates.ts';
import type { PlanRow, ScheduleEntry } from '../county/plan.ts';
import type { IndicatorCode } from './figure.ts';

/** A planned value at the end of a month. */
export interface PlannedPoint {
  readonly day: DayNumber;
  readonly value: number;
}

/** Monthly entries of a plan by indicator, part and area. */
type ScheduleIndex = ReadonlyMap<string, readonly ScheduleEntry[]>;

const indexes = new WeakMap<PlanRow, ScheduleIndex>();

const keyOf = (indicator: string, part: string | null, areaCode: string): string =>
  `${indicator} ${part ?? ''} ${areaCode}`;

/**
 * The monthly plan (时序进度) of a part in an area, ascending; empty where the plan has none. Entries of rates without a denominator say
 * nothing and are left out.
 */
export function listPlannedPoints(
  plan: PlanRow,
  figure: { readonly code: IndicatorCode; readonly part: string | null; readonly form: 'count' | 'quotient' },
  areaCode: string,
): readonly PlannedPoint[] {
  const entries = getScheduleIndex(plan).get(keyOf(figure.code, figure.part, areaCode)) ?? [];
  const points: PlannedPoint[] = [];
  for (const { month, numerator, denominator } of entries) {
    const value = figure.form === 'count' ? numerator : denominator ? numerator / denominator : null;
    if (value !== null) points.push({ day: dateToDay(lastDayOfMonth(month)), value });
  }
  return points;
}

function getScheduleIndex(plan: PlanRow): ScheduleIndex {
  const known = indexes.get(plan);
  if (known) return known;
  const created = new Map<string, ScheduleEntry[]>();
  for (const entry of plan.schedule) {
    const key = keyOf(entry.indicator, entry.part, entry.areaCode);
    const entries = created.get(key);
    if (entries) entries.push(entry);
    else created.set(key, [entry]);
  }
  for (const entries of created.values()) entries.sort((a, b) => (a.month < b.month ? -1 : 1));
  indexes.set(plan, created);
  return created;
}
