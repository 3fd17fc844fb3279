import type { Geometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { ImportFileError } from './import-file-error.ts';
import type { Reading } from './reading.ts';
import { isInRing } from './ring-side.ts';

/** Shapes of a .shp in their order, and what could not be taken over. */
export interface Shapes {
  /** Null: no shape, or one of a kind that is not stored. */
  readonly geometries: readonly (Geometry | null)[];
  readonly thirdCount: number;
  /** Numbers, from 1, of shapes of kinds that are not stored, by kind. */
  readonly unsupported: ReadonlyMap<string, readonly number[]>;
}

/** Sizes and numbers of the format (ESRI Shapefile Technical Description, July 1998). */
const HEADER_BYTES = 100;
const RECORD_HEADER_BYTES = 8;
const FILE_CODE = 9994;
const NULL_SHAPE = 0;
const POINT = 1;
const LINE = 3;
const POLYGON = 5;
const POINTS = 8;
const PATCHES = 31;
const PARTS_AT = 44;
const POINTS_AT = 40;
const POINT_BYTES = 16;
const SHAPES_PER_TICK = 200;

/**
 * Reads the shapes of a .shp one after the other, as their headers say; the index (.shx) is not needed. Outer rings are told by their direction,
 * holes belong to the outer ring around them. What stands after as many shapes as there are records, and is none, is not looked at: some
 * programs leave remains there.
 *
 * @param file `expected`: how many records the attributes or the index have; null where neither is there
 * @throws {ImportFileError} the file ends before its last shape, or says what cannot be
 */
export function readShp(
  bytes: Buffer,
  { name, expected }: { readonly name: string; readonly expected: number | null },
  reading: Reading,
): Shapes {
  const damaged = (where: string) =>
    new ImportFileError('import_file_damaged', reading.file, { format: 'Shapefile', where });
  if (bytes.length < HEADER_BYTES || bytes.readInt32BE(0) !== FILE_CODE) throw damaged(name);
  const geometries: (Geometry | null)[] = [];
  const unsupported = new Map<string, number[]>();
  let thirdCount = 0;
  let at = HEADER_BYTES;
  const stated = bytes.readInt32BE(24) * 2;
  if (stated > bytes.length) throw damaged(`${name}: ${bytes.length} / ${stated} B`);
  while (at + RECORD_HEADER_BYTES <= stated) {
    const number = geometries.length + 1;
    const content = bytes.readInt32BE(at + 4) * 2;
    const start = at + RECORD_HEADER_BYTES;
    const isAfterLast = expected !== null && number > expected;
    if (content < 4 || start + content > bytes.length) {
      if (isAfterLast) break;
      throw damaged(`${name} #${number}`);
    }
    if (number % SHAPES_PER_TICK === 0) reading.tick(number);
    const shape = readShape(bytes.subarray(start, start + content));
    if (shape === 'damaged' && isAfterLast) break;
    if (shape === 'damaged') throw damaged(`${name} #${number}`);
    geometries.push(shape.geometry);
    if (shape.hasThird) thirdCount += 1;
    if (shape.unsupported !== null)
      unsupported.set(shape.unsupported, [...(unsupported.get(shape.unsupported) ?? []), number]);
    at = start + content;
  }
  return { geometries, thirdCount, unsupported };
}

interface Shape {
  readonly geometry: Geometry | null;
  readonly hasThird: boolean;
  readonly unsupported: string | null;
}

function readShape(record: Buffer): Shape | 'damaged' {
  const code = record.readInt32LE(0);
  if (code === NULL_SHAPE) return { geometry: null, hasThird: false, unsupported: null };
  if (code === PATCHES) return { geometry: null, hasThird: true, unsupported: 'MultiPatch' };
  const kind = code % 10;
  const hasThird = code >= 10 && code < 20;
  const shape = (geometry: Geometry | null, unsupported: string | null = null): Shape => ({
    geometry,
    hasThird,
    unsupported,
  });
  if (kind === POINT) {
    if (record.length < 4 + POINT_BYTES) return 'damaged';
    return shape({ type: 'Point', coordinates: readPoint(record, 4) });
  }
  if (kind === POINTS) {
    const points = readPoints(record);
    const [only] = points ?? [];
    if (points === null) return 'damaged';
    return points.length === 1 && only !== undefined
      ? shape({ type: 'Point', coordinates: only })
      : shape(null, 'MultiPoint');
  }
  if (kind !== LINE && kind !== POLYGON) return 'damaged';
  const parts = readParts(record);
  if (parts === null) return 'damaged';
  if (parts.length === 0) return shape(null);
  return shape(kind === LINE ? lineOf(parts) : areaOf(parts));
}

function lineOf(parts: readonly (readonly LonLat[])[]): Geometry {
  const [only] = parts;
  return parts.length === 1 && only !== undefined
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: parts };
}

/** Outer rings run clockwise; where none does, whoever wrote the file did not know, and every ring is one. */
function areaOf(rings: readonly (readonly LonLat[])[]): Geometry {
  const clockwise = rings.filter((ring) => turnOf(ring) <= 0);
  const outers = (clockwise.length === 0 ? rings : clockwise).map((ring) => [ring]);
  const holes = clockwise.length === 0 ? [] : rings.filter((ring) => turnOf(ring) > 0);
  for (const hole of holes) {
    const [corner] = hole;
    const around =
      outers.length === 1
        ? outers[0]
        : outers.find(([outer]) => corner !== undefined && outer !== undefined && isInRing(corner, outer));
    if (around === undefined) outers.push([hole]);
    else around.push(hole);
  }
  const [only] = outers;
  return outers.length === 1 && only !== undefined
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: outers };
}

/** Twice the signed area, positive for a ring that runs against the clock; by differences, because eastings are large. */
function turnOf(ring: readonly LonLat[]): number {
  const [[x0, y0] = [0, 0]] = ring;
  let sum = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [ax, ay] = ring[index - 1] ?? [x0, y0];
    const [bx, by] = ring[index] ?? [x0, y0];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

const readPoint = (record: Buffer, at: number): LonLat => [record.readDoubleLE(at), record.readDoubleLE(at + 8)];

function readPoints(record: Buffer): readonly LonLat[] | null {
  if (record.length < POINTS_AT) return null;
  const count = record.readInt32LE(36);
  if (count < 0 || POINTS_AT + count * POINT_BYTES > record.length) return null;
  return Array.from({ length: count }, (_, index) => readPoint(record, POINTS_AT + index * POINT_BYTES));
}

/** Null where the record is shorter than its counts say, or parts do not follow each other. */
function readParts(record: Buffer): readonly (readonly LonLat[])[] | null {
  if (record.length < PARTS_AT) return null;
  const partCount = record.readInt32LE(36);
  const pointCount = record.readInt32LE(40);
  const pointsAt = PARTS_AT + partCount * 4;
  if (partCount < 0 || pointCount < 0 || pointsAt + pointCount * POINT_BYTES > record.length) return null;
  const starts = Array.from({ length: partCount }, (_, index) => record.readInt32LE(PARTS_AT + index * 4));
  const parts: LonLat[][] = [];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? pointCount;
    if (start < 0 || end < start || end > pointCount) return null;
    parts.push(
      Array.from({ length: end - start }, (_, place) => readPoint(record, pointsAt + (start + place) * POINT_BYTES)),
    );
  }
  return parts;
}
