import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';
import { DEADLINE_LIMITS, type DeadlineLimits } from './deadlines.ts';
import { openEmbeddedDatabase } from './embedded/open-embedded-database.ts';
import { openServerDatabase } from './server/open-server-database.ts';

/** Where the database is, and what tests set otherwise. */
export interface OpenDatabaseOptions {
  /** GUATU_DATA: the embedded folder, its lock, and the backups of both engines. */
  readonly dataFolder: string;
  /** DATABASE_URL of a PostGIS server; absent = the embedded engine. */
  readonly databaseUrl?: string | null | undefined;
  /** Folder of the migrations; by default the program's own. */
  readonly migrationsFolder?: string;
  /** Deadlines in milliseconds; by default 10 s, 120 s and none. */
  readonly limits?: Partial<DeadlineLimits>;
  /** Receives only what was flushed: the power-cut test boots from it. Embedded engine only. */
  readonly shadowFolder?: string;
}

/** The program's own migrations. */
const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Opens the one database: the PostGIS server of `databaseUrl`, else the embedded engine in `dataFolder`. Nothing is migrated yet.
 *
 * @throws {EnvironmentError} see `openEmbeddedDatabase` and `openServerDatabase`
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const shared = {
    migrationsFolder: options.migrationsFolder ?? MIGRATIONS_FOLDER,
    limits: { ...DEADLINE_LIMITS, ...options.limits },
  };
  if (options.databaseUrl) {
    return openServerDatabase({ databaseUrl: options.databaseUrl, ...shared });
  }
  const shadow = options.shadowFolder === undefined ? {} : { shadowFolder: options.shadowFolder };
  return openEmbeddedDatabase({ dataFolder: resolve(options.dataFolder), ...shared, ...shadow });
}
