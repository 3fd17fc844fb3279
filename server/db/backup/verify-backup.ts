import { openMemoryDatabase } from '../embedded/open-embedded-database.ts';
import { createMigrate } from '../migrate.ts';
import type { BackupHeader } from './backup.ts';
import { readBackup } from './read-backup.ts';
import { restoreBackup } from './restore-backup.ts';

/** What a second engine is made of. */
export interface VerifyOptions {
  readonly migrationsFolder: string;
  /** Keeps a prepared engine; may be thrown away at any time. */
  readonly cacheFolder: string;
}

/**
 * Loads backups into a short-lived second engine in memory, brought to the same migrations, and compares every table with the checksums in the
 * header. The engine is started only when the files themselves are whole.
 *
 * @param paths files of the same migrations
 * @throws {EnvironmentError} `backup_damaged`, `backup_format`
 */
export async function verifyBackups(
  paths: readonly string[],
  { migrationsFolder, cacheFolder }: VerifyOptions,
): Promise<BackupHeader[]> {
  const headers: BackupHeader[] = [];
  for (const path of paths) {
    headers.push(await readBackup(path, { onHeader: async () => undefined, onLines: async () => undefined }));
  }
  const [first] = headers;
  if (first === undefined) return headers;
  const database = await openMemoryDatabase(cacheFolder);
  try {
    await createMigrate(database, { migrationsFolder, only: first.migrations })();
    for (const path of paths) await restoreBackup(database, path, { intoEmpty: true });
    return headers;
  } finally {
    await database.close();
  }
}
