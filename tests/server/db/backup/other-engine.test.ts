import { describe, expect, it, onTestFinished } from 'vitest';
import type { BackupHeader } from '#server/db/backup/backup.ts';
import { readBackup } from '#server/db/backup/read-backup.ts';
import type { Database } from '#server/db/database.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { createTestPlace, type EngineName } from '#tests/support/databases.ts';
import { TOWN_MIGRATIONS, writeNotes, writeTowns } from '#tests/support/towns.ts';

async function openPlace(engine: EngineName): Promise<Database> {
  const place = await createTestPlace(engine, { migrationsFolder: TOWN_MIGRATIONS });
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
