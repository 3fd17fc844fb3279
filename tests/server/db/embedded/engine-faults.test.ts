import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnvironmentError } from '#core/errors.ts';
import { createEngineFault } from '#server/db/embedded/engine-process.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '#server/db/embedded/open-embedded-database.ts';
import { createTestPlace, type TestPlace } from '#tests/support/databases.ts';
import { TOWN_MIGRATIONS, writeTowns } from '#tests/support/towns.ts';

const LIMITS = { interactive: 1_000, job: 3_000, none: undefined };
const WINDOW = 'ST_MakeEnvelope(0, 0, 3, 3, 4490)';

describe('a fault of the embedded engine', () => {
  let place: TestPlace;
  let database: EmbeddedDatabase;

  beforeAll(async () => {
    place = await createTestPlace('embedded', { migrationsFolder: TOWN_MIGRATIONS });
    const { dataFolder } = place.options;
    database = await openEmbeddedDatabase({ dataFolder, limits: LIMITS });
    await database.write((trx) => writeTowns(trx, 10, 5));
  });

  afterAll(async () => {
    await database.close();
    await place.remove();
  });

  const countMeasured = (): Promise<number> =>
    database.read(async (trx) => {
      const [row] = await trx('town').whereNotNull('area_m2').count<{ count: number }[]>('* as count');
      return row?.count ?? -1;
    });

  it('in an UPDATE throws and leaves no row changed', async () => {
    const work = database.write(async (trx) => {
      await trx.raw(
        `UPDATE town SET area_m2 = (SELECT ST_Area(ST_Union(t.geom, ${WINDOW})) FROM town t WHERE t.code = town.code)`,
      );
    });
    await expect(work).rejects.toBeInstanceOf(EnvironmentError);
    await expect(countMeasured()).resolves.toBe(0);
  });

  it('in a SELECT throws instead of answering no rows', async () => {
    const work = database.read((trx) => trx('town').select(trx.raw(`ST_AsText(ST_Intersection(geom, ${WINDOW}))`)));
    await expect(work).rejects.toMatchObject({ code: 'engine_fault' });
  });

  it('cannot be swallowed by the work that caused it', async () => {
    const work = database.write(async (trx) => {
      await trx('town').update({ area_m2: 1 });
      await trx.raw(`UPDATE town SET area_m2 = ST_Area(ST_Intersection(geom, ${WINDOW}))`).catch(() => undefined);
      return 'done';
    });
    await expect(work).rejects.toMatchObject({ code: 'engine_fault' });
    await expect(countMeasured()).resolves.toBe(0);
  });

  it('does not carry the statement or its values into the message', async () => {
    const work = database.write((trx) =>
      trx.raw(
        `UPDATE town SET code = ?, area_m2 = ST_Area(ST_Intersection(geom, ${WINDOW})) WHERE code = '529901005'`,
        ['secret'],
      ),
    );
    await expect(work).rejects.toMatchObject({ code: 'engine_fault' });
    await expect(work).rejects.toSatisfy((error: Error) => !/secret|UPDATE/.test(error.message));
  });

  it('is an ordinary error when PostgreSQL itself reports it', async () => {
    const transform = database.read((trx) => trx.raw('SELECT ST_Transform(geom, 999) FROM town'));
    await expect(transform).rejects.toMatchObject({ code: 'XX000' });
    const division = database.write((trx) => trx.raw('UPDATE town SET area_m2 = 1 / (SELECT 0)'));
    await expect(division).rejects.toMatchObject({ code: '22012' });
    await expect(countMeasured()).resolves.toBe(0);
  });

  it('rejects what is pending when the thread ends inside a transaction, and nothing stays', async () => {
    const work = database.write(async (trx) => {
      await trx('town').update({ area_m2: 7 });
      const pending = trx.raw('SELECT count(*) FROM generate_series(1, 100000000)');
      setTimeout(() => void database.embedded.discard(createEngineFault('ended by the test')), 50);
      await pending;
    });
    await expect(work).rejects.toMatchObject({ code: 'engine_fault', details: { reason: 'ended by the test' } });
    await expect(countMeasured()).resolves.toBe(0);
  });

  it('does not happen to those who wait for their turn', async () => {
    const bad = database.write((trx) => trx.raw(`UPDATE town SET area_m2 = ST_Area(ST_Intersection(geom, ${WINDOW}))`));
    const waiting = database.read((trx) => trx('town').count<{ count: number }[]>('* as count'), 'none');
    await expect(bad).rejects.toMatchObject({ code: 'engine_fault' });
    await expect(waiting).resolves.toEqual([{ count: 10 }]);
  });

  it('ends a query that misses its deadline, and nothing stays', async () => {
    const work = database.write(async (trx) => {
      await trx('town').update({ area_m2: 7 });
      await trx.raw('SELECT count(*) FROM generate_series(1, 1000000000)');
    });
    await expect(work).rejects.toMatchObject({ code: 'query_deadline_missed', details: { seconds: 1 } });
    await expect(countMeasured()).resolves.toBe(0);
  });

  it('lets work wait for its turn longer than it may take itself', async () => {
    const long = database.read(() => new Promise((resolve) => setTimeout(resolve, 1_500)), 'job');
    await expect(countMeasured()).resolves.toBe(0);
    await long;
  });

  it('ends a transaction that pauses for too long', async () => {
    const work = database.write(async (trx) => {
      await trx('town').update({ area_m2: 7 });
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    });
    await expect(work).rejects.toMatchObject({ code: 'transaction_idle' });
    await expect(countMeasured()).resolves.toBe(0);
  });

  it('is not waited for: a database call inside a transaction is refused at once', async () => {
    const work = database.write(() => database.read((trx) => trx('town').select('code')));
    await expect(work).rejects.toThrow(/expected the transaction that was passed/);
  });

  it('refuses to commit when the work swallowed an error of a statement', async () => {
    const work = database.write(async (trx) => {
      await trx('town').update({ area_m2: 7 });
      await trx.raw('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow(/current transaction is aborted/);
    await expect(countMeasured()).resolves.toBe(0);
  });
});
