import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { EnvironmentError } from '#core/errors.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { writeCounty } from '#server/county/write-county.ts';
import { listTables } from '#server/db/backup/list-tables.ts';
import type { Database } from '#server/db/database.ts';
import { type FolderLock, lockFolder } from '#server/db/embedded/folder-lock.ts';
import { type OpenDatabaseOptions, openDatabase } from '#server/db/open-database.ts';
import type { DeskAnswer } from './global-setup.ts';

/** The two kinds of database every SQL test runs on. */
export type EngineName = Database['engine'];

const ENGINES: readonly EngineName[] = ['embedded', 'server'];

/** The program's own migrations. */
const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Prepared embedded folders outlive a run: making one takes seconds. Their names tell what they were made from. */
const CACHE_FOLDER = fileURLToPath(new URL('../../node_modules/.cache/guatu-test-databases', import.meta.url));

/** Prepared engines for the verification of backups; their names tell their versions. */
const IMAGE_FOLDER = join(CACHE_FOLDER, 'images');

/** The first test of all waits for the template: the engine prepares its first folder in about 10 s on a quiet machine. */
const TEMPLATE_LIMIT_MILLISECONDS = 300_000;
const LOCK_PAUSE_MILLISECONDS = 200;
const KEPT_MILLISECONDS = 24 * 3600 * 1000;

/** A place in which a test may open a database as often as it likes. */
export interface TestPlace {
  readonly options: OpenDatabaseOptions;
  /** Removes the files or the database; every database opened there must be closed. */
  remove(): Promise<void>;
}

/** Settings of a test database. */
export interface TestDatabaseOptions {
  /** Folder of the migrations that are applied to the template; by default the program's. */
  readonly migrationsFolder?: string;
}

/**
 * Defines the same tests for the embedded engine and for a PostGIS server. `open` gives a migrated database that holds only the rows which the
 * migrations write: it is restored from a template once per file and emptied again by each further call.
 */
export function describeOnBothEngines(
  name: string,
  define: (open: () => Promise<Database>, engine: EngineName) => void,
  options: TestDatabaseOptions = {},
): void {
  for (const engine of ENGINES) {
    describe(`${name} (${engine})`, () => {
      let place: TestPlace;
      let database: Database;
      let isFresh = true;
      beforeAll(async () => {
        place = await createTestPlace(engine, options);
        database = await openDatabase(place.options);
      }, TEMPLATE_LIMIT_MILLISECONDS);
      afterAll(async () => {
        await database.close();
        await place.remove();
      });
      define(async () => {
        if (!isFresh) await database.write(restoreTemplateRows, 'none');
        isFresh = false;
        return database;
      }, engine);
    });
  }
}

/** A fresh copy of the migrated template, not opened yet: for tests that close, reopen or damage their database. */
export async function createTestPlace(engine: EngineName, options: TestDatabaseOptions = {}): Promise<TestPlace> {
  const migrationsFolder = options.migrationsFolder ?? MIGRATIONS_FOLDER;
  const dataFolder = await mkdtemp(join(tmpdir(), 'guatu-test-'));
  if (engine === 'embedded') {
    await cp(await getEmbeddedTemplate(migrationsFolder), dataFolder, { recursive: true });
    return {
      options: { dataFolder, migrationsFolder, cacheFolder: IMAGE_FOLDER },
      remove: () => rm(dataFolder, { recursive: true, force: true }),
    };
  }
  const template = await getServerTemplate(migrationsFolder);
  const name = `guatu_test_${inject('databaseRun')}_${randomUUID().slice(0, 8)}`;
  await onServer((client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));
  return {
    options: { dataFolder, migrationsFolder, cacheFolder: IMAGE_FOLDER, databaseUrl: await toDatabaseUrl(name) },
    async remove() {
      await onServer((client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Folder with a database that has PostGIS and the migrations of `migrationsFolder`, closed. */
async function getEmbeddedTemplate(migrationsFolder: string): Promise<string> {
  const engineKey = await hashFiles([
    fileURLToPath(new URL('../../server/db/embedded/prepare-folder.ts', import.meta.url)),
    fileURLToPath(new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url)),
  ]);
  const base = await getCached(`base-${engineKey}`, async (folder) => {
    await (await openDatabase({ dataFolder: folder })).close();
  });
  const key = `${engineKey}-${await hashFiles([migrationsFolder])}`;
  return getCached(`migrated-${key}`, async (folder) => {
    await cp(base, folder, { recursive: true });
    await migrateTemplate({ dataFolder: folder, migrationsFolder });
  });
}

/** What decides what the sample county is in a database: its files, and the code that stores it. */
const SAMPLE_SOURCES = [
  'data/sample/manifest.json',
  'core/county',
  'core/geo',
  'core/network',
  'server/county',
  'server/db/embedded',
];

/** Copies an embedded database with the sample county into a folder: loading it costs each test of the whole server half a minute otherwise. */
export async function copySampleFolder(folder: string): Promise<void> {
  const template = await getEmbeddedTemplate(MIGRATIONS_FOLDER);
  const sources = SAMPLE_SOURCES.map((path) => fileURLToPath(new URL(`../../${path}`, import.meta.url)));
  const key = await hashFiles([MIGRATIONS_FOLDER, ...sources]);
  const seeded = await getCached(`sample-${key}`, async (making) => {
    await cp(template, making, { recursive: true });
    const database = await openDatabase({ dataFolder: making });
    try {
      const rows = await loadSampleCounty();
      await database.write((trx) => writeCounty(trx, rows, { account: 'local', description: 'sample' }), 'none');
    } finally {
      await database.close();
    }
  });
  await cp(seeded, folder, { recursive: true });
}

/** Name of a database that has PostGIS and the migrations of `migrationsFolder`; made once per run, whoever asks first. */
async function getServerTemplate(migrationsFolder: string): Promise<string> {
  const template = `guatu_template_${inject('databaseRun')}_${(await hashFiles([migrationsFolder])).slice(0, 8)}`;
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock(1)');
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount !== 0) return;
    const making = `${template}_making`;
    await client.query(`DROP DATABASE IF EXISTS "${making}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${making}"`);
    await migrateTemplate({ dataFolder: tmpdir(), migrationsFolder, databaseUrl: await toDatabaseUrl(making) });
    await client.query(`ALTER DATABASE "${making}" RENAME TO "${template}"`);
  });
  return template;
}

async function migrateTemplate(options: OpenDatabaseOptions): Promise<void> {
  const database = await openDatabase(options);
  try {
    await database.migrate();
    await database.write(keepTemplateRows, 'none');
  } finally {
    await database.close();
  }
}

/** Keeps a copy of the rows which the migrations wrote. */
async function keepTemplateRows(trx: Knex.Transaction): Promise<void> {
  await trx.raw('CREATE SCHEMA template_rows');
  for (const { name } of await listTables(trx)) {
    const { rows } = await trx.raw<{ rows: unknown[] }>('SELECT FROM ?? LIMIT 1', [name]);
    if (rows.length > 0) await trx.raw('CREATE TABLE template_rows.?? AS TABLE public.??', [name, name]);
  }
}

/** Empties every table that has rows and puts the kept rows back. */
async function restoreTemplateRows(trx: Knex.Transaction): Promise<void> {
  const tables = await listTables(trx);
  const filled: string[] = [];
  for (const { name } of tables) {
    const { rows } = await trx.raw<{ rows: unknown[] }>('SELECT FROM ?? LIMIT 1', [name]);
    if (rows.length > 0) filled.push(name);
  }
  if (filled.length === 0) return;
  await trx.raw(`TRUNCATE ${filled.map(() => '??').join(', ')} RESTART IDENTITY CASCADE`, filled);
  const kept = await trx('pg_tables').where({ schemaname: 'template_rows' }).pluck<string[]>('tablename');
  for (const { name, columns } of tables) {
    if (!kept.includes(name)) continue;
    const names = columns.filter(({ filled: by }) => by !== 'generated').map((column) => column.name);
    const list = names.map(() => '??').join(', ');
    await trx.raw(`INSERT INTO public.?? (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM template_rows.??`, [
      name,
      ...names,
      ...names,
      name,
    ]);
  }
}

async function toDatabaseUrl(name: string): Promise<string> {
  const url = new URL(await getServerUrl());
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * Address of the PostGIS server of this run; its account may create databases.
 *
 * @throws {Error} there is none; the message says what to install
 */
export async function getServerUrl(): Promise<string> {
  const answer = (await (await fetch(inject('databaseDesk'))).json()) as DeskAnswer;
  if ('url' in answer) return answer.url;
  throw new Error(answer.problem);
}

async function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(await getServerUrl());
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A folder of the cache; made under another name and renamed, so that nobody meets half a folder. */
async function getCached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(CACHE_FOLDER, name);
  if (await exists(folder)) {
    await utimes(folder, new Date(), new Date());
    return folder;
  }
  const lockPlace = join(CACHE_FOLDER, 'locks', name);
  await mkdir(lockPlace, { recursive: true });
  const lock = await waitForLock(lockPlace);
  try {
    if (await exists(folder)) return folder;
    await removeOld();
    const making = await mkdtemp(join(CACHE_FOLDER, 'making-'));
    await make(making);
    await rename(making, folder);
    return folder;
  } finally {
    await lock.release();
  }
}

/** Files that run side by side would make the same folder twice; the lock of a killed run ends with it. */
async function waitForLock(place: string): Promise<FolderLock> {
  while (true) {
    try {
      return await lockFolder(place);
    } catch (error) {
      if (!(error instanceof EnvironmentError) || error.code !== 'folder_locked') throw error;
      await new Promise((resolve) => setTimeout(resolve, LOCK_PAUSE_MILLISECONDS));
    }
  }
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(CACHE_FOLDER)) {
    if (name === 'images' || name === 'locks') continue;
    const folder = join(CACHE_FOLDER, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > KEPT_MILLISECONDS) await rm(folder, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Short hash over the names and contents of files, and of all files below folders. */
async function hashFiles(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await listFiles(path)) {
      hash.update(file).update(await readFile(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function listFiles(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
