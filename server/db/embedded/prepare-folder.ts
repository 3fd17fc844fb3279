import { access, constants, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EnvironmentError } from '#core/errors.ts';
import { toEnvironmentError } from '../environment-errors.ts';
import { startEngineProcess } from './engine-process.ts';
import { flushFile, flushFolder } from './flushing-files.ts';
import { runStatement } from './run-statement.ts';

/** Name of the database folder inside the data folder, and how a folder in the making begins. */
const FOLDER_NAME = 'database';
const MAKING_PREFIX = 'database.making-';

/** Major version of the PostgreSQL inside PGlite 0.5; it opens no other folder. */
const ENGINE_VERSION = '18';

/**
 * The folder of the embedded database, made on the first start: under another name, flushed whole, then renamed, so that a start killed at any
 * moment leaves either nothing or a finished database. The caller holds the lock of the data folder.
 *
 * @returns the path of the database folder
 * @throws {EnvironmentError} `folder_not_writable`, `disk_full`, `database_folder_version`, `engine_start_failed`
 */
export async function prepareFolder(dataFolder: string): Promise<string> {
  const folder = join(dataFolder, FOLDER_NAME);
  try {
    await removeUnfinished(dataFolder);
    const version = await readVersion(folder);
    if (version === undefined) await makeFolder(dataFolder, folder);
    else if (version !== ENGINE_VERSION) throw createVersionError(folder, version);
    return folder;
  } catch (error) {
    throw toEnvironmentError(error, { folder: dataFolder });
  }
}

/** Makes the data folder when it is absent and checks that files can be made in it. */
export async function prepareDataFolder(dataFolder: string): Promise<void> {
  try {
    await makeFolderPath(dataFolder);
    await access(dataFolder, constants.W_OK);
    const probe = join(dataFolder, `.probe-${process.pid}`);
    await (await open(probe, 'w')).close();
    await rm(probe);
  } catch (error) {
    throw toEnvironmentError(error, { folder: dataFolder });
  }
}

/**
 * Makes a folder and what is missing above it, one step at a time: the recursive `mkdir` of Node never ends under a folder that answers "no such
 * entry" to everything, such as `/proc`.
 */
async function makeFolderPath(path: string): Promise<void> {
  const isFolder = await stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (isFolder) return;
  if (dirname(path) !== path) await makeFolderPath(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? Object.assign(error, { code: 'EACCES' }) : error;
  });
}

async function removeUnfinished(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    if (name.startsWith(MAKING_PREFIX)) await rm(join(dataFolder, name), { recursive: true, force: true });
  }
}

async function readVersion(folder: string): Promise<string | undefined> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  if (!isThere) return undefined;
  return (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
}

function createVersionError(folder: string, version: string): EnvironmentError {
  return new EnvironmentError(
    'database_folder_version',
    `Got a database folder of PostgreSQL ${version}, expected ${ENGINE_VERSION}: ${folder}`,
    { folder, found: version, expected: ENGINE_VERSION },
  );
}

async function makeFolder(dataFolder: string, folder: string): Promise<void> {
  const making = join(dataFolder, `${MAKING_PREFIX}${process.pid}`);
  await mkdir(making);
  const engine = await startEngineProcess({ folder: making, unflushed: true });
  try {
    await runStatement(engine, 'CREATE EXTENSION postgis');
  } finally {
    await engine.close();
  }
  await flushTree(making);
  await rename(making, folder);
  flushFolder(dataFolder);
}

/** Flushes every file and folder below `folder`, the folder itself last. */
async function flushTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await flushTree(path);
    else flushFile(path);
  }
  flushFolder(folder);
}
