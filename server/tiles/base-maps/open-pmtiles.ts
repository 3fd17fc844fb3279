import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { Compression, type Header, PMTiles, type RangeResponse, type Source, TileType } from 'pmtiles';
import { InvalidInputError } from '#core/errors.ts';
import { type ArchiveTile, readLayerNames, readTextMember, type TileArchive } from './tile-archive.ts';

const gunzipBytes = promisify(gunzip);
const unbrotliBytes = promisify(brotliDecompress);

const MEDIA_TYPES: Readonly<Partial<Record<TileType, string>>> = {
  [TileType.Mvt]: 'application/vnd.mapbox-vector-tile',
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
  [TileType.Avif]: 'image/avif',
};

/**
 * Opens a PMTiles archive (version 3); its tiles are read one by one from the file.
 *
 * @throws {InvalidInputError} `base_map_damaged`, `base_map_tiles`: tiles of a kind that no map shows
 */
export async function openPmtiles(path: string, name: string): Promise<TileArchive> {
  const handle = await open(path, 'r');
  try {
    const archive = new PMTiles(new FileSource(handle, name), undefined, unpack);
    const header = await archive.getHeader();
    const metadata = await archive.getMetadata();
    const mediaType = MEDIA_TYPES[header.tileType];
    if (mediaType === undefined) {
      throw new InvalidInputError('base_map_tiles', `Tiles of ${name} are of an unknown kind`, { file: name });
    }
    return {
      facts: describe(header, metadata),
      findTile: async (z, x, y) => {
        const tile = await archive.getZxy(z, x, y);
        return tile === undefined ? undefined : toTile(new Uint8Array(tile.data), mediaType);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    if (error instanceof InvalidInputError) throw error;
    throw new InvalidInputError('base_map_damaged', `${name} is no sound PMTiles archive`, { file: name });
  }
}

const toTile = (bytes: Uint8Array, mediaType: string): ArchiveTile => ({ bytes, mediaType, encoding: null });

const describe = (header: Header, metadata: unknown): TileArchive['facts'] => ({
  name: readTextMember(metadata, 'name'),
  kind: header.tileType === TileType.Mvt ? 'vector' : 'raster',
  minZoom: header.minZoom,
  maxZoom: header.maxZoom,
  bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
  attribution: readTextMember(metadata, 'attribution') ?? '',
  layers: readLayerNames(metadata),
});

async function unpack(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  switch (compression) {
    case Compression.None:
    case Compression.Unknown:
      return packed;
    case Compression.Gzip:
      return toArrayBuffer(await gunzipBytes(packed));
    case Compression.Brotli:
      return toArrayBuffer(await unbrotliBytes(packed));
    default:
      throw new Error(`Got compression ${compression}, expected gzip, brotli or none`);
  }
}

const toArrayBuffer = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

/** Ranges of a file for the reader of PMTiles. */
class FileSource implements Source {
  readonly #handle: FileHandle;
  readonly #key: string;

  constructor(handle: FileHandle, key: string) {
    this.#handle = handle;
    this.#key = key;
  }

  getKey(): string {
    return this.#key;
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await this.#handle.read(bytes, 0, length, offset);
    return { data: toArrayBuffer(bytes.subarray(0, bytesRead)) };
  }
}
