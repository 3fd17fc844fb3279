import sqlite from 'node-sqlite3-wasm';
import { zxyToTileId } from 'pmtiles';

/** A tile of a made archive. */
export interface MadeTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly bytes: Uint8Array;
}

/** A picture of one pixel as PNG. */
export const ONE_PIXEL_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Writes an MBTiles file of PNG tiles. */
export function writeMbtiles(
  path: string,
  tiles: readonly MadeTile[],
  metadata: Readonly<Record<string, string>>,
): void {
  const db = new sqlite.Database(path);
  try {
    db.exec('CREATE TABLE metadata (name TEXT, value TEXT)');
    db.exec('CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)');
    for (const [name, value] of Object.entries(metadata)) db.run('INSERT INTO metadata VALUES (?, ?)', [name, value]);
    for (const { z, x, y, bytes } of tiles) {
      db.run('INSERT INTO tiles VALUES (?, ?, ?, ?)', [z, x, 2 ** z - 1 - y, bytes]);
    }
  } finally {
    db.close();
  }
}

/**
 * A PMTiles archive, version 3, nothing compressed, of PNG tiles.
 *
 * @see https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function createPmtiles(tiles: readonly MadeTile[], metadata: object): Uint8Array {
  const sorted = tiles
    .map((tile) => ({ ...tile, id: zxyToTileId(tile.z, tile.x, tile.y) }))
    .toSorted((a, b) => a.id - b.id);
  const data = Buffer.concat(sorted.map(({ bytes }) => bytes));
  const starts = sorted.map((_, place) => sorted.slice(0, place).reduce((sum, { bytes }) => sum + bytes.byteLength, 0));
  const directory = Buffer.from([
    ...varint(sorted.length),
    ...sorted.flatMap(({ id }, place) => varint(id - (sorted[place - 1]?.id ?? 0))),
    ...sorted.flatMap(() => varint(1)),
    ...sorted.flatMap(({ bytes }) => varint(bytes.byteLength)),
    ...starts.flatMap((start) => varint(start + 1)),
  ]);
  const json = Buffer.from(JSON.stringify(metadata));
  const header = Buffer.alloc(127);
  header.write('PMTiles');
  header.writeUInt8(3, 7);
  const parts = [directory.byteLength, json.byteLength, 0, data.byteLength];
  let at = 127;
  for (const [place, length] of parts.entries()) {
    header.writeBigUInt64LE(BigInt(at), 8 + place * 16);
    header.writeBigUInt64LE(BigInt(length), 16 + place * 16);
    at += length;
  }
  for (const field of [72, 80, 88]) header.writeBigUInt64LE(BigInt(sorted.length), field);
  header.set([1, 1, 1, 2, sorted[0]?.z ?? 0, sorted.at(-1)?.z ?? 0], 96);
  for (const [place, degrees] of [-180, -85, 180, 85].entries()) header.writeInt32LE(degrees * 1e7, 102 + place * 4);
  return Buffer.concat([header, directory, json, data]);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];
}
