import sqlite from 'node-sqlite3-wasm';
import { InvalidInputError } from '#core/errors.ts';
import type { Bbox } from '#core/geo/bbox.ts';
import { type ArchiveTile, readLayerNames, readTextMember, type TileArchive, WORLD } from './tile-archive.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  pbf: 'application/vnd.mapbox-vector-tile',
  mvt: 'application/vnd.mapbox-vector-tile',
};

/** Two bytes with which gzip begins. */
const GZIP_START = [0x1f, 0x8b];

/**
 * Opens an MBTiles archive (1.3), read-only; rows are counted from the south in the file and from the north here.
 *
 * @throws {InvalidInputError} `base_map_damaged`, `base_map_tiles`
 */
export function openMbtiles(path: string, name: string): TileArchive {
  const db = openDatabase(path, name);
  try {
    const metadata = readMetadata(db);
    const mediaType = MEDIA_TYPES[String(metadata.format ?? '').toLowerCase()];
    if (mediaType === undefined) {
      throw new InvalidInputError('base_map_tiles', `Tiles of ${name} are of an unknown kind`, { file: name });
    }
    const levels = db.get('SELECT min(zoom_level) AS low, max(zoom_level) AS high FROM tiles');
    const find = db.prepare('SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?');
    return {
      facts: {
        name: readTextMember(metadata, 'name'),
        kind: mediaType.startsWith('image/') ? 'raster' : 'vector',
        minZoom: Number(levels?.low ?? 0),
        maxZoom: Number(levels?.high ?? 0),
        bounds: readBounds(metadata.bounds),
        attribution: readTextMember(metadata, 'attribution') ?? '',
        layers: readLayerNames(parseJson(metadata.json)),
      },
      findTile: async (z, x, y) => {
        const row = find.get([z, x, 2 ** z - 1 - y]);
        return row?.tile_data instanceof Uint8Array ? toTile(row.tile_data, mediaType) : undefined;
      },
      close: async () => {
        find.finalize();
        db.close();
      },
    };
  } catch (error) {
    db.close();
    if (error instanceof InvalidInputError) throw error;
    throw damaged(name);
  }
}

function openDatabase(path: string, name: string) {
  try {
    return new sqlite.Database(path, { readOnly: true, fileMustExist: true });
  } catch {
    throw damaged(name);
  }
}

const damaged = (name: string): InvalidInputError =>
  new InvalidInputError('base_map_damaged', `${name} is no sound MBTiles archive`, { file: name });

const readMetadata = (db: InstanceType<typeof sqlite.Database>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(db.all('SELECT name, value FROM metadata').map((row) => [String(row.name), row.value]));

const toTile = (bytes: Uint8Array, mediaType: string): ArchiveTile => ({
  bytes,
  mediaType,
  encoding: GZIP_START.every((byte, place) => bytes[place] === byte) ? 'gzip' : null,
});

function readBounds(written: unknown): Bbox {
  const numbers = typeof written === 'string' ? written.split(',').map(Number) : [];
  const [west, south, east, north] = numbers;
  const isBox = numbers.length === 4 && numbers.every(Number.isFinite);
  return isBox ? [west ?? 0, south ?? 0, east ?? 0, north ?? 0] : WORLD;
}

function parseJson(written: unknown): unknown {
  try {
    return typeof written === 'string' ? JSON.parse(written) : null;
  } catch {
    return null;
  }
}
