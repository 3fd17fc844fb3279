import type { RoadFault } from '#core/county/county.ts';
import { CODED_LISTS, type CodedList, type CountyChange } from '#core/county/county-change.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { type DerivedCounty, deriveCounty } from '#core/county/derive-county.ts';
import type { LedgerRow, ThingEvent } from '#core/county/things.ts';
import { createEventChanges } from './change-events.ts';
import { changeRoads, type StoredRoads } from './change-roads.ts';
import { checkCountyRows } from './check-county-rows.ts';
import { LIST_TABLES } from './list-tables.ts';
import type { ThingKind } from './list-things.ts';
import { toRecord } from './table-spec.ts';
import { AREAS, ARRANGEMENTS, FACILITIES } from './thing-tables.ts';
import { toTexts, type VersionChange, VersionCollector } from './version-change.ts';
import { LEDGER_ROWS } from './work-tables.ts';

/** A change that was checked and computed: what `storeCountyChange` writes. Plain texts, because it crosses from a thread. */
export interface PreparedChange {
  /** Things that the county did not have; null when there are none. */
  readonly things: NewThings | null;
  readonly versions: readonly VersionChange[];
  /** The county's data date afterwards; null leaves it. */
  readonly dataDate: IsoDate | null;
  /** What was found while the roads became a graph; null when they stayed as they were. */
  readonly roadFaults: readonly RoadFault[] | null;
}

/** Things for the register, which may know them from before. */
export interface NewThings {
  readonly count: number;
  /** Code and kind, as JSON lists of records. */
  readonly texts: readonly string[];
}

/** What a change is made of. */
export interface ChangeInput {
  readonly before: CountyRows;
  /** `before` with the change applied. */
  readonly after: CountyRows;
  readonly change: CountyChange;
  /** What was computed of the roads of `before`. */
  readonly roads: StoredRoads;
}

/** Whether roads, and what is cut of them, must be computed anew. */
export const touchesRoads = ({ upserts, removed }: CountyChange): boolean =>
  [upserts.segments, upserts.areas, removed.segments, removed.areas].some((list = []) => list.length > 0);

/**
 * Checks a county after a change and finds which versions end and begin.
 *
 * @returns the change as it is stored, and what was computed of the roads; null when those stay
 * @throws {InvalidInputError} `county_rows_invalid`: what would come of it breaks a rule
 */
export function prepareCountyChange(input: ChangeInput): {
  readonly prepared: PreparedChange;
  readonly derived: DerivedCounty | null;
} {
  const { before, after, change, roads } = input;
  checkCountyRows(after);
  const derived = touchesRoads(change) ? deriveCounty(after) : null;
  const versions = [
    ...changeLists(input),
    ...(derived === null ? [] : [...changeAreas(input, derived), ...changeRoads({ before, change, roads, derived })]),
    ...changeParts(input),
    ...changeLedgerRows(input),
    ...changeEvents(input),
  ];
  const prepared = {
    things: listNewThings(input),
    versions,
    dataDate: change.dataDate === before.dataDate ? null : change.dataDate,
    roadFaults: derived?.roadFaults ?? null,
  };
  return { prepared, derived };
}

const KINDS: Readonly<Record<CodedList, ThingKind>> = {
  ...(Object.fromEntries(LIST_TABLES.map(({ list, kind }) => [list, kind])) as Record<CodedList, ThingKind>),
  areas: 'area',
  segments: 'segment',
};

interface CodedRow {
  readonly code: string;
  readonly events?: readonly ThingEvent[];
}

/** The rows of a list that a change names, each before and after; null where there is none. */
function listPairs<Row extends CodedRow>(
  { before, change }: Pick<ChangeInput, 'before' | 'change'>,
  list: CodedList,
): readonly { readonly code: string; readonly old: Row | null; readonly next: Row | null }[] {
  const upserts = (change.upserts[list] ?? []) as unknown as readonly Row[];
  const removed = change.removed[list] ?? [];
  if (upserts.length + removed.length === 0) return [];
  const named = new Set([...upserts.map(({ code }) => code), ...removed]);
  const known = new Map(
    (before[list] as unknown as readonly Row[]).filter(({ code }) => named.has(code)).map((row) => [row.code, row]),
  );
  return [
    ...upserts.map((next) => ({ code: next.code, old: known.get(next.code) ?? null, next })),
    ...removed.map((code) => ({ code, old: known.get(code) ?? null, next: null })),
  ];
}

function listNewThings(input: ChangeInput): NewThings | null {
  const things = CODED_LISTS.flatMap((list) =>
    listPairs<CodedRow>(input, list).flatMap(({ code, old, next }) =>
      old === null && next !== null ? [{ code, kind: KINDS[list] }] : [],
    ),
  );
  things.sort((a, b) => (a.code < b.code ? -1 : 1));
  return things.length === 0 ? null : { count: things.length, texts: toTexts(things) };
}

function changeLists(input: ChangeInput): readonly VersionChange[] {
  return LIST_TABLES.flatMap(({ list, table, toRecord: write }) => {
    const versions = new VersionCollector(table, 'code');
    for (const { code, old, next } of listPairs<never>(input, list))
      versions.replace({ code }, old && write(old), next && write(next));
    return versions.list();
  });
}

/** Areas with their boxes and square metres. */
function changeAreas(input: ChangeInput, { areas }: DerivedCounty): readonly VersionChange[] {
  const pairs = listPairs<CountyRows['areas'][number]>(input, 'areas');
  const named = new Set(pairs.map(({ code }) => code));
  const old = deriveCounty({
    ...input.before,
    areas: input.before.areas.filter(({ code }) => named.has(code)),
    segments: [],
  });
  const write = (list: DerivedCounty['areas']) =>
    new Map(list.filter(({ code }) => named.has(code)).map((area) => [area.code, toRecord(AREAS, area)]));
  const [records, oldRecords] = [write(areas), write(old.areas)];
  const versions = new VersionCollector(AREAS.table, 'code');
  for (const code of named) versions.replace({ code }, oldRecords.get(code) ?? null, records.get(code) ?? null);
  return versions.list();
}

/** Arrangements of households and facilities of sites. */
function changeParts(input: ChangeInput): readonly VersionChange[] {
  const arrangements = new VersionCollector(ARRANGEMENTS.table, 'household_code');
  for (const { code, old, next } of listPairs<CountyRows['households'][number]>(input, 'households')) {
    const write = (row: typeof old) =>
      row?.relocation ? toRecord(ARRANGEMENTS, { ...row.relocation, householdCode: code }) : null;
    arrangements.replace({ household_code: code }, write(old), write(next));
  }
  const facilities = new VersionCollector(FACILITIES.table, 'site_code', 'facility_number');
  for (const { code, old, next } of listPairs<CountyRows['sites'][number]>(input, 'sites')) {
    const write = (row: typeof old) =>
      (row?.facilities ?? []).map((facility, facilityNumber) =>
        toRecord(FACILITIES, { ...facility, siteCode: code, facilityNumber }),
      );
    const [records, oldRecords] = [write(next), write(old)];
    for (let place = 0; place < Math.max(records.length, oldRecords.length); place += 1)
      facilities.replace(
        { site_code: code, facility_number: place },
        oldRecords[place] ?? null,
        records[place] ?? null,
      );
  }
  return [...arrangements.list(), ...facilities.list()];
}

function changeLedgerRows({ before, change }: ChangeInput): readonly VersionChange[] {
  type Key = Pick<LedgerRow, 'source' | 'villageCode' | 'rowNumber'>;
  const keyOf = ({ source, villageCode, rowNumber }: Key): string => JSON.stringify([source, villageCode, rowNumber]);
  const next = new Map(change.ledgerRows.map((row) => [keyOf(row), row]));
  const named = new Map<string, Key>(
    [...change.removedLedgerRows, ...change.ledgerRows].map((key) => [keyOf(key), key]),
  );
  const old = new Map(
    named.size === 0 ? [] : before.ledgerRows.flatMap((row) => (named.has(keyOf(row)) ? [[keyOf(row), row]] : [])),
  );
  const versions = new VersionCollector(LEDGER_ROWS.table, 'source', 'village_code', 'row_number');
  const write = (row: LedgerRow | undefined) => (row === undefined ? null : toRecord(LEDGER_ROWS, row));
  for (const [key, { source, villageCode, rowNumber }] of named)
    versions.replace(
      { source, village_code: villageCode, row_number: rowNumber },
      write(old.get(key)),
      write(next.get(key)),
    );
  return versions.list();
}

function changeEvents(input: ChangeInput): readonly VersionChange[] {
  const events = createEventChanges();
  for (const list of CODED_LISTS) {
    for (const { code, old, next } of listPairs<CodedRow>(input, list)) {
      if (next !== null) events.change(code, old?.events ?? [], next.events ?? []);
      else if ((old?.events ?? []).length > 0) events.end(code);
    }
  }
  return events.list();
}
