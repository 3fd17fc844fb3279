import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Knex } from 'knex';
import type { Transactions } from '../database.ts';
import { toEnvironmentError } from '../environment-errors.ts';
import { listAppliedMigrations } from '../migrate.ts';
import type { BackupFile, BackupHeader, BackupKind, Backups } from './backup.ts';
import { listTables } from './list-tables.ts';
import { readBackupHeader } from './read-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { listSuperfluousBackups } from './rotate-backups.ts';
import { isOfEarlierVersion, upgradeBackup } from './upgrade-backup.ts';
import { verifyBackups } from './verify-backup.ts';
import { writeBackup } from './write-backup.ts';

/** What the backups of a database need. */
export interface BackupsOptions {
  readonly database: Transactions;
  readonly migrationsFolder: string;
  /** Keeps what makes the verification start sooner; may be thrown away at any time. */
  readonly cacheFolder: string;
  /** Folder of the files; made when it is absent. */
  readonly folder: string;
  /** The time; given by tests. */
  readonly now?: () => Date;
}

/** County, kind and UTC time of a backup: `529901-daily-20261122T031500Z.ndjson.gz`. */
const FILE_NAME = /^(\d{6})-(daily|manual|migration)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.ndjson\.gz$/;

/** Logical backups, one file per county; the same for both engines. */
export function createBackups(options: BackupsOptions): Backups {
  const { database, folder } = options;
  const now = options.now ?? (() => new Date());
  const list = (): Promise<BackupFile[]> => listFiles(folder);
  const backUp = async (kind: BackupKind, county?: string): Promise<BackupFile[]> => {
    const counties = county === undefined ? await database.read(listCounties, 'job') : [county];
    const files: BackupFile[] = [];
    for (const code of counties) files.push(await backUpCounty(options, kind, code, now()));
    return files;
  };
  const backUpDaily = async (): Promise<BackupFile[]> => {
    const today = now().toISOString().slice(0, 10);
    const known = await list();
    const done = new Set(
      known.filter((file) => file.kind === 'daily' && file.madeAt.startsWith(today)).map((file) => file.county),
    );
    const files: BackupFile[] = [];
    for (const county of await database.read(listCounties, 'job')) {
      if (!done.has(county)) files.push(...(await backUp('daily', county)));
    }
    await verifyBackups(
      files.map(({ path }) => path),
      options,
    );
    for (const { path } of listSuperfluousBackups(await list())) await rm(path, { force: true });
    return files;
  };
  return {
    list,
    backUp,
    backUpDaily,
    async backUpBeforeMigration() {
      const files = await backUp('migration');
      await verifyBackups(
        files.map(({ path }) => path),
        options,
      );
    },
    async verify(path) {
      const [header] = await verifyBackups([path], options);
      if (header === undefined) throw new Error(`Got no header of ${path}, expected one`);
      return header;
    },
    restore: (path, { replace } = {}) => restoreAnyVersion(options, path, replace),
  };
}

/** Restores a file of this version as it is, one of an earlier version by way of a second engine. */
async function restoreAnyVersion(options: BackupsOptions, path: string, replace?: boolean): Promise<BackupHeader> {
  const { database, cacheFolder } = options;
  const header = await readBackupHeader(path);
  const applied = await database.read(listAppliedMigrations);
  if (!isOfEarlierVersion(header, applied)) return restoreBackup(database, path, { replace });
  await mkdir(cacheFolder, { recursive: true });
  const target = join(cacheFolder, `${basename(path)}.${randomUUID()}.upgraded`);
  try {
    await upgradeBackup({ path, header, target }, options);
    return await restoreBackup(database, target, { replace });
  } finally {
    await rm(target, { force: true });
  }
}

async function backUpCounty(
  { database, folder }: BackupsOptions,
  kind: BackupKind,
  county: string,
  madeAt: Date,
): Promise<BackupFile> {
  const stamp = `${madeAt.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const path = join(folder, `${county}-${kind}-${stamp}.ndjson.gz`);
  try {
    await mkdir(folder, { recursive: true });
    await writeBackup(database, { path, county, kind, madeAt });
  } catch (error) {
    throw toEnvironmentError(error, { folder });
  }
  return { path, county, kind, madeAt: `${madeAt.toISOString().slice(0, 19)}Z` };
}

/** Codes of the counties that have rows in any table. */
async function listCounties(trx: Knex.Transaction): Promise<string[]> {
  const tables = (await listTables(trx)).filter(({ perCounty }) => perCounty);
  if (tables.length === 0) return [];
  const sql = tables.map(() => 'SELECT DISTINCT county_code FROM ??').join(' UNION ');
  const { rows } = await trx.raw<{ rows: { county_code: string }[] }>(
    `${sql} ORDER BY 1`,
    tables.map(({ name }) => name),
  );
  return rows.map(({ county_code }) => county_code);
}

async function listFiles(folder: string): Promise<BackupFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw toEnvironmentError(error, { folder });
  });
  const files = names.flatMap((name) => {
    const [, county, kind, ...time] = FILE_NAME.exec(name) ?? [];
    if (county === undefined || kind === undefined) return [];
    const [year, month, day, hour, minute, second] = time;
    const madeAt = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
    return [{ path: join(folder, name), county, kind: kind as BackupKind, madeAt }];
  });
  return files.sort((a, b) => b.madeAt.localeCompare(a.madeAt) || a.county.localeCompare(b.county));
}
