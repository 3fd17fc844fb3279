import { InvalidGeometryError } from '../errors.ts';
import type { Geometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';

/** Type numbers of OGC Simple Features (06-103r4, table 7). */
const WKB_TYPES = { Point: 1, LineString: 2, Polygon: 3, MultiLineString: 5, MultiPolygon: 6 } as const;

/** Flag with which PostGIS marks that a system number follows (EWKB). */
const SRID_FLAG = 0x2000_0000;

/**
 * Geometry as the hexadecimal EWKB text that PostGIS reads and writes for a geometry column: no function of GEOS or PROJ takes part.
 *
 * @param srid 4490 for degrees, 3857 for the mercator copy
 */
export function geometryToEwkbHex(geometry: Geometry, srid: 4490 | 3857): string {
  const numbers = new WkbWriter();
  writeGeometry(numbers, geometry, srid);
  return numbers.toHex();
}

/** Geometry as WKB (OGC 06-103r4, 8.2), little-endian, in whatever system its numbers are. */
export function geometryToWkb(geometry: Geometry): Uint8Array {
  const numbers = new WkbWriter();
  writeGeometry(numbers, geometry);
  return numbers.toBytes();
}

/**
 * Geometry of the hexadecimal EWKB text of a geometry column.
 *
 * @throws {InvalidGeometryError} an unknown type or byte order
 */
export function ewkbHexToGeometry(hex: string): Geometry {
  return readGeometry({ view: new DataView(hexToBytes(hex).buffer), offset: 0 });
}

class WkbWriter {
  #view = new DataView(new ArrayBuffer(1024));
  #length = 0;

  /** Little-endian. */
  header(type: number, srid?: number): void {
    this.#reserve(9);
    this.#view.setUint8(this.#length, 1);
    this.#length += 1;
    this.count(srid === undefined ? type : type + SRID_FLAG);
    if (srid !== undefined) this.count(srid);
  }

  count(value: number): void {
    this.#reserve(4);
    this.#view.setUint32(this.#length, value, true);
    this.#length += 4;
  }

  position([x, y]: LonLat): void {
    this.#reserve(16);
    this.#view.setFloat64(this.#length, x, true);
    this.#view.setFloat64(this.#length + 8, y, true);
    this.#length += 16;
  }

  line(positions: readonly LonLat[]): void {
    this.count(positions.length);
    for (const position of positions) this.position(position);
  }

  toBytes(): Uint8Array {
    return new Uint8Array(this.#view.buffer.slice(0, this.#length));
  }

  toHex(): string {
    let hex = '';
    for (const byte of new Uint8Array(this.#view.buffer, 0, this.#length)) hex += HEX_OF_BYTE[byte];
    return hex;
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#view.byteLength) return;
    const wider = new ArrayBuffer(this.#view.byteLength * 2);
    new Uint8Array(wider).set(new Uint8Array(this.#view.buffer));
    this.#view = new DataView(wider);
  }
}

const HEX_OF_BYTE = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function writeGeometry(writer: WkbWriter, geometry: Geometry, srid?: number): void {
  writer.header(WKB_TYPES[geometry.type], srid);
  switch (geometry.type) {
    case 'Point':
      writer.position(geometry.coordinates);
      return;
    case 'LineString':
      writer.line(geometry.coordinates);
      return;
    case 'Polygon':
      writer.count(geometry.coordinates.length);
      for (const ring of geometry.coordinates) writer.line(ring);
      return;
    case 'MultiLineString':
      writer.count(geometry.coordinates.length);
      for (const coordinates of geometry.coordinates) writeGeometry(writer, { type: 'LineString', coordinates });
      return;
    case 'MultiPolygon':
      writer.count(geometry.coordinates.length);
      for (const coordinates of geometry.coordinates) writeGeometry(writer, { type: 'Polygon', coordinates });
  }
}

interface WkbReader {
  readonly view: DataView;
  offset: number;
}

function readGeometry(reader: WkbReader): Geometry {
  if (reader.view.getUint8(reader.offset) !== 1) throw unreadable('Got a big-endian WKB, expected little-endian.');
  reader.offset += 1;
  const header = readCount(reader);
  if ((header & SRID_FLAG) !== 0) reader.offset += 4;
  const type = header & 0xff;
  switch (type) {
    case WKB_TYPES.Point:
      return { type: 'Point', coordinates: readPosition(reader) };
    case WKB_TYPES.LineString:
      return { type: 'LineString', coordinates: readLine(reader) };
    case WKB_TYPES.Polygon:
      return { type: 'Polygon', coordinates: readMany(reader, readLine) };
    case WKB_TYPES.MultiLineString:
      return { type: 'MultiLineString', coordinates: readMany(reader, readLinePart) };
    case WKB_TYPES.MultiPolygon:
      return { type: 'MultiPolygon', coordinates: readMany(reader, readPolygonPart) };
    default:
      throw unreadable(`Got WKB type ${type}, expected 1, 2, 3, 5 or 6.`);
  }
}

function readLinePart(reader: WkbReader): readonly LonLat[] {
  const part = readGeometry(reader);
  if (part.type !== 'LineString') throw unreadable(`Got a ${part.type} as part, expected a LineString.`);
  return part.coordinates;
}

function readPolygonPart(reader: WkbReader): readonly (readonly LonLat[])[] {
  const part = readGeometry(reader);
  if (part.type !== 'Polygon') throw unreadable(`Got a ${part.type} as part, expected a Polygon.`);
  return part.coordinates;
}

function readMany<T>(reader: WkbReader, read: (reader: WkbReader) => T): readonly T[] {
  return Array.from({ length: readCount(reader) }, () => read(reader));
}

const readLine = (reader: WkbReader): readonly LonLat[] => readMany(reader, readPosition);

function readPosition(reader: WkbReader): LonLat {
  const { view, offset } = reader;
  reader.offset += 16;
  return [view.getFloat64(offset, true), view.getFloat64(offset + 8, true)];
}

function readCount(reader: WkbReader): number {
  reader.offset += 4;
  return reader.view.getUint32(reader.offset - 4, true);
}

function hexToBytes(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = nibble(hex.charCodeAt(2 * i)) * 16 + nibble(hex.charCodeAt(2 * i + 1));
  }
  return bytes;
}

/** Value of a hexadecimal digit by its character code: 0-9, A-F, a-f. */
const nibble = (code: number): number => (code < 58 ? code - 48 : (code & 0xdf) - 55);

const unreadable = (message: string) => new InvalidGeometryError('geometry_unreadable', message);
