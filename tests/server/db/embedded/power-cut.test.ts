import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '#server/db/open-database.ts';
import { createTestPlace } from '#tests/support/databases.ts';
import { TOWN_MIGRATIONS } from '#tests/support/towns.ts';

const ROWS = 300;

/** A folder that receives only what the engine flushes; its database folder is named as in a data folder. */
async function createShadowFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-shadow-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** CHECKPOINT is allowed inside a transaction. */
const checkpoint = (trx: Knex.Transaction): Promise<unknown> => trx.raw('CHECKPOINT');

describe('the embedded database after a power cut', () => {
  it('has every row that was acknowledged, from what was flushed alone', async () => {
    const place = await createTestPlace('embedded', { migrationsFolder: TOWN_MIGRATIONS });
    const shadow = await createShadowFolder();
    const database = await openDatabase({ ...place.options, shadowFolder: join(shadow, 'database') });
    await database.write((trx) => trx.raw('CREATE TABLE acknowledged (id INT PRIMARY KEY, text TEXT)'));
    for (let id = 0; id < ROWS; id += 1) {
      await database.write((trx) => trx('acknowledged').insert({ id, text: 'y'.repeat(500) }));
      // A checkpoint writes the tables and gives the log free: the moment at which wrong flushing loses them.
      if (id % 100 === 50) await database.write(checkpoint);
    }
    // Nothing is closed before the shadow boots: that is the power cut.
    const after = await openDatabase({ dataFolder: shadow, migrationsFolder: TOWN_MIGRATIONS });
    const rows = await after.read((trx) => trx('acknowledged').select<{ text: string }[]>('text'));
    expect(rows).toHaveLength(ROWS);
    expect(rows.every(({ text }) => text.length === 500)).toBe(true);
    await after.close();
    await database.close();
    await place.remove();
  }, 240_000);
});
