import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { Client } from 'pg';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { Transactions } from '#server/db/database.ts';
import { DEADLINE_LIMITS } from '#server/db/deadlines.ts';
import { openServerDatabase } from '#server/db/server/open-server-database.ts';
import { getServerUrl } from '#tests/support/databases.ts';

async function withUrl(change: (url: URL) => void): Promise<string> {
  const url = new URL(await getServerUrl());
  change(url);
  return url.href;
}

async function asAdministrator(...statements: string[]): Promise<void> {
  const client = new Client(await getServerUrl());
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** An empty database, and its address. */
async function createEmptyDatabase(): Promise<string> {
  const name = `guatu_empty_${inject('databaseRun')}_${randomUUID().slice(0, 8)}`;
  await asAdministrator(`CREATE DATABASE "${name}"`);
  onTestFinished(() => asAdministrator(`DROP DATABASE "${name}" WITH (FORCE)`));
  return withUrl((url) => {
    url.pathname = `/${name}`;
  });
}

async function openFor(databaseUrl: string, limits: Partial<typeof DEADLINE_LIMITS> = {}): Promise<Transactions> {
  const database = await openServerDatabase({ databaseUrl, limits: { ...DEADLINE_LIMITS, ...limits } });
  onTestFinished(() => database.close());
  return database;
}

describe('openServerDatabase', () => {
  it('creates PostGIS where it is missing and the account may', async () => {
    const database = await openFor(await createEmptyDatabase());
    const { rows } = await database.read((trx) => trx.raw('SELECT postgis_lib_version() AS version'));
    expect(rows[0].version).toMatch(/^3\./);
  });

  it('says that PostGIS is missing where the account may not create it', async () => {
    const role = `guatu_${randomUUID().slice(0, 8)}`;
    const databaseUrl = await createEmptyDatabase();
    await asAdministrator(`CREATE ROLE "${role}" LOGIN`);
    const url = new URL(databaseUrl);
    url.username = role;
    await expect(openFor(url.href)).rejects.toMatchObject({ code: 'postgis_missing' });
    await asAdministrator(`DROP ROLE "${role}"`);
  });

  it('says that nobody listens', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const url = `postgres://someone:secret@127.0.0.1:${port}/guatu`;
    await expect(openFor(url)).rejects.toMatchObject({
      code: 'database_unreachable',
      details: { host: '127.0.0.1', port },
    });
    await expect(openFor(url)).rejects.toSatisfy((error) => !JSON.stringify(error).includes('secret'));
  });

  it('says that the database or the account does not exist', async () => {
    const noDatabase = await withUrl((url) => {
      url.pathname = '/guatu_nowhere';
    });
    await expect(openFor(noDatabase)).rejects.toMatchObject({
      code: 'database_missing',
      details: { database: 'guatu_nowhere' },
    });
    const noAccount = await withUrl((url) => {
      url.username = 'guatu_nobody';
    });
    await expect(openFor(noAccount)).rejects.toMatchObject({ code: 'database_login_refused' });
  });

  it('refuses an address that is none', async () => {
    await expect(openFor('postgres://[')).rejects.toMatchObject({ code: 'database_url_invalid' });
  });

  it('lets the server end a query that misses its deadline, and nothing stays', async () => {
    const database = await openFor(await createEmptyDatabase(), { interactive: 300 });
    await database.write((trx) => trx.raw('CREATE TABLE t (id INT)'), 'none');
    const work = database.write(async (trx) => {
      await trx('t').insert({ id: 1 });
      await trx.raw('SELECT pg_sleep(5)');
    });
    await expect(work).rejects.toMatchObject({ code: 'query_deadline_missed', details: { seconds: 0.3 } });
    expect(await database.read((trx) => trx('t').select('id'))).toEqual([]);
  });

  it('lets the server end a transaction that pauses for too long', async () => {
    const database = await openFor(await createEmptyDatabase(), { interactive: 300 });
    const work = database.read(async (trx) => {
      await new Promise((resolve) => setTimeout(resolve, 900));
      await trx.raw('SELECT 1');
    });
    await expect(work).rejects.toMatchObject({
      code: expect.stringMatching(/transaction_idle|database_connection_lost/),
    });
  });

  it('says that the connection was lost, and works again afterwards', async () => {
    const database = await openFor(await createEmptyDatabase());
    const work = database.read(async (trx) => {
      const { rows } = await trx.raw<{ rows: { pid: number }[] }>('SELECT pg_backend_pid() AS pid');
      await asAdministrator(`SELECT pg_terminate_backend(${rows[0]?.pid})`);
      await trx.raw('SELECT 1');
    });
    await expect(work).rejects.toMatchObject({ code: 'database_connection_lost' });
    await expect(database.read((trx) => trx.raw('SELECT 1 AS one'))).resolves.toMatchObject({ rows: [{ one: 1 }] });
  });
});
