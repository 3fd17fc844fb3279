import type { Knex } from 'knex';
import { EnvironmentError } from '#core/errors.ts';
import { beginBulkLoad } from '../bulk-load.ts';
import type { Transactions } from '../database.ts';
import { listAppliedMigrations } from '../migrate.ts';
import type { BackupHeader, BackupTable } from './backup.ts';
import { dumpTable, listCarriedColumns, setTextForm } from './dump-table.ts';
import { createLineInserter } from './insert-lines.ts';
import { listTables, type TableInfo } from './list-tables.ts';
import { createDamage, readBackup } from './read-backup.ts';

/** How a backup meets what is there. */
export interface RestoreOptions {
  /** Removes the rows of the county first; otherwise a county that has rows is an error. */
  readonly replace?: boolean | undefined;
  /** Removes every row of every table first: for a database that holds nothing else. */
  readonly intoEmpty?: boolean | undefined;
}

/** A backup on its way into the tables of a database. */
interface Restoring extends RestoreOptions {
  readonly tables: readonly TableInfo[];
  readonly header: BackupHeader;
  readonly path: string;
}

/**
 * Puts the county of a backup into the database, in one transaction, and compares what is stored with the checksums of the file before it
 * commits. Rows of tables that belong to no county are added where their key is free.
 *
 * @throws {EnvironmentError} `backup_damaged`, `backup_format`, `backup_migrations`, `backup_county_exists`
 */
export async function restoreBackup(
  database: Transactions,
  path: string,
  options: RestoreOptions = {},
): Promise<BackupHeader> {
  return database.write(async (trx) => {
    await setTextForm(trx);
    const tables = await listTables(trx);
    const load = await beginBulkLoad(trx);
    const inserter = createLineInserter(trx, load);
    const header = await readBackup(path, {
      async onHeader(found) {
        await checkMigrations(trx, found, path);
        await makeRoom(trx, { ...options, tables, header: found, path });
      },
      onLines: (table, lines) => inserter.insert(getTable(tables, table, path), lines),
      onTableEnd: (table) => inserter.finish(getTable(tables, table, path)),
    });
    await load.finish(header.county);
    await restartIdentities(trx, tables);
    await compare(trx, { ...options, tables, header, path });
    return header;
  }, 'none');
}

async function checkMigrations(trx: Knex.Transaction, header: BackupHeader, path: string): Promise<void> {
  const applied = await listAppliedMigrations(trx);
  if (applied.join() === header.migrations.join()) return;
  const found = header.migrations.at(-1) ?? '';
  const expected = applied.at(-1) ?? '';
  throw new EnvironmentError('backup_migrations', `Got a backup of migration ${found}, expected ${expected}: ${path}`, {
    file: path,
    found,
    expected,
  });
}

function getTable(tables: readonly TableInfo[], wanted: BackupTable, path: string): TableInfo {
  const table = tables.find(({ name }) => name === wanted.name);
  if (table === undefined) throw createDamage(path, `there is no table ${wanted.name}`);
  // Names and types become part of a statement: only those of the table itself may.
  const own = listCarriedColumns(table).map(({ name, type }) => `${name} ${type}`);
  const found = wanted.columns.map(({ name, type }) => `${name} ${type}`);
  if (own.join() !== found.join()) throw createDamage(path, `table ${wanted.name} has other columns`);
  return table;
}

async function makeRoom(trx: Knex.Transaction, restoring: Restoring): Promise<void> {
  const { tables, path } = restoring;
  const { county } = restoring.header;
  if (restoring.intoEmpty === true) {
    for (const { name } of tables.toReversed()) await trx(name).delete();
    return;
  }
  const ours = tables.filter(({ perCounty }) => perCounty);
  if (restoring.replace === true) {
    for (const { name } of ours.toReversed()) await trx(name).where({ county_code: county }).delete();
    return;
  }
  for (const { name } of ours) {
    if ((await trx(name).where({ county_code: county }).first(trx.raw('1'))) !== undefined) {
      throw new EnvironmentError('backup_county_exists', `County ${county} already has rows in ${name}`, {
        county,
        file: path,
      });
    }
  }
}

/** Numbers given by the database go on after the highest one restored. */
async function restartIdentities(trx: Knex.Transaction, tables: readonly TableInfo[]): Promise<void> {
  for (const table of tables) {
    for (const { name } of table.columns.filter(({ filled }) => filled === 'identity')) {
      await trx.raw(
        `SELECT setval(pg_get_serial_sequence(quote_ident(?), ?), GREATEST(max(??), 1), max(??) IS NOT NULL) FROM ??`,
        [table.name, name, name, name, table.name],
      );
    }
  }
}

/** Shared tables may hold more than the backup, but for a database that was empty before. */
async function compare(trx: Knex.Transaction, { tables, header, path, intoEmpty = false }: Restoring): Promise<void> {
  for (const expected of header.tables) {
    const table = getTable(tables, expected, path);
    if (!table.perCounty && !intoEmpty) continue;
    const stored = await dumpTable(trx, { table, county: header.county });
    if (stored.rows === expected.rows && stored.sha256 === expected.sha256) continue;
    throw createDamage(path, `table ${expected.name} has ${stored.rows} rows after loading, expected ${expected.rows}`);
  }
}
