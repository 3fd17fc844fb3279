import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import type { Knex } from 'knex';
import type { Transactions } from '../database.ts';
import { listAppliedMigrations } from '../migrate.ts';
import { BACKUP_FORMAT, type BackupHeader, type BackupKind, type BackupTable } from './backup.ts';
import { dumpTable, setTextForm } from './dump-table.ts';
import { listTables } from './list-tables.ts';

/** What one backup is made of. */
export interface WriteBackupOptions {
  readonly path: string;
  readonly county: string;
  readonly kind: BackupKind;
  readonly madeAt: Date;
}

/**
 * Writes the backup of one county from one picture of the data. The rows are streamed to a second file, because the header before them says
 * how many there are; two gzip files one after the other are one gzip file. The name appears only when the content is on disk.
 */
export async function writeBackup(database: Transactions, options: WriteBackupOptions): Promise<BackupHeader> {
  const body = `${options.path}.rows`;
  const whole = `${options.path}.writing`;
  try {
    const header = await database.read((trx) => dumpCounty(trx, body, options), 'job');
    const out = createWriteStream(whole);
    out.write(gzipSync(`${JSON.stringify(header)}\n`));
    await pipeline(createReadStream(body), out);
    await flush(whole);
    await rename(whole, options.path);
    return header;
  } finally {
    await rm(body, { force: true });
    await rm(whole, { force: true });
  }
}

async function dumpCounty(trx: Knex.Transaction, body: string, options: WriteBackupOptions): Promise<BackupHeader> {
  await setTextForm(trx);
  const file = createWriteStream(body);
  const gzip = createGzip({ level: 6 });
  const written = pipeline(gzip, file);
  const onLines = async (lines: string): Promise<void> => {
    if (!gzip.write(lines)) await Promise.race([once(gzip, 'drain'), written]);
  };
  const tables: BackupTable[] = [];
  try {
    for (const table of await listTables(trx)) {
      tables.push(await dumpTable(trx, { table, county: options.county, onLines }));
    }
  } catch (error) {
    gzip.destroy();
    await finished(file, { error: false }).catch(() => undefined);
    await written.catch(() => undefined);
    throw error;
  }
  gzip.end();
  await written;
  return {
    format: BACKUP_FORMAT,
    kind: options.kind,
    county: options.county,
    revision: await readRevision(trx, options.county),
    migrations: await listAppliedMigrations(trx),
    madeAt: options.madeAt.toISOString(),
    tables,
  };
}

/** The newest data revision of a county; 0 where the database has no revisions yet. */
async function readRevision(trx: Knex.Transaction, county: string): Promise<number> {
  if (!(await trx.schema.hasColumn('revision', 'revision'))) return 0;
  const row = await trx('revision')
    .where({ county_code: county })
    .max<{ revision: number | null }>('revision as revision')
    .first();
  return row?.revision ?? 0;
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
