import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backups } from '#server/db/backup/backup.ts';
import { createBackups } from '#server/db/backup/backups.ts';
import type { Database } from '#server/db/database.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { createTestPlace, type TestPlace } from '#tests/support/databases.ts';
import { TOWN_MIGRATIONS, writeTowns } from '#tests/support/towns.ts';

const DAY_MILLISECONDS = 24 * 3600 * 1000;
const TODAY = Date.parse('2026-11-22T03:00:00Z');

/** Name of the daily backup of a county, so many days before today. */
function dailyName(county: string, daysAgo: number): string {
  const stamp = new Date(TODAY - daysAgo * DAY_MILLISECONDS).toISOString().slice(0, 19).replace(/[-:]/g, '');
  return `${county}-daily-${stamp}Z.ndjson.gz`;
}

describe('backUpDaily', () => {
  let place: TestPlace;
  let database: Database;

  beforeAll(async () => {
    place = await createTestPlace('embedded', { migrationsFolder: TOWN_MIGRATIONS });
    database = await openDatabase(place.options);
    await database.write(async (trx) => {
      await writeTowns(trx, 3);
      await trx.raw("INSERT INTO town (county_code, code, geom) SELECT '529902', '529902001', geom FROM town LIMIT 1");
    });
  });

  afterAll(async () => {
    await database.close();
    await place.remove();
  });

  /** Backups in a folder of their own, which already holds files with the given names. */
  async function createFolder(names: readonly string[]): Promise<{ folder: string; backups: Backups }> {
    const folder = join(place.options.dataFolder, 'daily');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    for (const name of names) await writeFile(join(folder, name), 'old');
    const { cacheFolder = folder } = place.options;
    const options = { database, folder, cacheFolder, migrationsFolder: TOWN_MIGRATIONS, now: () => new Date(TODAY) };
    return { folder, backups: createBackups(options) };
  }

  it('backs up each county once a day, and removes what is kept no longer', async () => {
    const before = Array.from({ length: 30 }, (_, index) => dailyName('529901', index + 1));
    const { folder, backups } = await createFolder([...before, 'notes.txt']);
    const made = await backups.backUpDaily();
    expect(made.map(({ county, kind }) => [county, kind])).toEqual([
      ['529901', 'daily'],
      ['529902', 'daily'],
    ]);
    expect(await backups.backUpDaily()).toEqual([]);
    // 2026-11-22 is a Sunday: the last 7 days, and the Sundays of 4 weeks.
    const kept = [0, 1, 2, 3, 4, 5, 6, 7, 14, 21].map((days) => dailyName('529901', days));
    expect((await readdir(folder)).sort()).toEqual([...kept, dailyName('529902', 0), 'notes.txt'].sort());
  }, 120_000);

  it('backs up only the county that has none of today', async () => {
    const { backups } = await createFolder([dailyName('529901', 0)]);
    expect((await backups.backUpDaily()).map(({ county }) => county)).toEqual(['529902']);
  }, 120_000);
});
