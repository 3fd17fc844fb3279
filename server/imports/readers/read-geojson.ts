import { basename, extname } from 'node:path';
import type { SourceCell, SourceNote } from '#core/ledgers/source-table.ts';
import { decodeText } from './decode-text.ts';
import { GeometryReader, type LooseGeometry, nameRows } from './geometry-reader.ts';
import { ImportFileError } from './import-file-error.ts';
import type { RawFeature, RawFile } from './raw-table.ts';
import { checkColumnCount, checkRowCount, type Reading } from './reading.ts';
import { refuseUnknown } from './recognise-format.ts';
import { findSourceCrs } from './recognise-source-crs.ts';

const GEOMETRY_TYPES = new Set([
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
]);
const ROWS_PER_TICK = 500;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\[]{}');
/** What the engine quotes before a fault. */
const CONTEXT_CHARACTERS = 10;
const DEEPEST = 100;
/** Begins each record of a GeoJSON text sequence (RFC 8142). */
const RECORD_SEPARATOR = '\u{1e}';

type Loose = Readonly<Record<string, unknown>>;

/** What reading a file of GeoJSON gives, with which of its two kinds it is. */
export interface ReadGeojson extends RawFile {
  readonly format: 'geojson' | 'geojson_lines';
}

/**
 * Reads GeoJSON (RFC 7946): a collection, one feature, one geometry, or one of these a line. The `crs` member of the older draft is honoured; without
 * it nothing is said of the reference system, because Chinese files often are not what the standard says. Properties that are lists or
 * objects become their JSON text.
 *
 * @throws {ImportFileError} no JSON, or JSON of something else
 */
export function readGeojson(bytes: Buffer, reading: Reading): ReadGeojson {
  checkStructure(bytes, reading);
  const { text, encoding, damagedCount } = decodeText(bytes);
  const { format, roots } = parse(text, reading);
  const features = roots.flatMap((root) => listFeatures(root, reading));
  checkRowCount(reading, reading.file, features.length);
  const notes: SourceNote[] = encoding === 'UTF-8' ? [] : [{ kind: 'encoding', values: { encoding } }];
  if (damagedCount > 0) notes.push({ kind: 'damaged_text', values: { count: damagedCount } });
  const crsName = findCrsName(roots[0]);
  if (crsName !== null) notes.push({ kind: 'old_crs_member', values: { name: crsName } });
  const layer = readFeatures(features, reading);
  const name = basename(reading.file, extname(reading.file));
  const crs = crsName === null ? null : findSourceCrs(crsName);
  return { format, tables: [{ kind: 'layer', name, ...layer, crs }], notes };
}

/**
 * Looks at the brackets before anything is made of them: parsed, a bracket takes some thirty times the memory that it takes in the file.
 *
 * @throws {ImportFileError} more lists and objects than a county has positions, or nested more deeply than any geometry
 */
function checkStructure(bytes: Buffer, { file, limits }: Reading): void {
  let depth = 0;
  let count = 0;
  let isQuoted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) at += byte === BACKSLASH ? 1 : 0;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      count += 1;
      if (depth > DEEPEST)
        throw new ImportFileError('import_file_damaged', file, { format: 'GeoJSON', where: `${at}` });
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
  }
  if (count > limits.positions)
    throw new ImportFileError('import_too_many_positions', file, { got: count, limit: limits.positions });
}

function parse(
  text: string,
  { file }: Reading,
): { readonly format: ReadGeojson['format']; readonly roots: readonly unknown[] } {
  const whole = parseJson(text);
  if (whole.ok) return { format: 'geojson', roots: [whole.value] };
  const lines = text
    .replaceAll(RECORD_SEPARATOR, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length > 1 && parseJson(lines[0] ?? '').ok)
    return { format: 'geojson_lines', roots: parseLines(lines, file) };
  throw new ImportFileError('import_file_damaged', file, { format: 'GeoJSON', where: placeOf(text, whole.position) });
}

const parseLines = (lines: readonly string[], file: string): readonly unknown[] =>
  lines.map((line, index) => {
    const parsed = parseJson(line);
    if (parsed.ok) return parsed.value;
    throw new ImportFileError('import_file_damaged', file, { format: 'GeoJSON', where: `${index + 1}` });
  });

function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly position: number } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, position: findFault(text, error instanceof Error ? error.message : '') };
  }
}

/** Place of a fault by what the engine says of it: its position, or what stands around it; the end where it missed something. */
function findFault(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, token = '', quoted] =
    /token '?(.)'?, (?:\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? [];
  const around = quoted === undefined ? -1 : text.indexOf(quoted);
  return around === -1 ? text.length : Math.max(around, text.indexOf(token, around + CONTEXT_CHARACTERS));
}

/** Line and column of a place in a text, as `2:15`. */
function placeOf(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** @throws {ImportFileError} JSON that is not GeoJSON, with what it is instead */
function listFeatures(root: unknown, { file }: Reading): readonly unknown[] {
  if (isRecord(root)) {
    if (root.type === 'FeatureCollection' && Array.isArray(root.features)) return root.features;
    if (root.type === 'Feature') return [root];
    if (typeof root.type === 'string' && GEOMETRY_TYPES.has(root.type))
      return [{ type: 'Feature', properties: {}, geometry: root }];
  }
  const got = isRecord(root) && typeof root.type === 'string' ? `JSON “${root.type}”` : 'JSON';
  throw refuseUnknown(file, got);
}

function readFeatures(features: readonly unknown[], reading: Reading) {
  const columns = new Map<string, number>();
  const geometries = new GeometryReader();
  const oddRows: number[] = [];
  const read: { readonly values: Loose; readonly geometry: RawFeature['geometry'] }[] = [];
  for (const [index, feature] of features.entries()) {
    if (index % ROWS_PER_TICK === 0) reading.tick(index);
    if (!isRecord(feature) || feature.type !== 'Feature') {
      geometries.markDamaged(index + 1);
      read.push({ values: {}, geometry: null });
      continue;
    }
    if (!isRecord(feature.properties ?? {})) oddRows.push(index + 1);
    const values = readProperties(feature);
    for (const key of Object.keys(values)) if (!columns.has(key)) columns.set(key, columns.size);
    checkColumnCount(reading, reading.file, columns.size);
    read.push({ values, geometry: readGeometry(feature.geometry, index + 1, geometries) });
  }
  const names = [...columns.keys()];
  return {
    columns: names,
    features: read.map(
      ({ values, geometry }): RawFeature => ({
        cells: names.map((name) => toCell(Object.hasOwn(values, name) ? values[name] : null)),
        geometry,
      }),
    ),
    notes: oddRows.length === 0 ? geometries.notes : [...geometries.notes, noteOdd(oddRows)],
  };
}

const noteOdd = (rows: readonly number[]): SourceNote => ({
  kind: 'damaged_attributes',
  values: { count: rows.length, rows: nameRows(rows) },
});

function readGeometry(value: unknown, row: number, geometries: GeometryReader): RawFeature['geometry'] {
  if (value === null || value === undefined) return null;
  if (isRecord(value)) return geometries.read(value as LooseGeometry, row);
  geometries.markDamaged(row);
  return null;
}

/** The id of a feature counts as a property where none has that name. */
function readProperties({ id, properties }: Loose): Loose {
  const own = isRecord(properties) ? properties : {};
  const hasId = (typeof id === 'string' || typeof id === 'number') && !Object.hasOwn(own, 'id');
  return hasId ? { id, ...own } : own;
}

function toCell(value: unknown): SourceCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

/** Name of the system in the `crs` member of GeoJSON 2008. */
function findCrsName(root: unknown): string | null {
  if (!isRecord(root) || !isRecord(root.crs) || !isRecord(root.crs.properties)) return null;
  const { name, code } = root.crs.properties;
  if (typeof name === 'string') return name;
  return typeof code === 'number' ? `EPSG:${code}` : null;
}

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
