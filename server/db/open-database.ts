import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBackups } from './backup/backups.ts';
import type { Database, Transactions } from './database.ts';
import { DEADLINE_LIMITS, type DeadlineLimits } from './deadlines.ts';
import { openEmbeddedDatabase } from './embedded/open-embedded-database.ts';
import { createMigrate } from './migrate.ts';
import { openServerDatabase } from './server/open-server-database.ts';

/** Where the database is, and what tests set otherwise. */
export interface OpenDatabaseOptions {
  /** GUATU_DATA: the embedded folder, its lock, and the backups of both engines. */
  readonly dataFolder: string;
  /** DATABASE_URL of a PostGIS server; absent = the embedded engine. */
  readonly databaseUrl?: string | null | undefined;
  /** Folder of the migrations; by default the program's own. */
  readonly migrationsFolder?: string;
  /** What may be thrown away at any time; by default inside the data folder. */
  readonly cacheFolder?: string;
  /** Deadlines in milliseconds; by default 10 s, 120 s and none. */
  readonly limits?: Partial<DeadlineLimits>;
  /** Receives only what was flushed: the power-cut test boots from it. Embedded engine only. */
  readonly shadowFolder?: string;
}

/** Folder of the backups inside the data folder, for both engines. */
const BACKUP_FOLDER = 'backups';

/** Folder of the caches inside the data folder. */
export const CACHE_FOLDER = 'cache';

/** The program's own migrations. */
const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Opens the one database: the PostGIS server of `databaseUrl`, else the embedded engine in `dataFolder`. Nothing is migrated yet.
 *
 * @throws {EnvironmentError} see `openEmbeddedDatabase` and `openServerDatabase`
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const migrationsFolder = options.migrationsFolder ?? MIGRATIONS_FOLDER;
  const transactions = await openTransactions(options);
  const backups = createBackups({
    database: transactions,
    migrationsFolder,
    cacheFolder: options.cacheFolder ?? join(resolve(options.dataFolder), CACHE_FOLDER),
    folder: join(resolve(options.dataFolder), BACKUP_FOLDER),
  });
  const backUp = (): Promise<void> => backups.backUpBeforeMigration();
  return { ...transactions, backups, migrate: createMigrate(transactions, { migrationsFolder, backUp }) };
}

async function openTransactions(options: OpenDatabaseOptions): Promise<Transactions> {
  const limits = { ...DEADLINE_LIMITS, ...options.limits };
  const { databaseUrl, dataFolder, shadowFolder } = options;
  if (databaseUrl) return openServerDatabase({ databaseUrl, limits });
  return openEmbeddedDatabase({ dataFolder: resolve(dataFolder), limits, shadowFolder });
}
