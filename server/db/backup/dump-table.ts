import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { BackupTable } from './backup.ts';
import type { TableInfo } from './list-tables.ts';

/** Rows per fetch; few where a row may be a chunk of a file. */
const ROWS_PER_FETCH = 1_000;
const WIDE_ROWS_PER_FETCH = 4;

/** Types that are ordered by the bytes of their text, so that both engines agree whatever their collation. */
const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'character varying']);

/** Settings under which both engines write every value in the same way. */
const TEXT_FORM = `
  SET LOCAL timezone = 'UTC';
  SET LOCAL datestyle = 'ISO, YMD';
  SET LOCAL intervalstyle = 'iso_8601';
  SET LOCAL bytea_output = 'hex';
  SET LOCAL extra_float_digits = 1`;

/** Makes values of this transaction come out as texts that do not depend on the engine or its settings. */
export async function setTextForm(trx: Knex.Transaction): Promise<void> {
  for (const statement of TEXT_FORM.split(';')) await trx.raw(statement);
}

/** Columns that a backup carries: generated ones come back by themselves. */
export function listCarriedColumns(table: TableInfo): TableInfo['columns'] {
  return table.columns.filter((column) => column.filled !== 'generated');
}

/** What is dumped, and where to. */
export interface DumpTableOptions {
  readonly table: TableInfo;
  readonly county: string;
  /** Receives whole lines, each with its line end; without it the rows are only counted and summed up. */
  readonly onLines?: (lines: string) => Promise<void>;
}

/** Writes the rows of one county, or of a table that belongs to no county all rows, as lines of JSON in the order of the key. */
export async function dumpTable(
  trx: Knex.Transaction,
  { table, county, onLines }: DumpTableOptions,
): Promise<BackupTable> {
  const columns = listCarriedColumns(table);
  const hash = createHash('sha256');
  let rows = 0;
  const isWide = columns.some((column) => column.type === 'bytea');
  await declareCursor(trx, table, county);
  while (true) {
    const lines = await fetchLines(trx, isWide ? WIDE_ROWS_PER_FETCH : ROWS_PER_FETCH);
    if (lines.length === 0) break;
    const text = `${lines.join('\n')}\n`;
    hash.update(text);
    rows += lines.length;
    await onLines?.(text);
  }
  await trx.raw('CLOSE dump');
  const carried = columns.map(({ name, type }) => ({ name, type }));
  return { name: table.name, columns: carried, rows, sha256: hash.digest('hex') };
}

async function declareCursor(trx: Knex.Transaction, table: TableInfo, county: string): Promise<void> {
  const columns = listCarriedColumns(table);
  const values = columns.map(() => '??::text').join(', ');
  const order = table.key.map((name) => (isText(table, name) ? '?? COLLATE "C"' : '??')).join(', ');
  // DECLARE takes no bindings; the county is a code of digits that Knex writes as a literal.
  const query = trx
    .raw(
      `DECLARE dump NO SCROLL CURSOR FOR SELECT to_json(ARRAY[${values}])::text AS line FROM ??` +
        `${table.perCounty ? ' WHERE county_code = ?' : ''}${order === '' ? '' : ` ORDER BY ${order}`}`,
      [...columns.map(({ name }) => name), table.name, ...(table.perCounty ? [county] : []), ...table.key],
    )
    .toQuery();
  await trx.raw(query.replace(/\?/g, '\\?'));
}

function isText(table: TableInfo, name: string): boolean {
  return TEXT_TYPES.has(table.columns.find((column) => column.name === name)?.type ?? '');
}

async function fetchLines(trx: Knex.Transaction, count: number): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { line: string }[] }>(`FETCH ${count} FROM dump`);
  return rows.map(({ line }) => line);
}
