import { Client } from 'pg';
import { startThrowawayPostgres } from '#scripts/throwaway-postgres.ts';
import { connectPgrouting, type Pgrouting } from './pgrouting.ts';

const DATABASE = 'routing';

/** Runs a bench beside pgRouting in a throw-away cluster; null, and a line that says why, where it is not installed. */
export async function withPgrouting<T>(work: (peer: Pgrouting | null) => Promise<T>): Promise<T> {
  const cluster = await startThrowawayPostgres().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  });
  if (cluster === null) return work(null);
  try {
    const peer = await connectPgrouting(await createDatabase(cluster.url));
    if (peer === null) process.stderr.write('pgRouting was not found: install postgresql-15-pgrouting\n');
    try {
      return await work(peer);
    } finally {
      await peer?.close();
    }
  } finally {
    await cluster.stop();
  }
}

/** Address of a new database of the cluster. */
async function createDatabase(clusterUrl: string): Promise<string> {
  const client = new Client(clusterUrl);
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
  const url = new URL(clusterUrl);
  url.pathname = `/${DATABASE}`;
  return url.href;
}
