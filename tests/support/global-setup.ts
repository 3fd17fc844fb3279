import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startThrowawayPostgres } from '#scripts/throwaway-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostGIS server whose account may create databases; empty where there is none. */
    readonly databaseUrl: string;
    /** Why there is none: tests that need it fail with this sentence. */
    readonly databaseProblem: string;
    /** Part of the name of every database of this run. */
    readonly databaseRun: string;
  }
}

let stop: () => Promise<void> = async () => undefined;

/** Gives every run a PostGIS server: the one of GUATU_TEST_DATABASE_URL, else a cluster that is removed at the end. */
export async function setup(project: TestProject): Promise<void> {
  const run = `${process.pid}_${Date.now().toString(36)}`;
  const given = process.env.GUATU_TEST_DATABASE_URL ?? '';
  project.provide('databaseRun', run);
  try {
    const url = given === '' ? await startCluster() : given;
    if (given !== '') stop = () => dropDatabases(given, run);
    project.provide('databaseUrl', url);
    project.provide('databaseProblem', '');
  } catch (error) {
    project.provide('databaseUrl', '');
    project.provide('databaseProblem', error instanceof Error ? error.message : String(error));
  }
}

/** Removes the cluster, or what this run made on a server that stays. */
export async function teardown(): Promise<void> {
  await stop();
}

async function startCluster(): Promise<string> {
  const cluster = await startThrowawayPostgres();
  stop = cluster.stop;
  return cluster.url;
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
