import type { Transaction } from '#server/db/database.ts';
import { type CountyVersion, lookOnlyAt } from '#server/db/earlier-versions.ts';
import { LIST_TABLES } from './list-tables.ts';
import { AREAS, ARRANGEMENTS, FACILITIES, SEGMENTS } from './thing-tables.ts';
import { LEDGER_ROWS } from './work-tables.ts';

/** A revision that changed again what one before it had changed. */
export interface LaterChange {
  /** Code of a thing, or what tells a ledger row. */
  readonly code: string;
  readonly revision: number;
  readonly description: string;
  readonly recordedAt: Date;
}

/** Columns that follow from other rows of the county: they say nothing of a thing itself. */
const DERIVED_COLUMNS = ['length_m', 'start_node', 'end_node'];

interface WatchedTable {
  readonly table: string;
  /** Columns that tell one thing from another. */
  readonly keys: readonly string[];
  /** Columns that are compared; null where any later version is a change. */
  readonly compared: readonly string[] | null;
}

const WATCHED: readonly WatchedTable[] = [
  { table: AREAS.table, keys: ['code'], compared: null },
  {
    table: SEGMENTS.table,
    keys: ['code'],
    compared: SEGMENTS.columns
      .map(({ column }) => column)
      .filter((column) => !DERIVED_COLUMNS.includes(column) && !column.endsWith('_mercator')),
  },
  ...LIST_TABLES.map(({ table }) => ({ table, keys: ['code'], compared: null })),
  { table: ARRANGEMENTS.table, keys: ['household_code'], compared: null },
  { table: FACILITIES.table, keys: ['site_code'], compared: null },
  { table: 'event', keys: ['thing_code'], compared: null },
  { table: LEDGER_ROWS.table, keys: ['source', 'village_code', 'row_number'], compared: null },
];

/** A revision of a county, and the newest one. */
interface Span extends CountyVersion {
  readonly newest: number;
}

/** The first later revision up to the newest that changed something which a revision had changed; undefined when none did. */
export async function findLaterChange(trx: Transaction, span: Span): Promise<LaterChange | undefined> {
  const { countyCode, revision, newest } = span;
  lookOnlyAt(trx, { countyCode, revision: newest });
  // without statistics of what a revision touched, the planner would look through a table for each of its rows
  await trx.raw('SET LOCAL enable_nestloop = off');
  // where none can be avoided the plan counts as so dear that a server would compile it
  await trx.raw('SET LOCAL jit = off');
  const found: { readonly code: string; readonly revision: number }[] = [];
  for (const watched of WATCHED) found.push(...(await selectLaterChange(trx, span, watched)));
  const first = found.toSorted((a, b) => a.revision - b.revision)[0];
  if (first === undefined) return undefined;
  const row = await trx('revision')
    .where({ county_code: countyCode, revision: first.revision })
    .first('description', 'recorded_at');
  return first.revision > revision
    ? { ...first, description: row.description, recordedAt: row.recorded_at }
    : undefined;
}

/** Keys of which a version began or ended at the revision, and again later. */
async function selectLaterChange(
  trx: Transaction,
  { countyCode, revision, newest }: Span,
  { table, keys, compared }: WatchedTable,
): Promise<readonly { readonly code: string; readonly revision: number }[]> {
  const list = keys.map(() => '??').join(', ');
  const match = keys.map(() => 'touched.?? = later.??').join(' AND ');
  const pairs = keys.flatMap((key) => [key, key]);
  const [key = 'code'] = keys;
  const bindings: readonly (string | number)[] = [
    ...[key, revision, ...keys, table, countyCode, revision, revision, table, countyCode, ...pairs],
    ...[revision, revision, revision, newest],
    ...(compared === null ? [] : [table, countyCode, revision, ...compared.flatMap((column) => [column, column])]),
  ];
  const { rows } = await trx.raw<{ rows: { code: string; revision: number }[] }>(
    `SELECT later.??::text AS code,
       min(CASE WHEN later.revision_from > ? THEN later.revision_from ELSE later.revision_to END) AS revision
     FROM (SELECT DISTINCT ${list} FROM ?? WHERE county_code = ? AND (revision_from = ? OR revision_to = ?)) touched
     JOIN ?? later ON later.county_code = ? AND ${match}
     WHERE CASE WHEN later.revision_from > ? THEN later.revision_from ELSE later.revision_to END > ?
       AND CASE WHEN later.revision_from > ? THEN later.revision_from ELSE later.revision_to END <= ? ${compared === null ? '' : differsSql(compared)}
     GROUP BY 1 ORDER BY 2 LIMIT 1`,
    [...bindings],
  );
  return rows;
}

/** A version that began with the same values as the one before it does not count, nor does one that ended where another began. */
const differsSql = (compared: readonly string[]): string =>
  `AND NOT EXISTS (SELECT FROM ?? other WHERE other.county_code = ? AND other.code = later.code
     AND CASE WHEN later.revision_from > ? THEN other.revision_to = later.revision_from
       AND ${compared.map(() => 'other.??::text IS NOT DISTINCT FROM later.??::text').join(' AND ')}
       ELSE other.revision_from = later.revision_to END)`;
