import type { County, HouseholdColumns } from '../../county/county.ts';
import type { Dem } from '../../county/county-rows.ts';
import { NO_CODE } from '../../county/county-state.ts';
import { NEVER } from '../../county/dates.ts';
import { HOUSEHOLD_EVENT_KINDS, type HouseholdEventKind } from '../../county/things.ts';
import type { EncodedCounty } from './encoded-county.ts';

/**
 * A county from the snapshot of `encodeCounty`. What the snapshot leaves out (ledgers, projects, tasks, items, the other households) is empty:
 * commands, evaluations and the suitability of places are those of the whole county, indicators are not.
 */
export function decodeCounty(encoded: EncodedCounty): County {
  const { households, links, plans, dem, ...plain } = encoded;
  return {
    ...plain,
    households: decodeHouseholds(households),
    links: decodeLinks(links),
    plans: plans.map((plan) => ({ ...plan, schedule: [] })),
    dem: decodeDem(dem),
    homesteads: [],
    pieces: {
      count: 0,
      areaCodes: [],
      segment: new Int32Array(0),
      lengthMeters: new Float64Array(0),
      fromFraction: new Float64Array(0),
      toFraction: new Float64Array(0),
    },
    roadFaults: [],
    projects: [],
    tasks: [],
    items: [],
    responsibilities: [],
    benchmarks: [],
    calendarStops: [],
    ledgerRows: [],
    reportedTotals: [],
  };
}

function decodeHouseholds({ codes, columns, eventDay }: EncodedCounty['households']): HouseholdColumns {
  const count = codes.length;
  const decodeDays = (kind: HouseholdEventKind) =>
    Int32Array.from({ length: count }, (_, i) => eventDay[kind]?.[i] ?? NEVER);
  return {
    count,
    codes,
    settlement: Int32Array.from(columns.settlement),
    people: Uint8Array.from(columns.people),
    category: new Uint8Array(count).fill(NO_CODE),
    mainCause: new Uint8Array(count).fill(NO_CODE),
    measures: new Uint8Array(count),
    labourForce: Uint8Array.from(columns.labourForce),
    fundsYuan: new Float64Array(count).fill(Number.NaN),
    arrangement: Uint8Array.from(columns.arrangement),
    site: Int32Array.from(columns.site),
    plannedMoveYear: Int16Array.from(columns.plannedMoveYear),
    retained: new Uint8Array(count),
    hazard: new Int32Array(count).fill(-1),
    eventDay: Object.fromEntries(HOUSEHOLD_EVENT_KINDS.map((kind) => [kind, decodeDays(kind)])) as Record<
      HouseholdEventKind,
      Int32Array
    >,
  };
}

const decodeLinks = (links: EncodedCounty['links']): County['links'] => ({
  nodeCount: links.nodeCount,
  count: links.segment.length,
  segment: Int32Array.from(links.segment),
  fromNode: Int32Array.from(links.fromNode),
  toNode: Int32Array.from(links.toNode),
  fromMeters: Float64Array.from(links.fromMeters),
  toMeters: Float64Array.from(links.toMeters),
});

function decodeDem(dem: EncodedCounty['dem']): Dem | null {
  if (dem === null) return null;
  const { differences, ...frame } = dem;
  const elevations = new Int16Array(differences.length);
  for (let i = 0; i < elevations.length; i++) {
    const before = i % dem.columns === 0 ? i - dem.columns : i - 1;
    elevations[i] = (differences[i] ?? 0) + (elevations[before] ?? 0);
  }
  return { ...frame, elevations };
}
