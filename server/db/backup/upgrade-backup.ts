import { openMemoryDatabase } from '../embedded/open-embedded-database.ts';
import { createMigrate } from '../migrate.ts';
import type { BackupHeader } from './backup.ts';
import { restoreBackup } from './restore-backup.ts';
import type { VerifyOptions } from './verify-backup.ts';
import { writeBackup } from './write-backup.ts';

/**
 * Brings a backup of an earlier version of the program to the present one: it is loaded into a short-lived second engine of its own migrations,
 * which is then migrated like any database, and written anew. The file itself stays as it is.
 *
 * @param target path of the new file
 * @throws {EnvironmentError} `backup_damaged`, `backup_format`
 */
export async function upgradeBackup(
  { path, header, target }: { readonly path: string; readonly header: BackupHeader; readonly target: string },
  { migrationsFolder, cacheFolder }: VerifyOptions,
): Promise<void> {
  const database = await openMemoryDatabase(cacheFolder);
  try {
    await createMigrate(database, { migrationsFolder, only: header.migrations })();
    await restoreBackup(database, path, { intoEmpty: true });
    await createMigrate(database, { migrationsFolder })();
    const { county, kind, madeAt } = header;
    await writeBackup(database, { path: target, county, kind, madeAt: new Date(madeAt) });
  } finally {
    await database.close();
  }
}

/** Whether a file is of an earlier version: the migrations it has seen are the first of those applied here. */
export const isOfEarlierVersion = (header: BackupHeader, applied: readonly string[]): boolean =>
  header.migrations.length < applied.length && header.migrations.every((name, place) => applied[place] === name);
