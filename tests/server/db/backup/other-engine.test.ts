import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BackupHeader } from '#server/db/backup/backup.ts';
import { readBackup } from '#server/db/backup/read-backup.ts';
import type { Database } from '#server/db/database.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { createTestPlace, type EngineName } from '#tests/support/databases.ts';
import { TOWN_MIGRATIONS, writeNotes, writeTowns } from '#tests/support/towns.ts';

async function openPlace(engine: EngineName, migrationsFolder = TOWN_MIGRATIONS): Promise<Database> {
  const place = await createTestPlace(engine, { migrationsFolder });
  const database = await openDatabase(place.options);
  onTestFinished(async () => {
    await database.close();
    await place.remove();
  });
  return database;
}

async function makeBackup(database: Database): Promise<{ path: string; header: BackupHeader }> {
  const [file] = await database.backups.backUp('manual');
  const path = file?.path ?? '';
  const header = await readBackup(path, { onHeader: async () => undefined, onLines: async () => undefined });
  return { path, header };
}

/** Rows and checksums; the shared table of authors keeps the time at which each database was made. */
const contentOf = ({ tables }: BackupHeader): BackupHeader['tables'] => tables.filter(({ name }) => name !== 'author');

describe('a backup', () => {
  it('of the embedded engine restores on a server, and back again, to the same checksums', async () => {
    const embedded = await openPlace('embedded');
    const server = await openPlace('server');
    await embedded.write((trx) => writeTowns(trx, 50).then(() => writeNotes(trx)));
    const first = await makeBackup(embedded);
    await server.backups.restore(first.path);
    const second = await makeBackup(server);
    expect(contentOf(second.header)).toEqual(contentOf(first.header));
    await embedded.write((trx) => trx('note').delete());
    await embedded.backups.restore(second.path, { replace: true });
    const third = await makeBackup(embedded);
    expect(contentOf(third.header)).toEqual(contentOf(first.header));
  }, 120_000);
});

/** A folder that has only the first of the migrations: the program as it was before. */
async function copyFirstMigration(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-earlier-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const name = '20260101000000-create-towns.ts';
  await copyFile(join(TOWN_MIGRATIONS, name), join(folder, name));
  return folder;
}

describe('a backup of an earlier version', () => {
  it('is brought to the present one on the way into the database of a server', async () => {
    const earlier = await openPlace('embedded', await copyFirstMigration());
    await earlier.write((trx) => writeTowns(trx, 50));
    const { path, header } = await makeBackup(earlier);
    expect(header.migrations).toEqual(['20260101000000-create-towns']);
    const present = await openPlace('server');
    await present.backups.restore(path);
    const upgraded = await makeBackup(present);
    expect(upgraded.header.migrations).toHaveLength(2);
    const townsOf = ({ tables }: BackupHeader) => tables.find(({ name }) => name === 'town');
    expect(townsOf(upgraded.header)?.rows).toBe(50);
    expect(townsOf(upgraded.header)?.sha256).toBe(townsOf(header)?.sha256);
  }, 120_000);
});
