import { basename } from 'node:path';
import type { SourceNote } from '#core/ledgers/source-table.ts';
import { nameRows } from './geometry-reader.ts';
import { ImportFileError } from './import-file-error.ts';
import type { RawFeature, RawFile, RawLayer } from './raw-table.ts';
import { countDbfRows, type DbfTable, readDbf } from './read-dbf.ts';
import { readShp, type Shapes } from './read-shp.ts';
import type { Reading } from './reading.ts';
import { findSourceCrs } from './recognise-source-crs.ts';

/** A part of a shapefile, in an archive or sent beside the others. */
export interface ShapefilePart {
  readonly path: string;
  readonly read: () => Buffer;
}

/** Of one shapefile, by extension in small letters, without the dot. */
type Parts = ReadonlyMap<string, ShapefilePart>;

/** Extensions that belong to a shapefile although nothing in them is read. */
const SILENT = /\.(shx|sbn|sbx|qix|fix|qpj|qmd|cst|ain|aih|atx|ixs|mxs|shp\.xml|prj|cpg|mshp)$/i;
const NAMED_FILES = 5;
/** A .prj or .cpg is a line of text; longer ones are something else. */
const MOST_SIDE_BYTES = 64 * 1024;

/**
 * Reads shapefiles from their parts, each one a table: several in an archive, in folders, with extensions in any case. Works without .shx; a missing
 * .prj, .cpg or .dbf is told, as is a .prj or .cpg that is a web page. A .dbf without shapes is a table.
 *
 * @throws {ImportFileError} a part is damaged
 */
export function readShapefiles(parts: readonly ShapefilePart[], reading: Reading): RawFile {
  const groups = new Map<string, Map<string, ShapefilePart>>();
  const others: string[] = [];
  for (const part of parts) {
    const [, stem = '', extension = ''] = /^(.*)\.(shp|dbf|prj|cpg|qpj)$/i.exec(part.path) ?? [];
    if (extension === '') {
      if (!SILENT.test(part.path)) others.push(basename(part.path));
      continue;
    }
    const key = stem.toLowerCase();
    const group = groups.get(key) ?? new Map<string, ShapefilePart>();
    groups.set(key, group.set(extension.toLowerCase(), part));
  }
  const tables = [...groups.values()].filter((group) => group.has('shp') || group.has('dbf'));
  if (tables.length === 0) throw new ImportFileError('import_shape_part_missing', reading.file, { got: '.shp' });
  const notes: SourceNote[] = [];
  if (others.length > 0) {
    const names = others.slice(0, NAMED_FILES).join(', ') + (others.length > NAMED_FILES ? ', …' : '');
    notes.push({ kind: 'other_files', values: { count: others.length, names } });
  }
  return { tables: tables.map((group) => readOne(group, reading)), notes };
}

function readOne(parts: Parts, reading: Reading): RawLayer {
  const shp = parts.get('shp');
  const dbf = parts.get('dbf');
  const path = (shp ?? dbf)?.path ?? reading.file;
  const records = dbf?.read() ?? null;
  const table =
    dbf === undefined || records === null
      ? null
      : readDbf(records, readSide(parts.get('cpg')), { ...reading, part: basename(dbf.path) });
  const expected = records === null ? null : countDbfRows(records);
  const shapes = shp === undefined ? null : readShp(shp.read(), { name: basename(shp.path), expected }, reading);
  const stated = readSide(parts.get('prj')) ?? readSide(parts.get('qpj'));
  const crs = stated === null || shapes === null ? null : findSourceCrs(stated);
  const notes: SourceNote[] = [];
  if (table === null) notes.push({ kind: 'no_attributes', values: {} });
  else if (table.encoding !== 'UTF-8') notes.push({ kind: 'encoding', values: { encoding: table.encoding } });
  if (shapes === null) notes.push({ kind: 'no_shapes', values: {} });
  if (shapes !== null && crs === null) notes.push({ kind: 'no_projection', values: {} });
  if (crs?.kind === 'proj') notes.push({ kind: 'projection', values: { name: crs.name } });
  return {
    kind: 'layer',
    name: basename(path).replace(/\.\w+$/, ''),
    columns: table?.columns ?? [],
    features: joinParts(shapes, table),
    crs,
    notes: [...notes, ...noteShapes(shapes)],
  };
}

/** Shape and record of the same number are a feature; a record marked as deleted takes its shape with it. */
function joinParts(shapes: Shapes | null, table: DbfTable | null): readonly RawFeature[] {
  const count = Math.max(shapes?.geometries.length ?? 0, table?.rows.length ?? 0);
  const empty = (table?.columns ?? []).map(() => null);
  const features: RawFeature[] = [];
  for (let index = 0; index < count; index += 1) {
    const cells = table === null || index >= table.rows.length ? empty : (table.rows[index] ?? null);
    if (cells !== null) features.push({ cells, geometry: shapes?.geometries[index] ?? null });
  }
  return features;
}

function noteShapes(shapes: Shapes | null): readonly SourceNote[] {
  if (shapes === null) return [];
  const notes: SourceNote[] = [];
  if (shapes.thirdCount > 0) notes.push({ kind: 'third_dimension', values: { count: shapes.thirdCount } });
  for (const [type, rows] of shapes.unsupported)
    notes.push({ kind: 'unsupported_geometry', values: { type, count: rows.length, rows: nameRows(rows) } });
  return notes;
}

/** Text of a .prj or .cpg; null for a web page that a server sent in its place. */
function readSide(part: ShapefilePart | undefined): string | null {
  const bytes = part?.read();
  if (bytes === undefined || bytes.length === 0 || bytes.length > MOST_SIDE_BYTES) return null;
  const text = bytes
    .toString('utf8')
    .replace(/^\u{feff}/u, '')
    .trim();
  return text === '' || text.startsWith('<') ? null : text;
}
