import { type IsoDate, lastDayOfMonth } from '../county/dates.ts';
import type { PlanRow, ScheduleEntry } from '../county/plan.ts';
import type { IndicatorContext } from './context.ts';
import type { IndicatorDefinition, PartSpec } from './definition.ts';
import type { FigureTarget } from './figure.ts';

/** What a figure should be now and at the end. */
export type PlannedValue = Pick<FigureTarget, 'value' | 'plannedNow' | 'basis'>;

/** Monthly entries of a plan by indicator, part and area, ascending by month. */
type ScheduleIndex = ReadonlyMap<string, readonly ScheduleEntry[]>;

const indexes = new WeakMap<PlanRow, ScheduleIndex>();

const keyOf = (indicator: string, part: string | null, areaCode: string): string =>
  `${indicator} ${part ?? ''} ${areaCode}`;

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

/**
 * Planned values of a part in an area (时序进度), where the published plan gives them by month: the last month that is over decides, since an
 * entry states the end of its month. `plannedNow` is null before the first month is over; `value` is the last entry's.
 */
export function findPlannedValue(
  context: IndicatorContext,
  { code }: Pick<IndicatorDefinition, 'code'>,
  part: Pick<PartSpec, 'part' | 'form'>,
  areaCode: string,
): PlannedValue | null {
  if (context.plan === null) return null;
  const entries = getScheduleIndex(context.plan).get(keyOf(code, part.part, areaCode));
  const last = entries?.at(-1);
  if (!entries || !last) return null;
  const value = valueOfEntry(last, part.form);
  if (value === null) return null;
  const now = findMonthOver(entries, context.asOf);
  return { value, plannedNow: now ? valueOfEntry(now, part.form) : null, basis: 'schedule' };
}

/** The last entry whose month has ended by a date. */
function findMonthOver(entries: readonly ScheduleEntry[], asOf: IsoDate): ScheduleEntry | undefined {
  const month = asOf.slice(0, 7);
  const isOver = asOf === lastDayOfMonth(month);
  return entries.findLast((entry) => (isOver ? entry.month <= month : entry.month < month));
}

function valueOfEntry({ numerator, denominator }: ScheduleEntry, form: PartSpec['form']): number | null {
  if (form === 'count') return numerator;
  return denominator === null || denominator === 0 ? null : numerator / denominator;
}
