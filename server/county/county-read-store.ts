import type { CountyParts } from '#core/county/build-county.ts';
import { type Campaign, completeSettings, type Settings } from '#core/county/campaign.ts';
import type { ThingEvent } from '#core/county/things.ts';
import { bboxOf } from '#core/geo/bbox.ts';
import type { Transaction } from '#server/db/database.ts';
import { findDem } from './dem-store.ts';
import { selectHouseholdEvents, selectThingEvents } from './event-store.ts';
import { selectHouseholds } from './household-store.ts';
import { selectPlans } from './plan-row-store.ts';
import { selectRoads } from './road-store.ts';
import { groupFacilities, recordRowToSite } from './site-records.ts';
import * as things from './thing-tables.ts';
import { type CountyVersion, selectVersions, whereValid } from './version-store.ts';
import * as works from './work-tables.ts';

/** The newest revision of a county; undefined when there is none. */
export async function findNewestRevision(trx: Transaction, countyCode: string): Promise<number | undefined> {
  const newest = await trx('revision').where({ county_code: countyCode }).max({ revision: 'revision' }).first();
  return newest?.revision ?? undefined;
}

/** When a revision was recorded; undefined when there is no such county or revision. */
export async function findRevisionTime(trx: Transaction, version: CountyVersion): Promise<Date | undefined> {
  const { countyCode, revision } = version;
  const row = await trx('revision').where({ county_code: countyCode, revision }).first('recorded_at');
  return row?.recorded_at;
}

/** Everything of a county at a revision, not yet in order; undefined when there is no such county or revision. */
export async function findCountyParts(trx: Transaction, version: CountyVersion): Promise<CountyParts | undefined> {
  const head = await whereValid(trx, 'county', version).first('data_date', 'origin', 'settings');
  const [campaign] = await selectVersions(trx, things.CAMPAIGNS, version);
  if (head === undefined || campaign === undefined) return undefined;
  const events = await selectThingEvents(trx, version);
  const places = await selectPlaces(trx, version, events);
  return {
    ...toHead(version, head, campaign),
    ...places,
    ...(await selectRoads(trx, version, { segments: places.segments, settings: completeSettings(head.settings) })),
    ...(await selectWorks(trx, version, events)),
    households: await selectHouseholds(trx, version),
    householdEvents: await selectHouseholdEvents(trx, version),
    plans: await selectPlans(trx, version),
    dem: await findDem(trx, version),
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

async function selectPlaces(trx: Transaction, version: CountyVersion, events: EventsByThing) {
  const areas = await selectVersions(trx, things.AREAS, version);
  const facilities = groupFacilities(await selectVersions(trx, things.FACILITIES, version));
  const sites = await selectVersions(trx, things.SITES, version);
  return {
    areas: areas.map((area) => ({ ...withEvents(area, events), bbox: bboxOf(area.boundary) })),
    settlements: await selectVersions(trx, things.SETTLEMENTS, version),
    sites: sites.map((site) => withEvents(recordRowToSite(site, facilities.get(site.code) ?? []), events)),
    homesteads: await selectVersions(trx, things.HOMESTEADS, version),
    segments: withAllEvents(await selectVersions(trx, things.SEGMENTS, version), events),
    pieces: await selectVersions(trx, things.SEGMENT_PIECES, version),
    hazards: withAllEvents(await selectVersions(trx, things.HAZARDS, version), events),
    parks: withAllEvents(await selectVersions(trx, things.PARKS, version), events),
    services: await selectVersions(trx, things.SERVICES, version),
    constraints: await selectVersions(trx, things.CONSTRAINTS, version),
    rivers: await selectVersions(trx, things.RIVERS, version),
  };
}

async function selectWorks(trx: Transaction, version: CountyVersion, events: EventsByThing) {
  return {
    projects: withAllEvents(await selectVersions(trx, works.PROJECTS, version), events),
    tasks: withAllEvents(await selectVersions(trx, works.TASKS, version), events),
    items: withAllEvents(await selectVersions(trx, works.ITEMS, version), events),
    responsibilities: await selectVersions(trx, works.RESPONSIBILITIES, version),
    benchmarks: await selectVersions(trx, works.BENCHMARKS, version),
    calendarStops: await selectVersions(trx, works.CALENDAR_STOPS, version),
    ledgerRows: await selectVersions(trx, works.LEDGER_ROWS, version),
    reportedTotals: await selectVersions(trx, works.REPORTED_TOTALS, version),
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
