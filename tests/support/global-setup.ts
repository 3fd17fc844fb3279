import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startThrowawayPostgres } from '#scripts/throwaway-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Part of the name of every database of this run. */
    readonly databaseRun: string;
    /** Answers with the address of a PostGIS server whose account may create databases, or with the reason why there is none. */
    readonly databaseDesk: string;
  }
}

/** What the desk answers. */
export type DeskAnswer = { readonly url: string } | { readonly problem: string };

let desk: Server | undefined;
let stop: () => Promise<void> = async () => undefined;

/**
 * Opens the desk where test files ask for the PostGIS server: the one of GUATU_TEST_DATABASE_URL, else a throw-away cluster that is started
 * when the first file asks and removed at the end.
 */
export async function setup(project: TestProject): Promise<void> {
  const run = `${process.pid}_${Date.now().toString(36)}`;
  let answer: Promise<DeskAnswer> | undefined;
  const opened = createServer((_request, response) => {
    answer ??= findServer(run);
    void answer.then((found) => response.end(JSON.stringify(found)));
  });
  desk = opened;
  await new Promise<void>((resolve) => {
    opened.listen(0, '127.0.0.1', resolve);
  });
  project.provide('databaseRun', run);
  project.provide('databaseDesk', `http://127.0.0.1:${(opened.address() as AddressInfo).port}`);
}

/** Removes the cluster, or what this run made on a server that stays. */
export async function teardown(): Promise<void> {
  desk?.close();
  desk?.closeAllConnections();
  await stop();
}

async function findServer(run: string): Promise<DeskAnswer> {
  const given = process.env.GUATU_TEST_DATABASE_URL ?? '';
  try {
    if (given === '') {
      const cluster = await startThrowawayPostgres();
      stop = cluster.stop;
      return { url: cluster.url };
    }
    stop = () => dropDatabases(given, run);
    return { url: given };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Removes what this run made on a server that stays. */
async function dropDatabases(url: string, run: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [
      `guatu_%_${run}%`,
    ]);
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
