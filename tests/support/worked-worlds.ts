import type { County } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { HouseholdRow, LedgerRow, ProjectRow } from '#core/county/things.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { createTinyCounty, createTinyCountyRows } from './tiny-county.ts';

/** The tiny county at a day (its data date by default), with other rows where wanted. */
export const createTinyContext = (overrides: Partial<CountyRows> = {}, asOf?: string): IndicatorContext =>
  createIndicatorContext(createTinyCounty(overrides), asOf);

/** Households `0 .. count - 1`, dealt out over the settlements of the tiny county; each a target of 3 people unless `dress` says otherwise. */
export function createManyHouseholds(count: number, dress: (index: number) => Partial<HouseholdRow>): HouseholdRow[] {
  const { settlements, households } = createTinyCountyRows();
  const [template] = households;
  if (!template) throw new Error('The tiny county has no household.');
  return Array.from({ length: count }, (_, i) => {
    const settlementCode = settlements[i % settlements.length]?.code ?? '';
    return {
      ...template,
      code: `${settlementCode}${String(Math.floor(i / settlements.length) + 1).padStart(4, '0')}`,
      settlementCode,
      relocation: null,
      hazardCode: null,
      events: [],
      ...dress(i),
    };
  });
}

/** Projects of which the first `completed` of `begun` are completed and all others only approved. */
export function createManyProjects({ all, begun, completed }: { all: number; begun: number; completed: number }) {
  const [template] = createTinyCountyRows().projects;
  if (!template) throw new Error('The tiny county has no project.');
  return Array.from({ length: all }, (_, i): ProjectRow => {
    const value = i < completed ? 'completed' : i < begun ? 'begun' : 'approved';
    return {
      ...template,
      code: `prj-${String(i).padStart(5, '0')}`,
      events: [{ kind: 'stage', on: '2025-01-01', value }],
    };
  });
}

/** Ledger of one village: `distinct` households, of which the first `twice` stand in it a second time. */
export function createDoubledLedger(villageCode: string, { distinct, twice }: { distinct: number; twice: number }) {
  const householdOf = (i: number) => `${villageCode}001${String((i % distinct) + 1).padStart(4, '0')}`;
  return Array.from(
    { length: distinct + twice },
    (_, i): LedgerRow => ({ source: '台账', rowNumber: i + 1, villageCode, householdCode: householdOf(i), values: {} }),
  );
}

/** A county whose segments are straight pieces of given lengths, all in one village: for figures that rest on lengths alone. */
export function createRoadCounty(
  villageCode: string,
  roads: readonly { readonly lengthMeters: number; readonly segment: Partial<County['segments'][number]> }[],
): County {
  const county = createTinyCounty();
  const [template] = county.segments;
  if (!template) throw new Error('The tiny county has no segment.');
  return {
    ...county,
    segments: roads.map(({ lengthMeters, segment }, i) => ({
      ...template,
      sharesPavementWith: null,
      events: [],
      ...segment,
      code: `road-${String(i).padStart(3, '0')}`,
      lengthMeters,
    })),
    pieces: {
      count: roads.length,
      areaCodes: roads.map(() => villageCode),
      segment: Int32Array.from(roads, (_, i) => i),
      lengthMeters: Float64Array.from(roads, ({ lengthMeters }) => lengthMeters),
      fromFraction: new Float64Array(roads.length),
      toFraction: new Float64Array(roads.length).fill(1),
    },
  };
}
