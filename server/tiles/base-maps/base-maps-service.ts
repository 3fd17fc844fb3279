import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { BaseMap } from '#core/api/base-maps.ts';
import { DomainError, NotFoundError } from '#core/errors.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, text } from '#core/texts/text.ts';
import { openMbtiles } from './open-mbtiles.ts';
import { openPmtiles } from './open-pmtiles.ts';
import { listTianditu } from './tianditu.ts';
import { type ArchiveTile, type TileArchive, WORLD } from './tile-archive.ts';

/** Base maps: what lies in a folder, and Tianditu where there is a key. */
export interface BaseMapsService {
  list(language: Language): Promise<readonly BaseMap[]>;
  /**
   * A tile; undefined where the archive has none.
   *
   * @throws {NotFoundError} `unknown_base_map`
   * @throws {InvalidInputError} `base_map_damaged`, `base_map_tiles`
   */
  findTile(
    id: string,
    tile: { readonly z: number; readonly x: number; readonly y: number },
  ): Promise<ArchiveTile | undefined>;
  close(): Promise<void>;
}

const EXTENSIONS = ['.pmtiles', '.mbtiles'] as const;

/** A file as it was when it was opened: another file of that name is opened anew. */
interface OpenedArchive {
  readonly stamp: string;
  readonly archive: Promise<TileArchive>;
}

/**
 * Creates the service; files may come and go while it runs.
 *
 * @param folder absolute; need not be there
 * @param tiandituKey key of the office for Tianditu's tiles; null leaves it off
 */
export function createBaseMapsService({
  folder,
  tiandituKey,
}: {
  readonly folder: string;
  readonly tiandituKey: string | null;
}): BaseMapsService {
  const opened = new Map<string, OpenedArchive>();
  const openFile = async (file: string): Promise<TileArchive> => {
    const path = join(folder, file);
    const { size, mtimeMs } = await stat(path);
    const stamp = `${size} ${mtimeMs}`;
    const known = opened.get(file);
    if (known?.stamp === stamp) return known.archive;
    if (known !== undefined) void known.archive.then((archive) => archive.close()).catch(() => undefined);
    const archive = extname(file).toLowerCase() === '.pmtiles' ? openPmtiles(path, file) : openLater(path, file);
    opened.set(file, { stamp, archive });
    return archive;
  };
  const describe = async (file: string, language: Language): Promise<BaseMap> => {
    const id = idOf(file);
    try {
      const { facts } = await openFile(file);
      return {
        ...facts,
        id,
        name: facts.name ?? id,
        tiles: [`/basemaps/${encodeURIComponent(id)}/{z}/{x}/{y}`],
        tilePixels: 256,
        bounds: [...facts.bounds],
        layers: [...facts.layers],
        isRemote: false,
        problem: null,
      };
    } catch (error) {
      return createUnusable(id, explain(error, file, language));
    }
  };
  return {
    async list(language) {
      const files = await listFiles(folder);
      const local = await Promise.all(files.map((file) => describe(file, language)));
      return [...local, ...(tiandituKey === null ? [] : listTianditu(tiandituKey, language))];
    },
    async findTile(id, { z, x, y }) {
      const file = (await listFiles(folder)).find((candidate) => idOf(candidate) === id);
      if (file === undefined) throw new NotFoundError('unknown_base_map', `No base map ${id}`, { id });
      return (await openFile(file)).findTile(z, x, y);
    },
    async close() {
      const archives = await Promise.allSettled([...opened.values()].map(({ archive }) => archive));
      for (const one of archives) if (one.status === 'fulfilled') await one.value.close();
      opened.clear();
    },
  };
}

/** As a promise, so that a damaged file is an answer and not an exception on the way. */
const openLater = async (path: string, file: string): Promise<TileArchive> => openMbtiles(path, file);

const idOf = (file: string): string => file.slice(0, -extname(file).length);

/** Names of the files of tiles in a folder, sorted; of two with the same name before the dot the first. */
async function listFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => EXTENSIONS.some((extension) => name.toLowerCase().endsWith(extension))).sort();
  return files.filter((file, place) => files.findIndex((other) => idOf(other) === idOf(file)) === place);
}

const createUnusable = (id: string, problem: string): BaseMap => ({
  id,
  name: id,
  kind: 'raster',
  tiles: [],
  tilePixels: 256,
  minZoom: 0,
  maxZoom: 0,
  bounds: [...WORLD],
  attribution: '',
  layers: [],
  isRemote: false,
  problem,
});

function explain(error: unknown, file: string, language: Language): string {
  if (error instanceof DomainError && hasText('errors', error.code)) {
    return text(language, 'errors', error.code, error.details);
  }
  return text(language, 'errors', 'base_map_damaged', { file });
}
