import { readdirSync } from 'node:fs';
import type { Knex } from 'knex';
import { expect, it } from 'vitest';
import { describeOnBothEngines } from '#tests/support/databases.ts';

/** Both halves of a migration. */
interface Migration {
  readonly up: (trx: Knex.Transaction) => Promise<void>;
  readonly down: (trx: Knex.Transaction) => Promise<void>;
}

const NAMES = readdirSync(new URL('../../migrations', import.meta.url))
  .filter((name) => name.endsWith('.ts'))
  .sort();

const load = async (name: string): Promise<Migration> =>
  import(/* @vite-ignore */ new URL(`../../migrations/${name}`, import.meta.url).href);

const listTables = async (trx: Knex.Transaction): Promise<string[]> =>
  (
    await trx('pg_tables')
      .where({ schemaname: 'public' })
      .whereNotIn('tablename', ['spatial_ref_sys', 'migration'])
      .pluck<string[]>('tablename')
  ).sort();

describeOnBothEngines('migrations', (open) => {
  it('go down to nothing and up again to the same tables', async () => {
    const db = await open();
    const before = await db.read(listTables);
    const between = await db.write(async (trx) => {
      for (const name of [...NAMES].reverse()) await (await load(name)).down(trx);
      const left = await listTables(trx);
      for (const name of NAMES) await (await load(name)).up(trx);
      return left;
    }, 'none');
    expect(before.length).toBeGreaterThan(30);
    expect(between).toEqual([]);
    expect(await db.read(listTables)).toEqual(before);
  });

  it('put county_code first into the key of every table that grows with the country', async () => {
    const db = await open();
    const { rows } = await db.read((trx) =>
      trx.raw<{ rows: { table: string; first: string }[] }>(`
        SELECT class.relname AS table, attribute.attname AS first
        FROM pg_index key
        JOIN pg_class class ON class.oid = key.indrelid
        JOIN pg_namespace space ON space.oid = class.relnamespace AND space.nspname = 'public'
        JOIN pg_attribute attribute ON attribute.attrelid = class.oid AND attribute.attnum = key.indkey[0]
        WHERE key.indisprimary`),
    );
    const others = rows.filter(({ first }) => first !== 'county_code').map(({ table }) => table);
    expect(others.sort()).toEqual(['account', 'migration', 'spatial_ref_sys']);
  });
});
