import type { LooseGeometry } from './geometry-reader.ts';

/** Type numbers of OGC Simple Features (06-103r4, table 7); the others are curves and surfaces. */
const KINDS: Readonly<Record<number, string>> = {
  1: 'Point',
  2: 'LineString',
  3: 'Polygon',
  4: 'MultiPoint',
  5: 'MultiLineString',
  6: 'MultiPolygon',
  7: 'GeometryCollection',
};
const THOUSAND = 1000;
const EXTENDED_Z = 0x8000_0000;
const EXTENDED_M = 0x4000_0000;
const EXTENDED_SRID = 0x2000_0000;
const DEEPEST = 8;

interface Cursor {
  readonly bytes: DataView;
  at: number;
}

/**
 * Reads well-known binary (ISO with thousands for heights and measures, or extended with flags) into the shape of GeoJSON; heights stay as a third
 * number, measures go.
 *
 * @returns null where the bytes end early or say what cannot be; kinds that are not of GeoJSON as their number
 */
export function readWkb(bytes: Uint8Array): LooseGeometry | null {
  try {
    return readOne({ bytes: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 }, 0);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readOne(cursor: Cursor, depth: number): LooseGeometry {
  if (depth > DEEPEST) throw new RangeError('Nested too deeply');
  const little = cursor.bytes.getUint8(cursor.at) === 1;
  const stated = cursor.bytes.getUint32(cursor.at + 1, little);
  cursor.at += 5;
  if ((stated & EXTENDED_SRID) !== 0) cursor.at += 4;
  const flagged = stated & 0x0fff_ffff;
  const thousands = Math.floor(flagged / THOUSAND);
  const hasZ = (stated & EXTENDED_Z) !== 0 || thousands === 1 || thousands === 3;
  const hasM = (stated & EXTENDED_M) !== 0 || thousands === 2 || thousands === 3;
  const type = KINDS[flagged % THOUSAND] ?? `WKB ${flagged % THOUSAND}`;
  const layout = { little, hasZ, hasM };
  switch (type) {
    case 'Point':
      return { type, coordinates: readPosition(cursor, layout) };
    case 'LineString':
      return { type, coordinates: readLine(cursor, layout) };
    case 'Polygon':
      return { type, coordinates: readMany(cursor, little, () => readLine(cursor, layout)) };
    case 'MultiPoint':
    case 'MultiLineString':
    case 'MultiPolygon':
      return { type, coordinates: readMany(cursor, little, () => readOne(cursor, depth + 1).coordinates) };
    case 'GeometryCollection':
      return { type, geometries: readMany(cursor, little, () => readOne(cursor, depth + 1)) };
    default:
      return { type };
  }
}

interface Layout {
  readonly little: boolean;
  readonly hasZ: boolean;
  readonly hasM: boolean;
}

function readMany<T>(cursor: Cursor, little: boolean, read: () => T): readonly T[] {
  const count = cursor.bytes.getUint32(cursor.at, little);
  cursor.at += 4;
  // Each part has at least four bytes: a count beyond that is a lie, told before anything is made for it.
  if (count * 4 > cursor.bytes.byteLength) throw new RangeError('More parts than bytes');
  return Array.from({ length: count }, read);
}

const readLine = (cursor: Cursor, layout: Layout): readonly (readonly number[])[] =>
  readMany(cursor, layout.little, () => readPosition(cursor, layout));

function readPosition(cursor: Cursor, { little, hasZ, hasM }: Layout): readonly number[] {
  const number = (place: number): number => cursor.bytes.getFloat64(cursor.at + place * 8, little);
  const position = hasZ ? [number(0), number(1), number(2)] : [number(0), number(1)];
  cursor.at += (position.length + (hasM ? 1 : 0)) * 8;
  return position;
}
