import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '#server/db/open-database.ts';
import { createTestPlace, type EngineName, type TestPlace } from '#tests/support/databases.ts';
import { TOWN_MIGRATIONS, writeTowns } from '#tests/support/towns.ts';

const NEXT = '20260103000000-add-column';

/** A migrated place, and a folder of migrations with one more than it has seen. */
async function createPlace(engine: EngineName, up: string): Promise<TestPlace> {
  const migrationsFolder = await mkdtemp(join(tmpdir(), 'guatu-migrations-'));
  await cp(TOWN_MIGRATIONS, migrationsFolder, { recursive: true });
  const place = await createTestPlace(engine, { migrationsFolder: TOWN_MIGRATIONS });
  await writeFile(
    join(migrationsFolder, `${NEXT}.ts`),
    `export const up = async (trx) => { ${up} };\nexport const down = async (trx) => trx.raw('SELECT 1');\n`,
  );
  onTestFinished(async () => {
    await place.remove();
    await rm(migrationsFolder, { recursive: true, force: true });
  });
  return { ...place, options: { ...place.options, migrationsFolder } };
}

describe.each(['embedded', 'server'] as const)('migrate (%s)', (engine) => {
  it('applies what is missing once, after a verified backup of each county', async () => {
    const place = await createPlace(engine, "await trx.raw('ALTER TABLE town ADD COLUMN extra TEXT')");
    const database = await openDatabase(place.options);
    onTestFinished(() => database.close());
    await database.write((trx) => writeTowns(trx, 3));
    expect(await database.migrate()).toEqual({ applied: [NEXT] });
    expect(await database.migrate()).toEqual({ applied: [] });
    const [backup, ...others] = await database.backups.list();
    expect(others).toEqual([]);
    expect(backup).toMatchObject({ county: '529901', kind: 'migration' });
    const header = await database.backups.verify(backup?.path ?? '');
    expect(header.migrations.at(-1)).toBe('20260102000000-create-notes');
    expect(await database.read((trx) => trx.schema.hasColumn('town', 'extra'))).toBe(true);
  }, 240_000);

  it('leaves nothing of a migration that fails, and tries it again', async () => {
    const place = await createPlace(
      engine,
      "await trx.raw('CREATE TABLE half (id INT)'); await trx.raw('SELECT 1 / 0');",
    );
    const database = await openDatabase(place.options);
    onTestFinished(() => database.close());
    await expect(database.migrate()).rejects.toThrow(/division by zero/);
    await expect(database.migrate()).rejects.toThrow(/division by zero/);
    expect(await database.read((trx) => trx.schema.hasTable('half'))).toBe(false);
  }, 120_000);

  it('refuses a database that a newer program has migrated', async () => {
    const place = await createTestPlace(engine, { migrationsFolder: TOWN_MIGRATIONS });
    const database = await openDatabase(place.options);
    onTestFinished(async () => {
      await database.close();
      await place.remove();
    });
    await database.write((trx) => trx('migration').insert({ name: '20990101000000-from-the-future' }));
    await expect(database.migrate()).rejects.toMatchObject({
      code: 'database_newer',
      details: { found: '20990101000000-from-the-future', expected: '20260102000000-create-notes' },
    });
  }, 120_000);
});

describe('migrate on a server', () => {
  it('is done by one of several copies of the program', async () => {
    const place = await createPlace('server', "await trx.raw('ALTER TABLE town ADD COLUMN extra TEXT')");
    const copies = await Promise.all([1, 2, 3].map(() => openDatabase(place.options)));
    onTestFinished(async () => {
      for (const copy of copies) await copy.close();
    });
    const reports = await Promise.all(copies.map((copy) => copy.migrate()));
    expect(reports.flatMap(({ applied }) => applied)).toEqual([NEXT]);
  }, 120_000);
});
