import { type DayNumber, dateToDay, lastDayOfMonth } from '../county/dates.ts';
import type { PlanRow, ScheduleEntry } from '../county/plan.ts';
import type { IndicatorCode } from './figure.ts';

/** A planned value at the end of a month. */
export interface PlannedPoint {
  readonly day: DayNumber;
  readonly value: number;
}

/** The monthly plan of one part in one area, as counts and as rates. */
interface Planned {
  readonly counts: PlannedPoint[];
  readonly rates: PlannedPoint[];
}

/** Monthly plans by indicator, part (the headline has an empty key) and area. */
type ScheduleIndex = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Planned>>>;

const indexes = new WeakMap<PlanRow, ScheduleIndex>();

const NOTHING: readonly PlannedPoint[] = [];

/**
 * The monthly plan (时序进度) of a part in an area, ascending; empty where the plan has none. Entries of rates without a denominator say
 * nothing and are left out.
 */
export function listPlannedPoints(
  plan: PlanRow,
  {
    code,
    part,
    form,
  }: { readonly code: IndicatorCode; readonly part: string | null; readonly form: 'count' | 'quotient' },
  areaCode: string,
): readonly PlannedPoint[] {
  const planned = getScheduleIndex(plan)
    .get(code)
    ?.get(part ?? '')
    ?.get(areaCode);
  if (!planned) return NOTHING;
  return form === 'count' ? planned.counts : planned.rates;
}

function getScheduleIndex(plan: PlanRow): ScheduleIndex {
  const known = indexes.get(plan);
  if (known) return known;
  const created = new Map<string, Map<string, Map<string, Planned>>>();
  for (const { indicator, part, areaCode, month, numerator, denominator } of sortByMonth(plan.schedule)) {
    const parts = getOrCreate(created, indicator, () => new Map<string, Map<string, Planned>>());
    const areas = getOrCreate(parts, part ?? '', () => new Map<string, Planned>());
    const planned = getOrCreate(areas, areaCode, () => ({ counts: [], rates: [] }));
    const day = dateToDay(lastDayOfMonth(month));
    planned.counts.push({ day, value: numerator });
    if (denominator) planned.rates.push({ day, value: numerator / denominator });
  }
  indexes.set(plan, created);
  return created;
}

const sortByMonth = (schedule: readonly ScheduleEntry[]): readonly ScheduleEntry[] =>
  schedule.toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));

function getOrCreate<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
