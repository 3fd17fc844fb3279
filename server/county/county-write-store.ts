import type { CountyRows } from '#core/county/county-rows.ts';
import type { DerivedCounty } from '#core/county/derive-county.ts';
import type { Transaction } from '#server/db/database.ts';
import type { CountyVersion } from '#server/db/earlier-versions.ts';
import { insertDem } from './dem-store.ts';
import { type AnyThing, listThings } from './list-things.ts';
import { insertPlans } from './plan-row-store.ts';
import * as roads from './road-tables.ts';
import { siteToRecordRow } from './site-records.ts';
import * as things from './thing-tables.ts';
import { closeVersions, insertRecords, insertVersions } from './version-store.ts';
import * as works from './work-tables.ts';

/** Every table of versions. */
const VERSION_TABLES: readonly string[] = [
  'county',
  'dem',
  ...[...Object.values(things), ...Object.values(roads), ...Object.values(works)].map((spec) => spec.table),
];

/** Who writes what, for the list of revisions. */
export interface RevisionNote {
  readonly account: string;
  readonly description: string;
}

/** Holds back other writers until the transaction ends. */
export async function lockRevisions(trx: Transaction): Promise<void> {
  await trx.raw('LOCK TABLE revision IN SHARE ROW EXCLUSIVE MODE');
}

/**
 * Opens the next data revision of a county. Holds back other writers until the transaction ends.
 *
 * @returns the new revision, 1 for a new county
 */
export async function openRevision(trx: Transaction, countyCode: string, note: RevisionNote): Promise<number> {
  await lockRevisions(trx);
  const newest = await trx('revision').where({ county_code: countyCode }).max({ revision: 'revision' }).first();
  const revision = Number(newest?.revision ?? 0) + 1;
  await trx('revision').insert({
    county_code: countyCode,
    revision,
    account_id: note.account,
    description: note.description,
  });
  return revision;
}

/** Codes and kinds that the county's register of things already holds. */
export async function selectThingKinds(trx: Transaction, countyCode: string): Promise<ReadonlyMap<string, string>> {
  const rows: { readonly code: string; readonly kind: string }[] = await trx('thing')
    .where({ county_code: countyCode })
    .select('code', 'kind');
  return new Map(rows.map((row) => [row.code, row.kind]));
}

/** Puts a whole county in the place of the versions valid until now; what is no longer in `rows` ends. */
export async function replaceCounty(
  trx: Transaction,
  version: CountyVersion,
  { rows, derived, known }: CountyContent,
): Promise<void> {
  if (version.revision > 1) {
    for (const table of VERSION_TABLES) await closeVersions(trx, table, version);
  }
  const shared = { county_code: version.countyCode };
  const newThings = listThings(rows).flatMap(([kind, list]) =>
    list.filter(({ code }) => !known.has(code)).map(({ code }) => ({ code, kind })),
  );
  await insertRecords(trx, { table: 'thing', shared, records: newThings });
  await insertRecords(trx, {
    table: 'county',
    shared: { ...shared, revision_from: version.revision },
    records: [{ data_date: rows.dataDate, origin: rows.origin, settings: rows.settings }],
  });
  await insertPlaces(trx, version, rows, derived);
  await insertWorks(trx, version, rows);
  await insertVersions(trx, works.EVENTS, {
    ...version,
    rows: listThings(rows).flatMap(([, list]) => list.flatMap(eventsOf)),
  });
  if (rows.dem !== null) await insertDem(trx, version, rows.dem);
}

/** What `replaceCounty` stores. */
export interface CountyContent {
  readonly rows: CountyRows;
  readonly derived: DerivedCounty;
  /** The register of things before this write. */
  readonly known: ReadonlyMap<string, string>;
}

async function insertPlaces(
  trx: Transaction,
  version: CountyVersion,
  rows: CountyRows,
  derived: DerivedCounty,
): Promise<void> {
  await insertVersions(trx, things.CAMPAIGNS, { ...version, rows: [rows.campaign] });
  await insertVersions(trx, things.AREAS, { ...version, rows: derived.areas });
  await insertVersions(trx, things.SETTLEMENTS, { ...version, rows: rows.settlements });
  await insertVersions(trx, things.HOUSEHOLDS, { ...version, rows: rows.households });
  await insertVersions(trx, things.ARRANGEMENTS, {
    ...version,
    rows: rows.households.flatMap(({ code, relocation }) =>
      relocation === null ? [] : [{ ...relocation, householdCode: code }],
    ),
  });
  await insertVersions(trx, things.SITES, { ...version, rows: rows.sites.map(siteToRecordRow) });
  await insertVersions(trx, things.FACILITIES, {
    ...version,
    rows: rows.sites.flatMap(({ code, facilities }) =>
      facilities.map((facility, facilityNumber) => ({ ...facility, siteCode: code, facilityNumber })),
    ),
  });
  await insertVersions(trx, things.HOMESTEADS, { ...version, rows: rows.homesteads });
  await insertVersions(trx, things.SEGMENTS, { ...version, rows: derived.segments });
  await insertVersions(trx, things.SEGMENT_PIECES, { ...version, rows: derived.pieces });
  await insertVersions(trx, roads.SEGMENT_LINKS, { ...version, rows: derived.links });
  await insertVersions(trx, roads.ROAD_FAULTS, {
    ...version,
    rows: derived.roadFaults.map((fault, faultNumber) => ({ ...fault, faultNumber })),
  });
  await insertVersions(trx, things.HAZARDS, { ...version, rows: rows.hazards });
  await insertVersions(trx, things.PARKS, { ...version, rows: rows.parks });
  await insertVersions(trx, things.SERVICES, { ...version, rows: rows.services });
  await insertVersions(trx, things.CONSTRAINTS, { ...version, rows: rows.constraints });
  await insertVersions(trx, things.RIVERS, { ...version, rows: rows.rivers });
}

async function insertWorks(trx: Transaction, version: CountyVersion, rows: CountyRows): Promise<void> {
  await insertVersions(trx, works.PROJECTS, { ...version, rows: rows.projects });
  await insertVersions(trx, works.TASKS, { ...version, rows: rows.tasks });
  await insertVersions(trx, works.ITEMS, { ...version, rows: rows.items });
  await insertVersions(trx, works.RESPONSIBILITIES, { ...version, rows: rows.responsibilities });
  await insertVersions(trx, works.BENCHMARKS, { ...version, rows: rows.benchmarks });
  await insertVersions(trx, works.CALENDAR_STOPS, { ...version, rows: rows.calendarStops });
  await insertVersions(trx, works.LEDGER_ROWS, { ...version, rows: rows.ledgerRows });
  await insertVersions(trx, works.REPORTED_TOTALS, { ...version, rows: rows.reportedTotals });
  await insertPlans(trx, version, rows.plans);
}

const eventsOf = ({ code, events = [] }: AnyThing): readonly works.EventRecordRow[] =>
  events.map(({ kind, on, value, amount }) => ({
    thingCode: code,
    kind,
    on,
    value: value ?? null,
    amount: amount ?? null,
  }));
