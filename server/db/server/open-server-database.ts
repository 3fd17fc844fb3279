import type { Knex } from 'knex';
import pgConnectionString from 'pg-connection-string';
import { DomainError, EnvironmentError } from '#core/errors.ts';
import type { Deadline, Transactions } from '../database.ts';
import type { DeadlineLimits } from '../deadlines.ts';
import { type ErrorPlace, toEnvironmentError } from '../environment-errors.ts';
import { createKnex } from '../knex-options.ts';
import { READ_TRANSACTION, runTransaction } from '../run-transaction.ts';
import { checkPostgis } from './check-postgis.ts';

/** Longest wait for the server to take a connection, and for one to become free. */
const CONNECT_LIMIT_MILLISECONDS = 10_000;

/** A pool that leaves room for other copies of the program: PostgreSQL allows 100 connections by default. */
const POOL: Knex.PoolConfig = { min: 0, max: 10 };

/** What a PostGIS server is opened with. */
export interface ServerDatabaseOptions {
  readonly databaseUrl: string;
  readonly limits: DeadlineLimits;
}

/**
 * Connects to the PostGIS server of `databaseUrl` and checks that it can be used.
 *
 * @throws {EnvironmentError} `database_url_invalid`, `database_unreachable`, `database_login_refused`, `database_missing`, `postgis_missing`
 */
export async function openServerDatabase(options: ServerDatabaseOptions): Promise<Transactions> {
  const place = readPlace(options.databaseUrl);
  const connection = {
    connectionString: options.databaseUrl,
    connectionTimeoutMillis: CONNECT_LIMIT_MILLISECONDS,
    keepAlive: true,
    application_name: 'guatu',
  };
  const knex = createKnex(() => connection, POOL, CONNECT_LIMIT_MILLISECONDS);
  const database = createServerDatabase(options, knex, place);
  try {
    // Making the extension takes seconds on a busy server.
    await database.write((trx) => checkPostgis(trx, place), 'job');
    return database;
  } catch (error) {
    await knex.destroy();
    throw error;
  }
}

function createServerDatabase(options: ServerDatabaseOptions, knex: Knex, place: ErrorPlace): Transactions {
  const run = async <T>(
    work: (trx: Knex.Transaction) => Promise<T>,
    deadline: Deadline,
    config?: Knex.TransactionConfig,
  ): Promise<T> => {
    const limit = options.limits[deadline];
    try {
      return await runTransaction(knex, (trx) => setLimit(trx, limit).then(() => work(trx)), config);
    } catch (error) {
      throw withSeconds(toEnvironmentError(error, place), limit);
    }
  };
  return {
    engine: 'server',
    capabilities: { vectorTiles: true, concurrentConnections: true },
    read: (work, deadline = 'interactive') => run(work, deadline, READ_TRANSACTION),
    write: (work, deadline = 'interactive') => run(work, deadline),
    close: () => knex.destroy(),
  };
}

/** The server itself ends what takes too long, also when this process does not answer any more. */
async function setLimit(trx: Knex.Transaction, limit: number | undefined): Promise<void> {
  if (limit === undefined) return;
  await trx.raw(
    "SELECT set_config('statement_timeout', ?, true), set_config('idle_in_transaction_session_timeout', ?, true)",
    [String(limit), String(limit)],
  );
}

function withSeconds(error: unknown, limit: number | undefined): unknown {
  if (limit === undefined || !(error instanceof DomainError)) return error;
  if (error.code !== 'query_deadline_missed' && error.code !== 'transaction_idle') return error;
  const seconds = limit / 1000;
  return new EnvironmentError(error.code, `The database work took longer than ${seconds} s`, { seconds });
}

function readPlace(databaseUrl: string): ErrorPlace {
  try {
    const { host, port, database } = pgConnectionString.parse(databaseUrl);
    return { host: host ?? 'localhost', port: Number(port ?? 5432), database: database ?? '' };
  } catch {
    throw new EnvironmentError('database_url_invalid', 'Got a DATABASE_URL that is not postgres://user@host:port/name');
  }
}
