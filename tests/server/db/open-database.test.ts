import { expect, it } from 'vitest';
import { describeOnBothEngines } from '#tests/support/databases.ts';

describeOnBothEngines('openDatabase', (open, engine) => {
  it('gives a migrated database with PostGIS', async () => {
    const database = await open();
    const answer = await database.read((trx) => trx.raw('SELECT postgis_lib_version() AS version'));
    expect(answer.rows[0].version).toMatch(/^3\./);
    expect(database.engine).toBe(engine);
  });

  it('refuses to write inside a read', async () => {
    const database = await open();
    await expect(database.read((trx) => trx.raw('CREATE TABLE t (id int)'))).rejects.toThrow(/read-only/);
  });

  it('takes back everything of a write that throws', async () => {
    const database = await open();
    const work = database.write(async (trx) => {
      await trx.raw('CREATE TABLE gone (id int)');
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await database.read((trx) => trx.schema.hasTable('gone'))).toBe(false);
  });
});
