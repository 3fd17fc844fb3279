import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { writeCounty } from '#server/county/write-county.ts';
import { createReader } from '#server/db/create-reader.ts';
import type { Database } from '#server/db/database.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

/** Connects as another role to the database of the tests. */
async function connectAs(database: Database, user: string, password: string): Promise<Client> {
  const place = await database.read(async (trx) => {
    const { rows } = await trx.raw<{ rows: { name: string; folder: string; port: string }[] }>(
      `SELECT current_database() AS name, current_setting('port') AS port`,
    );
    return rows[0];
  });
  const client = new Client({ host: '127.0.0.1', port: Number(place?.port), database: place?.name, user, password });
  await client.connect();
  return client;
}

describeOnBothEngines('createReader', (open, engine) => {
  it('makes a role that reads the views and nothing else', async () => {
    const database = await open();
    const reader = { name: `reader_${randomBytes(4).toString('hex')}`, password: 'a b\'c"d' };
    if (engine === 'embedded') {
      await expect(createReader(database, reader)).rejects.toMatchObject({ code: 'reader_needs_server' });
      return;
    }
    const rows = createTinyCountyRows();
    await database.write((trx) => writeCounty(trx, rows, { account: 'local' }), 'none');
    await createReader(database, reader);
    await createReader(database, reader);
    const client = await connectAs(database, reader.name, reader.password);
    try {
      const { rows: villages } = await client.query('SELECT code, name, town_code FROM guatu.village ORDER BY code');
      expect(villages).toHaveLength(rows.areas.filter(({ level }) => level === 'village').length);
      const { rows: surfaces } = await client.query(
        `SELECT count(*)::int AS count FROM guatu.segment WHERE surface IS NOT NULL`,
      );
      expect(surfaces[0]?.count).toBeGreaterThan(0);
      await expect(client.query('SELECT * FROM household')).rejects.toThrow(/permission denied/);
      await expect(client.query('SELECT * FROM account')).rejects.toThrow(/permission denied/);
      await expect(client.query(`UPDATE guatu.village SET name = 'x'`)).rejects.toThrow(/read-only|permission denied/);
      await expect(client.query('CREATE TABLE mine (a int)')).rejects.toThrow(/read-only|permission denied/);
    } finally {
      await client.end();
      await database.write((trx) => trx.raw(`DROP OWNED BY ??; DROP ROLE ??`, [reader.name, reader.name]));
    }
  });

  it('refuses names that are no names', async () => {
    const database = await open();
    for (const name of ['', 'Reader', 'a-b', 'x"; DROP TABLE area; --', 'postgres'.toUpperCase()]) {
      await expect(createReader(database, { name, password: 'x' })).rejects.toMatchObject({ code: 'reader_name' });
    }
  });

  it('leaves to its readers views that show the newest state of each thing without versions, households or posts', async () => {
    const database = await open();
    const rows = createTinyCountyRows();
    await database.write((trx) => writeCounty(trx, rows, { account: 'local' }), 'none');
    await database.write((trx) => writeCounty(trx, rows, { account: 'local' }), 'none');
    const columns = await database.read((trx) =>
      trx('information_schema.columns').where({ table_schema: 'guatu' }).select('table_name', 'column_name'),
    );
    const names = columns.map(({ column_name: name }) => String(name));
    expect(names.filter((name) => /revision|responsible|cause|household_code/.test(name))).toEqual([]);
    expect(columns.map(({ table_name: name }) => name)).not.toContain('household');
    const settlements = await database.read((trx) =>
      trx.withSchema('guatu').from('settlement').count({ count: '*' }).first(),
    );
    expect(Number(settlements?.count)).toBe(rows.settlements.length);
  });
});
