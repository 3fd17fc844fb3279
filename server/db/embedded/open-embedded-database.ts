import { join } from 'node:path';
import type { Knex } from 'knex';
import type { Database, Deadline } from '../database.ts';
import type { DeadlineLimits } from '../deadlines.ts';
import { toEnvironmentError } from '../environment-errors.ts';
import { createKnex } from '../knex-options.ts';
import { createMigrate } from '../migrate.ts';
import { READ_TRANSACTION, runTransaction } from '../run-transaction.ts';
import { createEmbeddedEngine, type EmbeddedEngine } from './embedded-engine.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { prepareDataFolder, prepareFolder } from './prepare-folder.ts';
import { createTurns } from './turns.ts';

/** Longest wait for the one connection; callers queue before it, so that only a leaked connection can make anybody wait. */
const ACQUIRE_LIMIT_MILLISECONDS = 5_000;

/** What the embedded engine is opened with. */
export interface EmbeddedDatabaseOptions {
  readonly dataFolder: string;
  readonly migrationsFolder: string;
  readonly limits: DeadlineLimits;
  readonly shadowFolder?: string;
}

/** The embedded engine as a `Database`, with what only tests and backups need. */
export interface EmbeddedDatabase extends Database {
  readonly engine: 'embedded';
  readonly embedded: EmbeddedEngine;
}

/**
 * Opens the database in `dataFolder`, made on the first start, and holds the lock of the folder until `close`.
 *
 * @throws {EnvironmentError} `folder_locked`, `folder_not_writable`, `disk_full`, `database_folder_version`, `engine_start_failed`
 */
export async function openEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  await prepareDataFolder(options.dataFolder);
  const lock = await lockFolder(options.dataFolder);
  try {
    const folder = await prepareFolder(options.dataFolder);
    const shadow = options.shadowFolder === undefined ? {} : { shadowFolder: options.shadowFolder };
    const embedded = await createEmbeddedEngine({ folder, ...shadow });
    return createEmbeddedDatabase(options, embedded, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function createEmbeddedDatabase(
  options: EmbeddedDatabaseOptions,
  embedded: EmbeddedEngine,
  lock: FolderLock,
): EmbeddedDatabase {
  const knex = createKnex(() => embeddedConnection(embedded), { min: 1, max: 1 }, ACQUIRE_LIMIT_MILLISECONDS);
  const turns = createTurns();
  const run = <T>(
    work: (trx: Knex.Transaction) => Promise<T>,
    deadline: Deadline,
    config?: Knex.TransactionConfig,
  ): Promise<T> => {
    const limit = options.limits[deadline];
    return turns.take(async () => {
      await embedded.ready();
      embedded.startWork(limit);
      try {
        return await runTransaction(knex, work, config);
      } catch (error) {
        throw embedded.endWork() ?? toEnvironmentError(error, { folder: options.dataFolder });
      } finally {
        embedded.endWork();
      }
    }, limit);
  };
  const database: EmbeddedDatabase = {
    engine: 'embedded',
    embedded,
    capabilities: { vectorTiles: false, concurrentConnections: false },
    read: (work, deadline = 'interactive') => run(work, deadline, READ_TRANSACTION),
    write: (work, deadline = 'interactive') => run(work, deadline),
    migrate: () => createMigrate(database, { migrationsFolder: options.migrationsFolder })(),
    async close() {
      await knex.destroy();
      await embedded.close();
      await lock.release();
    },
  };
  return database;
}

/** The driver reads gaps in its settings from the environment (PGUSER, PGSSLMODE): leave none. */
function embeddedConnection(embedded: EmbeddedEngine): Knex.PgConnectionConfig {
  return {
    user: 'postgres',
    password: '',
    database: 'postgres',
    host: 'localhost',
    port: 5432,
    ssl: false,
    stream: () => embedded.createStream(),
  } as Knex.PgConnectionConfig;
}

/** Where backups of a data folder lie. */
export function backupFolderOf(dataFolder: string): string {
  return join(dataFolder, 'backups');
}
