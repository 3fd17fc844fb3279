import type { Knex } from 'knex';
import type { Transactions } from '../database.ts';
import { DEADLINE_LIMITS, type DeadlineLimits } from '../deadlines.ts';
import { toEnvironmentError } from '../environment-errors.ts';
import { createKnex } from '../knex-options.ts';
import { offerPauses } from '../let-reads-in.ts';
import { READ_TRANSACTION, runTransaction } from '../run-transaction.ts';
import { createEmbeddedEngine, type EmbeddedEngine } from './embedded-engine.ts';
import { lockFolder } from './folder-lock.ts';
import { prepareDataFolder, prepareFolder } from './prepare-folder.ts';
import { createTurns } from './turns.ts';
import { createWaitingReads, type Host } from './waiting-reads.ts';

/** Longest wait for the one connection; callers queue before it, so that only a leaked connection can make anybody wait. */
const ACQUIRE_LIMIT_MILLISECONDS = 5_000;

/**
 * How much longer than for itself work may wait for its turn: a backup holds the one session from its first row to its last, and whoever reads
 * meanwhile shall be late, not refused.
 */
const WAITS_PER_DEADLINE = 3;

/** What the embedded engine is opened with. */
export interface EmbeddedDatabaseOptions {
  readonly dataFolder: string;
  readonly limits: DeadlineLimits;
  /** Receives only what was flushed, for the power-cut test. */
  readonly shadowFolder?: string | undefined;
}

/** The embedded engine as a database, with what only tests need. */
export interface EmbeddedDatabase extends Transactions {
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
    const embedded = await createEmbeddedEngine({ folder, shadowFolder: options.shadowFolder });
    return createDatabase(embedded, options.limits, options.dataFolder, lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * A database in memory with PostGIS and nothing else: a second engine, to load a backup into. It needs about 1 GB until it is closed.
 *
 * @param imageFolder keeps what makes the next one start sooner; may be thrown away at any time
 */
export async function openMemoryDatabase(imageFolder?: string): Promise<EmbeddedDatabase> {
  const embedded = await createEmbeddedEngine({ imageFolder });
  return createDatabase(embedded, DEADLINE_LIMITS, '', async () => undefined);
}

function createDatabase(
  embedded: EmbeddedEngine,
  limits: DeadlineLimits,
  folder: string,
  release: () => Promise<void>,
): EmbeddedDatabase {
  const knex = createKnex(() => embeddedConnection(embedded), { min: 1, max: 1 }, ACQUIRE_LIMIT_MILLISECONDS);
  const turns = createTurns();
  const reads = createWaitingReads();
  const findWait = (limit: number | undefined) => limit && WAITS_PER_DEADLINE * limit;
  const run = async <T>(
    work: (trx: Knex.Transaction) => Promise<T>,
    limit: number | undefined,
    config?: Knex.TransactionConfig,
  ): Promise<T> => {
    await embedded.ready();
    embedded.startWork(limit);
    try {
      return await runTransaction(knex, work, config);
    } catch (error) {
      throw embedded.endWork() ?? toEnvironmentError(error, { folder });
    } finally {
      embedded.endWork();
    }
  };
  /** Runs a read in a pause of a write, whose own limit holds again afterwards. */
  const serveWithin =
    (hostLimit: number | undefined): Host['serve'] =>
    async (work, limit) => {
      embedded.changeLimit(limit);
      try {
        return await work();
      } catch (error) {
        throw toEnvironmentError(error, { folder });
      } finally {
        embedded.changeLimit(hostLimit);
      }
    };
  return {
    engine: 'embedded',
    embedded,
    capabilities: { vectorTiles: false, concurrentConnections: false },
    read(work, deadline = 'interactive') {
      const limit = limits[deadline];
      return reads.wait({
        work,
        limitMilliseconds: limit,
        // what may take as long as it likes would hold up a write that others wait for
        mayVisit: deadline !== 'none',
        takeTurn: (takeAnswer) => turns.take(() => takeAnswer() ?? run(work, limit, READ_TRANSACTION), findWait(limit)),
      });
    },
    write(work, deadline = 'interactive') {
      const limit = limits[deadline];
      const serve = serveWithin(limit);
      return turns.take(
        () =>
          run((trx) => {
            offerPauses(trx, () => reads.letIn({ trx, serve, lend: turns.lend }));
            return work(trx);
          }, limit),
        findWait(limit),
      );
    },
    close: () =>
      turns.take(async () => {
        await knex.destroy();
        await embedded.close();
        await release();
      }, undefined),
  };
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
