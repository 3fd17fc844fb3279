import type { CountyParts } from '#core/county/build-county.ts';
import { type Campaign, completeSettings, type Settings } from '#core/county/campaign.ts';
import type { ThingEvent } from '#core/county/things.ts';
import { bboxOf } from '#core/geo/bbox.ts';
import type { CountyVersion } from '#server/db/earlier-versions.ts';
import { findDem } from './dem-store.ts';
import { selectHouseholdEvents, selectThingEvents } from './event-store.ts';
import { readHouseholds } from './household-store.ts';
import { selectPlans } from './plan-row-store.ts';
import type { ReadPiece } from './read-version.ts';
import { listRoads } from './road-store.ts';
import { groupFacilities, recordRowToSite } from './site-records.ts';
import * as things from './thing-tables.ts';
import { type ListVersions, selectVersions, whereValid } from './version-store.ts';
import * as works from './work-tables.ts';

/**
 * Everything of a county at a revision, not yet in order; undefined when there is no such county or revision.
 *
 * @param read runs each table, and each page of the long ones, as a piece of its own
 */
export async function findCountyParts(read: ReadPiece, version: CountyVersion): Promise<CountyParts | undefined> {
  const list: ListVersions = (spec) => read((trx) => selectVersions(trx, spec, version));
  const head = await read((trx) => whereValid(trx, 'county', version).first('data_date', 'origin', 'settings'));
  const [campaign] = await list(things.CAMPAIGNS);
  if (head === undefined || campaign === undefined) return undefined;
  const events = await read((trx) => selectThingEvents(trx, version));
  const places = await listPlaces(list, events);
  return {
    ...toHead(version, head, campaign),
    ...places,
    ...(await listRoads(list, { segments: places.segments, settings: completeSettings(head.settings) })),
    ...(await listWorks(list, events)),
    households: await readHouseholds(read, version),
    householdEvents: await read((trx) => selectHouseholdEvents(trx, version)),
    plans: await read((trx) => selectPlans(trx, version)),
    dem: await read((trx) => findDem(trx, version)),
  };
}

interface CountyRecord {
  readonly data_date: string;
  readonly origin: string;
  /** Without what did not exist when it was stored. */
  readonly settings: Partial<Settings>;
}

const toHead = ({ countyCode, revision }: CountyVersion, record: CountyRecord, campaign: Campaign) => ({
  code: countyCode,
  revision,
  dataDate: record.data_date,
  origin: record.origin,
  settings: completeSettings(record.settings),
  campaign,
});

type EventsByThing = ReadonlyMap<string, readonly ThingEvent[]>;

async function listPlaces(list: ListVersions, events: EventsByThing) {
  const areas = await list(things.AREAS);
  const facilities = groupFacilities(await list(things.FACILITIES));
  const sites = await list(things.SITES);
  return {
    areas: areas.map((area) => ({ ...withEvents(area, events), bbox: bboxOf(area.boundary) })),
    settlements: await list(things.SETTLEMENTS),
    sites: sites.map((site) => withEvents(recordRowToSite(site, facilities.get(site.code) ?? []), events)),
    homesteads: await list(things.HOMESTEADS),
    segments: withAllEvents(await list(things.SEGMENTS), events),
    pieces: await list(things.SEGMENT_PIECES),
    hazards: withAllEvents(await list(things.HAZARDS), events),
    parks: withAllEvents(await list(things.PARKS), events),
    services: await list(things.SERVICES),
    constraints: await list(things.CONSTRAINTS),
    rivers: await list(things.RIVERS),
  };
}

async function listWorks(list: ListVersions, events: EventsByThing) {
  return {
    projects: withAllEvents(await list(works.PROJECTS), events),
    tasks: withAllEvents(await list(works.TASKS), events),
    items: withAllEvents(await list(works.ITEMS), events),
    responsibilities: await list(works.RESPONSIBILITIES),
    benchmarks: await list(works.BENCHMARKS),
    calendarStops: await list(works.CALENDAR_STOPS),
    ledgerRows: await list(works.LEDGER_ROWS),
    reportedTotals: await list(works.REPORTED_TOTALS),
  };
}

const withAllEvents = <Row extends { readonly code: string }>(rows: readonly Row[], events: EventsByThing) =>
  rows.map((row) => withEvents(row, events));

/** The row with its events. Which kinds a thing may have was checked when they were stored, so they pass for those of any thing. */
const withEvents = <Row extends { readonly code: string }>(
  row: Row,
  events: EventsByThing,
): Row & { readonly events: readonly never[] } => ({
  ...row,
  events: (events.get(row.code) ?? []) as readonly never[],
});
