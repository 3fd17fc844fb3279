import type { LonLat } from '../geo/lon-lat.ts';
import { ewkbHexToGeometry } from '../geo/wkb.ts';
import type { CountyRows } from './county-rows.ts';
import { compareCodes } from './sort-things.ts';
import type { ArrangementRow, SiteFacility, SiteRow, ThingEvent } from './things.ts';

/** Lists of a county whose rows stand in the text as the properties say, and the two that belong to households and sites. */
export const TEXT_LISTS = [
  'areas',
  'settlements',
  'households',
  'arrangements',
  'sites',
  'facilities',
  'homesteads',
  'segments',
  'hazards',
  'parks',
  'services',
  'constraints',
  'projects',
  'tasks',
  'items',
  'responsibilities',
  'benchmarks',
  'calendarStops',
  'ledgerRows',
  'reportedTotals',
  'rivers',
] as const;
export type TextList = (typeof TEXT_LISTS)[number];

/**
 * A county as text that the database wrote: it crosses to a thread without a pause of the server, and only the thread takes it apart. Each text is
 * JSON objects parted by commas; geometries and positions are EWKB in hexadecimal. Events are `[thing, kind, date, value, amount]`.
 */
export interface CountyText {
  readonly head: Pick<CountyRows, 'code' | 'dataDate' | 'origin' | 'campaign' | 'settings' | 'plans' | 'dem'>;
  readonly lists: Readonly<Record<TextList, readonly string[]>>;
  /** In the order in which they were stored. */
  readonly events: readonly string[];
}

type AnyRow = Record<string, unknown>;
type EventsByThing = ReadonlyMap<string, readonly ThingEvent[]>;

const POSITIONS: ReadonlySet<string> = new Set(['position', 'seat', 'accessPoint']);
const GEOMETRIES: ReadonlySet<string> = new Set(['boundary', 'outline', 'line', 'threatenedArea']);

/** Whole rows from the text of a county, as an office would deliver them; events by date. */
export function parseCountyText({ head, lists, events }: CountyText): CountyRows {
  const happened = groupEvents(parseParts(events) as EventEntry[]);
  // what stands in each list was written from such rows
  const read = <Row>(list: TextList): Row[] => parseRows(lists[list]) as unknown as Row[];
  const withEvents = (list: TextList): never[] => read<AnyRow>(list).map((row) => addEvents(row, happened)) as never[];
  return {
    ...head,
    areas: withEvents('areas'),
    settlements: read('settlements'),
    households: joinRelocations(withEvents('households'), read('arrangements')),
    sites: joinSites(withEvents('sites'), read('facilities')),
    homesteads: read('homesteads'),
    segments: withEvents('segments'),
    hazards: withEvents('hazards'),
    parks: withEvents('parks'),
    services: read('services'),
    constraints: read('constraints'),
    projects: withEvents('projects'),
    tasks: withEvents('tasks'),
    items: withEvents('items'),
    responsibilities: read('responsibilities'),
    benchmarks: read('benchmarks'),
    calendarStops: read('calendarStops'),
    ledgerRows: read('ledgerRows'),
    reportedTotals: read('reportedTotals'),
    rivers: read('rivers'),
  };
}

/** Values of texts that hold JSON parted by commas. */
const parseParts = (parts: readonly string[]): unknown[] =>
  parts.flatMap((part) => JSON.parse(`[${part}]`) as unknown[]);

/** Rows of a list with their geometries read. */
export function parseRows(parts: readonly string[]): AnyRow[] {
  const rows = parseParts(parts) as AnyRow[];
  const shapes = Object.keys(rows[0] ?? {}).filter((key) => POSITIONS.has(key) || GEOMETRIES.has(key));
  for (const row of rows) {
    for (const key of shapes) {
      const hex = row[key];
      if (typeof hex !== 'string') continue;
      const geometry = ewkbHexToGeometry(hex);
      row[key] = POSITIONS.has(key) ? (geometry.coordinates as LonLat) : geometry;
    }
  }
  return rows;
}

type EventEntry = readonly [string, string, string, string | null, number | null];

function groupEvents(entries: readonly EventEntry[]): EventsByThing {
  const groups = new Map<string, ThingEvent[]>();
  for (const [code, kind, on, value, amount] of entries) {
    const event = { kind, on, ...(value !== null && { value }), ...(amount !== null && { amount }) };
    const group = groups.get(code);
    if (group) group.push(event);
    else groups.set(code, [event]);
  }
  for (const group of groups.values()) group.sort((a, b) => compareCodes(a.on, b.on));
  return groups;
}

function addEvents(row: AnyRow, events: EventsByThing): AnyRow {
  row.events = events.get(String(row.code)) ?? [];
  return row;
}

function joinRelocations(
  households: readonly CountyRows['households'][number][],
  arrangements: readonly (ArrangementRow & { readonly householdCode: string })[],
): CountyRows['households'] {
  const relocations = new Map(arrangements.map(({ householdCode, ...relocation }) => [householdCode, relocation]));
  return households.map((household) => ({ ...household, relocation: relocations.get(household.code) ?? null }));
}

type AssessedSite = Omit<SiteRow, 'hazardAssessment' | 'facilities'> & {
  readonly assessmentNumber: string | null;
  readonly assessmentOn: string | null;
  readonly assessmentConclusion: string | null;
};
type NumberedFacility = SiteFacility & { readonly siteCode: string; readonly facilityNumber: number };

function joinSites(sites: readonly AssessedSite[], facilities: readonly NumberedFacility[]): CountyRows['sites'] {
  const sorted = [...facilities].sort((a, b) => a.facilityNumber - b.facilityNumber);
  return sites.map(({ assessmentNumber: number, assessmentOn: on, assessmentConclusion: conclusion, ...site }) => ({
    ...site,
    facilities: sorted
      .filter(({ siteCode }) => siteCode === site.code)
      .map(({ kind, presentSince }) => ({ kind, presentSince })),
    hazardAssessment: number !== null && on !== null && conclusion !== null ? { number, on, conclusion } : null,
  }));
}
