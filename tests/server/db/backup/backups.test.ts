import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Knex } from 'knex';
import { expect, it } from 'vitest';
import type { BackupHeader } from '#server/db/backup/backup.ts';
import type { Database } from '#server/db/database.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { TOWN_MIGRATIONS, writeNotes, writeTowns } from '#tests/support/towns.ts';

const COUNTY = '529901';

const readNotes = (database: Database): Promise<unknown[]> =>
  database.read((trx) => trx('note').orderBy('note_id').select('*', trx.raw('recorded_at::text, town_code')));

async function makeBackup(database: Database): Promise<string> {
  const [file] = await database.backups.backUp('manual');
  if (file === undefined) throw new Error('Got no backup, expected one');
  return file.path;
}

const readLines = async (path: string): Promise<string[]> =>
  gunzipSync(await readFile(path))
    .toString('utf8')
    .split('\n');

const clear = (trx: Knex.Transaction): Promise<unknown> =>
  trx('note')
    .delete()
    .then(() => trx('town').delete());

describeOnBothEngines(
  'createBackups',
  (open) => {
    const openWithRows = async (): Promise<Database> => {
      const database = await open();
      await database.write((trx) => writeTowns(trx, 1_200).then(() => writeNotes(trx)));
      return database;
    };

    it('writes a header with format, county, migrations, and rows and checksum of each table', async () => {
      const path = await makeBackup(await openWithRows());
      const header = JSON.parse((await readLines(path))[0] ?? '') as BackupHeader;
      expect(header).toMatchObject({ format: 1, kind: 'manual', county: COUNTY, revision: 0 });
      expect(header.migrations).toEqual(['20260101000000-create-towns', '20260102000000-create-notes']);
      expect(header.tables.map(({ name, rows }) => [name, rows])).toEqual([
        ['author', 2],
        ['town', 1_200],
        ['note', 2],
      ]);
      expect(header.tables[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    });

    it('restores every value exactly, and numbering goes on after the highest', async () => {
      const database = await openWithRows();
      const before = await readNotes(database);
      const path = await makeBackup(database);
      await database.write(clear);
      await database.backups.restore(path);
      expect(await readNotes(database)).toEqual(before);
      const next = await database.write(async (trx) => {
        await writeNotes(trx);
        return trx('note').max<{ last: number }>('note_id as last').first();
      });
      expect(next?.last).toBe(4);
    });

    it('restores rows that refer to a later row of their own table', async () => {
      const database = await open();
      // More notes than are read from the file at a time: the last one arrives long after the first.
      await database.write(async (trx) => {
        await writeTowns(trx, 1_200);
        await trx.raw(
          "INSERT INTO note (county_code, town_code, author_id) SELECT county_code, code, 'local' FROM town",
        );
        await trx.raw('UPDATE note SET replaces_note_id = 1200 WHERE note_id = 1');
      });
      const path = await makeBackup(database);
      await database.write(clear);
      await database.backups.restore(path);
      expect(await database.read((trx) => trx('note').whereNotNull('replaces_note_id').pluck('note_id'))).toEqual([1]);
    });

    it('refuses to restore over a county that has rows, unless asked to replace it', async () => {
      const database = await openWithRows();
      const path = await makeBackup(database);
      await database.write((trx) => trx('town').update({ area_m2: 5 }));
      await expect(database.backups.restore(path)).rejects.toMatchObject({ code: 'backup_county_exists' });
      await database.backups.restore(path, { replace: true });
      expect(await database.read((trx) => trx('town').whereNotNull('area_m2'))).toEqual([]);
    });

    it('leaves other counties alone', async () => {
      const database = await openWithRows();
      const path = await makeBackup(database);
      const other = { county_code: '529902', code: '529902001' };
      await database.write((trx) =>
        trx.raw('INSERT INTO town (county_code, code, geom) SELECT ?, ?, geom FROM town LIMIT 1', Object.values(other)),
      );
      await database.backups.restore(path, { replace: true });
      expect(await database.read((trx) => trx('town').where(other).select('code'))).toEqual([{ code: '529902001' }]);
    });

    it('refuses a file that was cut off or changed, and changes nothing', async () => {
      const database = await openWithRows();
      const path = await makeBackup(database);
      const before = await readNotes(database);
      const bytes = await readFile(path);
      await writeFile(path, bytes.subarray(0, bytes.length - 100));
      await expect(database.backups.restore(path, { replace: true })).rejects.toMatchObject({ code: 'backup_damaged' });
      await writeFile(path, gzipSync(gunzipSync(bytes).toString('utf8').replace('"529901777"', '"529901x77"')));
      await expect(database.backups.restore(path, { replace: true })).rejects.toMatchObject({ code: 'backup_damaged' });
      expect(await readNotes(database)).toEqual(before);
    });

    it('refuses a file of another format or of other migrations', async () => {
      const database = await openWithRows();
      const path = await makeBackup(database);
      const [first = '', ...rest] = await readLines(path);
      const header = JSON.parse(first) as BackupHeader;
      const rewrite = (changed: object) =>
        writeFile(path, gzipSync([JSON.stringify({ ...header, ...changed }), ...rest].join('\n')));
      await rewrite({ format: 2 });
      await expect(database.backups.restore(path)).rejects.toMatchObject({ code: 'backup_format' });
      await rewrite({ migrations: [...header.migrations, '20990101000000-create-cities'] });
      await expect(database.backups.restore(path)).rejects.toMatchObject({ code: 'backup_migrations' });
    });

    it('verifies a file in a second engine', async () => {
      const database = await openWithRows();
      const path = await makeBackup(database);
      await expect(database.backups.verify(path)).resolves.toMatchObject({ county: COUNTY });
      const bytes = await readFile(path);
      await writeFile(path, bytes.subarray(0, 200));
      await expect(database.backups.verify(path)).rejects.toMatchObject({ code: 'backup_damaged' });
    }, 120_000);
  },
  { migrationsFolder: TOWN_MIGRATIONS },
);
