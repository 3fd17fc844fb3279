import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { dataDir as emptyDatabase } from '@electric-sql/pglite-prepopulatedfs';

/** How the name of an image begins; the versions it was made with follow. */
const IMAGE_PREFIX = 'postgis-image-';

/**
 * Starts PostgreSQL in memory, with PostGIS. Making it anew takes some 10 s of processor time, so the finished one is kept as an image in a
 * folder that may be thrown away at any time; an image that cannot be read is made anew.
 *
 * @param imageFolder absent = nothing is kept
 */
export async function openMemoryEngine(imageFolder: string | undefined, startParams: string[]): Promise<PGlite> {
  if (imageFolder === undefined) return makeEngine(startParams);
  const file = join(imageFolder, `${IMAGE_PREFIX}${await readVersions()}.tar.gz`);
  const image = await readFile(file).catch(() => undefined);
  if (image !== undefined) {
    const options = { extensions: { postgis }, startParams, loadDataDir: new Blob([new Uint8Array(image)]) };
    const engine = await PGlite.create(options).catch(() => undefined);
    if (engine !== undefined) return engine;
  }
  const engine = await makeEngine(startParams);
  const bytes = await (await engine.dumpDataDir('gzip')).arrayBuffer();
  // An image that cannot be kept costs time the next time, nothing else.
  await keepImage(file, Buffer.from(bytes)).catch(() => undefined);
  return engine;
}

async function makeEngine(startParams: string[]): Promise<PGlite> {
  const engine = await PGlite.create({ extensions: { postgis }, startParams, loadDataDir: await emptyDatabase() });
  await engine.exec('CREATE EXTENSION postgis');
  return engine;
}

/** Versions of the engine and of PostGIS: together they decide what is in an image. */
async function readVersions(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const versions: string[] = [];
  for (const name of ['@electric-sql/pglite', '@electric-sql/pglite-postgis']) {
    const file = join(dirname(resolve(name)), '..', 'package.json');
    versions.push((JSON.parse(await readFile(file, 'utf8')) as { version: string }).version);
  }
  return versions.join('-');
}

/** Under another name first, so that nobody meets half an image; images of other versions go. */
async function keepImage(file: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name.startsWith(IMAGE_PREFIX)) await rm(join(folder, name), { force: true });
  }
  const making = join(folder, `making-${process.pid}-${Date.now()}`);
  try {
    await writeFile(making, bytes);
    await rename(making, file);
  } finally {
    await rm(making, { force: true });
  }
}
