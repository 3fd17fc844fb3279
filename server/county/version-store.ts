import type { Transaction } from '#server/db/database.ts';
import type { CountyVersion } from '#server/db/earlier-versions.ts';
import { letReadsIn } from '#server/db/let-reads-in.ts';
import { type DbRecord, fromRecord, readColumns, type TableSpec, toRecord } from './table-spec.ts';

/** Rows a statement: 1 to 3 MB of JSON; fewer cost more statements, more cost memory in the embedded engine. */
const ROWS_PER_STATEMENT = 5000;

/** Records for one table. */
export interface RecordBatch {
  readonly table: string;
  /** Columns that have the same value in every record. */
  readonly shared: DbRecord;
  /** All with the same columns. */
  readonly records: readonly DbRecord[];
}

/** Stores rows as versions that begin at a revision. */
export async function insertVersions<Row>(
  trx: Transaction,
  spec: TableSpec<Row>,
  { countyCode, revision, rows }: CountyVersion & { readonly rows: readonly Row[] },
): Promise<void> {
  const records = rows.map((row) => toRecord(spec, row));
  await insertRecords(trx, {
    table: spec.table,
    shared: { county_code: countyCode, revision_from: revision },
    records,
  });
}

/** Inserts records many at a time; between two of the statements waiting reads are answered. */
export async function insertRecords(trx: Transaction, { table, shared, records }: RecordBatch): Promise<void> {
  const columns = Object.keys(records[0] ?? {});
  for (let start = 0; start < records.length; start += ROWS_PER_STATEMENT) {
    if (start > 0) await letReadsIn(trx);
    const text = JSON.stringify(records.slice(start, start + ROWS_PER_STATEMENT));
    await insertRecordText(trx, { table, shared, columns, text });
  }
}

/**
 * Inserts records that travel as one JSON value, which the database turns into rows of the table with the input functions of the column types
 * (for geometries that reads EWKB, without GEOS or PROJ).
 */
export async function insertRecordText(
  trx: Transaction,
  {
    table,
    shared,
    columns,
    text,
  }: Pick<RecordBatch, 'table' | 'shared'> & {
    readonly columns: readonly string[];
    /** A JSON list of records that have these columns. */
    readonly text: string;
  },
): Promise<void> {
  const sharedColumns = Object.keys(shared);
  const into = [...sharedColumns, ...columns].map(() => '??').join(', ');
  // the type of a shared value follows from the record type of the table, as for the others
  const select = [...sharedColumns.map(() => 'shared.??'), ...columns.map(() => 'record.??')].join(', ');
  await trx.raw(
    `INSERT INTO ?? (${into}) SELECT ${select}
     FROM json_populate_recordset(NULL::??, ?::json) record, json_populate_record(NULL::??, ?::json) shared`,
    [
      ...[table, ...sharedColumns, ...columns, ...sharedColumns, ...columns, table],
      text,
      table,
      JSON.stringify(shared),
    ],
  );
}

/** Ends the versions that are valid now: from `revision` on they are no longer. */
export async function closeVersions(trx: Transaction, table: string, version: CountyVersion): Promise<void> {
  await trx(table)
    .where({ county_code: version.countyCode })
    .whereNull('revision_to')
    .update({ revision_to: version.revision });
}

/** Lists what a table has at a revision that is known from elsewhere. */
export type ListVersions = <Row>(spec: TableSpec<Row>) => Promise<Row[]>;

/** The rows of a table that are valid at a revision, in no particular order. */
export async function selectVersions<Row>(
  trx: Transaction,
  spec: TableSpec<Row>,
  version: CountyVersion,
): Promise<Row[]> {
  const records: DbRecord[] = await whereValid(trx, spec.table, version).select(...readColumns(spec));
  return records.map((record) => fromRecord(spec, record));
}

/** A query over the rows of a table that are valid at a revision. */
export function whereValid(trx: Transaction, table: string, { countyCode, revision }: CountyVersion) {
  return trx(table)
    .where('county_code', countyCode)
    .where('revision_from', '<=', revision)
    .where((valid) => valid.whereNull('revision_to').orWhere('revision_to', '>', revision));
}
