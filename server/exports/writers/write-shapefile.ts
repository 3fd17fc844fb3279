import { type Bbox, bboxOfPositions, positionsOf } from '#core/geo/bbox.ts';
import type { Geometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { OutCrs } from '../out-crs.ts';
import type { OutTable } from '../out-table.ts';
import { writeDbf } from './write-dbf.ts';

/** Shape types and numbers of the main file. Source: ESRI Shapefile Technical Description, July 1998. */
const SHAPE_TYPES = { points: 1, lines: 3, areas: 5 } as const;
type ShapeFamily = keyof typeof SHAPE_TYPES;
const NULL_SHAPE = 0;
const FILE_CODE = 9994;
const VERSION = 1000;
const HEADER_BYTES = 100;

/** Files of one or more shapefiles by name, and how many texts the DBF had to cut. */
export interface WrittenShapefile {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly cutTexts: number;
}

/**
 * Writes a table as shapefiles: one for each family of shapes that occurs (points, lines, areas), because a shapefile holds one; a plain table as DBF
 * alone. Texts are UTF-8 and said to be so.
 */
export function writeShapefile(table: OutTable, crs: OutCrs, changedOn: string): WrittenShapefile {
  const cpg = Buffer.from('UTF-8', 'latin1');
  if (table.geometries.length === 0) {
    const { bytes, cutTexts } = writeDbf(table.columns, table.rows, changedOn);
    return { files: { [`${table.name}.dbf`]: bytes, [`${table.name}.cpg`]: cpg }, cutTexts };
  }
  const families = new Map<ShapeFamily, OutTable['rows'][number][]>();
  for (const row of table.rows) {
    const family = row.geometry === null ? firstFamily(table) : familyOf(row.geometry.type);
    const rows = families.get(family) ?? [];
    rows.push(row);
    families.set(family, rows);
  }
  if (families.size === 0) families.set(firstFamily(table), []);
  const files: Record<string, Uint8Array> = {};
  let cutTexts = 0;
  for (const [family, rows] of families) {
    const name = families.size === 1 ? table.name : `${table.name}_${family}`;
    const moved = rows.map(({ geometry }) => (geometry === null ? null : crs.convert(geometry)));
    const { shp, shx } = writeShapes(moved, family);
    const dbf = writeDbf(table.columns, rows, changedOn);
    cutTexts += dbf.cutTexts;
    Object.assign(files, {
      [`${name}.shp`]: shp,
      [`${name}.shx`]: shx,
      [`${name}.dbf`]: dbf.bytes,
      [`${name}.prj`]: Buffer.from(crs.wkt, 'latin1'),
      [`${name}.cpg`]: cpg,
    });
  }
  return { files, cutTexts };
}

const firstFamily = ({ geometries }: OutTable): ShapeFamily => familyOf(geometries[0] ?? 'Point');

function familyOf(type: Geometry['type']): ShapeFamily {
  if (type === 'Point') return 'points';
  return type === 'LineString' || type === 'MultiLineString' ? 'lines' : 'areas';
}

function writeShapes(geometries: readonly (Geometry | null)[], family: ShapeFamily) {
  const records = geometries.map((geometry) => (geometry === null ? writeNull() : writeShape(geometry, family)));
  const contentBytes = records.reduce((sum, { byteLength }) => sum + 8 + byteLength, 0);
  const box = bboxOfPositions(geometries.flatMap((geometry) => (geometry === null ? [] : positionsOf(geometry))));
  const bounds: Bbox = Number.isFinite(box[0]) ? box : [0, 0, 0, 0];
  const shp = Buffer.alloc(HEADER_BYTES + contentBytes);
  const shx = Buffer.alloc(HEADER_BYTES + records.length * 8);
  writeFileHeader(shp, family, bounds);
  writeFileHeader(shx, family, bounds);
  let at = HEADER_BYTES;
  for (const [place, record] of records.entries()) {
    shx.writeInt32BE(at / 2, HEADER_BYTES + place * 8);
    shx.writeInt32BE(record.byteLength / 2, HEADER_BYTES + place * 8 + 4);
    shp.writeInt32BE(place + 1, at);
    shp.writeInt32BE(record.byteLength / 2, at + 4);
    record.copy(shp, at + 8);
    at += 8 + record.byteLength;
  }
  return { shp, shx };
}

function writeFileHeader(file: Buffer, family: ShapeFamily, box: Bbox): void {
  file.writeInt32BE(FILE_CODE, 0);
  file.writeInt32BE(file.byteLength / 2, 24);
  file.writeInt32LE(VERSION, 28);
  file.writeInt32LE(SHAPE_TYPES[family], 32);
  for (const [place, value] of box.entries()) file.writeDoubleLE(value, 36 + place * 8);
}

function writeNull(): Buffer {
  const record = Buffer.alloc(4);
  record.writeInt32LE(NULL_SHAPE, 0);
  return record;
}

function writeShape(geometry: Geometry, family: ShapeFamily): Buffer {
  if (geometry.type === 'Point') {
    const record = Buffer.alloc(20);
    record.writeInt32LE(SHAPE_TYPES.points, 0);
    writePosition(record, 4, geometry.coordinates);
    return record;
  }
  const parts = listParts(geometry);
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  const record = Buffer.alloc(44 + parts.length * 4 + count * 16);
  record.writeInt32LE(SHAPE_TYPES[family], 0);
  for (const [place, value] of bboxOfPositions(parts.flat()).entries()) record.writeDoubleLE(value, 4 + place * 8);
  record.writeInt32LE(parts.length, 36);
  record.writeInt32LE(count, 40);
  let index = 0;
  for (const [place, part] of parts.entries()) {
    record.writeInt32LE(index, 44 + place * 4);
    for (const position of part) {
      writePosition(record, 44 + parts.length * 4 + index * 16, position);
      index += 1;
    }
  }
  return record;
}

function writePosition(record: Buffer, at: number, [x, y]: LonLat): void {
  record.writeDoubleLE(x, at);
  record.writeDoubleLE(y, at + 8);
}

/** Lines as they are; rings turned: outer ones clockwise, holes the other way, which is how a shapefile tells them apart. */
function listParts(geometry: Exclude<Geometry, { readonly type: 'Point' }>): readonly (readonly LonLat[])[] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
      return geometry.coordinates;
    case 'Polygon':
      return geometry.coordinates.map((ring, place) => turnRing(ring, place === 0));
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) => rings.map((ring, place) => turnRing(ring, place === 0)));
  }
}

function turnRing(ring: readonly LonLat[], clockwise: boolean): readonly LonLat[] {
  const [originX, originY] = ring[0] ?? [0, 0];
  let doubled = 0;
  for (const [place, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[place + 1] ?? [originX, originY];
    doubled += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
  }
  return doubled < 0 === clockwise ? ring : ring.toReversed();
}
