import { copyFile, open, rm } from 'node:fs/promises';
import sqlite, { type Database, type QueryResult } from 'node-sqlite3-wasm';
import type { SourceCrs } from '#core/geo/source-crs.ts';
import type { SourceCell, SourceNote } from '#core/ledgers/source-table.ts';
import { GeometryReader } from './geometry-reader.ts';
import { ImportFileError } from './import-file-error.ts';
import type { RawFeature, RawFile, RawLayer } from './raw-table.ts';
import { readWkb } from './read-wkb.ts';
import { checkColumnCount, checkRowCount, type Reading } from './reading.ts';
import { crsOfEpsg, findSourceCrs } from './recognise-source-crs.ts';

/** Numbers that GIS programs give to rows; they say nothing about the thing. */
const ROW_NUMBERS = /^(fid|ogc_fid|objectid|pk_uid|rowid)$/i;
const ROWS_PER_TICK = 500;
/** Where the header of SQLite says how it is written and read, and its value for a write-ahead log (fileformat2, 1.3). */
const WRITE_VERSION_AT = 18;
const AHEAD_LOG = 2;
const NAMED_TABLES = 5;
/** Bytes of the envelope by its indicator (OGC 12-128r18, 2.1.3). */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

/**
 * Reads the tables of a GeoPackage that its contents list as features or attributes. Views and virtual tables, which can compute without end, and
 * tiles are not read, and that is told. A file that was left in write-ahead mode is read from a copy beside it, which goes at once.
 *
 * @throws {ImportFileError} SQLite of something else, or damaged
 */
export async function readGeopackage(path: string, reading: Reading): Promise<RawFile> {
  const plain = await openPlain(path);
  try {
    return readDatabase(plain, reading);
  } catch (error) {
    if (error instanceof ImportFileError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ImportFileError('import_file_damaged', reading.file, { format: 'GeoPackage', where: 'SQLite', reason });
  } finally {
    if (plain !== path) await rm(plain, { force: true });
  }
}

/** The same file, or where it is in write-ahead mode, which a file alone cannot be opened in, a copy that is not. */
async function openPlain(path: string): Promise<string> {
  const file = await open(path, 'r');
  const versions = Buffer.alloc(2);
  await file.read(versions, 0, 2, WRITE_VERSION_AT);
  await file.close();
  if (versions[0] !== AHEAD_LOG && versions[1] !== AHEAD_LOG) return path;
  const copied = `${path}.plain`;
  await copyFile(path, copied);
  const copy = await open(copied, 'r+');
  await copy.write(Buffer.from([1, 1]), 0, 2, WRITE_VERSION_AT);
  await copy.close();
  return copied;
}

function readDatabase(path: string, reading: Reading): RawFile {
  const database = new sqlite.Database(path, { fileMustExist: true, readOnly: true });
  try {
    const real = new Set(
      list(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'", 'name'),
    );
    if (!real.has('gpkg_contents') || !real.has('gpkg_spatial_ref_sys'))
      throw new ImportFileError('import_file_damaged', reading.file, { format: 'GeoPackage', where: 'gpkg_contents' });
    const contents = all(database, 'SELECT table_name, data_type, srs_id FROM gpkg_contents ORDER BY rowid');
    const tables: RawLayer[] = [];
    const others: string[] = [];
    for (const { table_name, data_type } of contents) {
      const name = String(table_name);
      const isRead = real.has(name) && /^(features|attributes|aspatial)$/.test(String(data_type));
      if (isRead) tables.push(readTable(database, name, { reading, hasGeometry: real.has('gpkg_geometry_columns') }));
      else others.push(name);
    }
    if (tables.length === 0) throw new ImportFileError('import_file_nothing_in_it', reading.file);
    return { tables, notes: others.length === 0 ? [] : [noteOthers(others)] };
  } finally {
    database.close();
  }
}

const noteOthers = (others: readonly string[]): SourceNote => ({
  kind: 'other_files',
  values: {
    count: others.length,
    names: others.slice(0, NAMED_TABLES).join(', ') + (others.length > NAMED_TABLES ? ', …' : ''),
  },
});

interface Column {
  readonly name: string;
  readonly type: string;
}

function readTable(
  database: Database,
  table: string,
  { reading, hasGeometry }: { readonly reading: Reading; readonly hasGeometry: boolean },
): RawLayer {
  const quoted = quote(table);
  checkRowCount(reading, table, Number(all(database, `SELECT count(*) AS count FROM ${quoted}`)[0]?.count ?? 0));
  const columns = all(database, `PRAGMA table_info(${quoted})`)
    .filter(({ name, pk }) => !(Number(pk) > 0 && ROW_NUMBERS.test(String(name))))
    .map(({ name, type }): Column => ({ name: String(name), type: String(type).toUpperCase() }));
  checkColumnCount(reading, table, columns.length);
  const geometry = hasGeometry ? findGeometryColumn(database, table) : null;
  const plain = columns.filter(({ name, type }) => name !== geometry?.column && type !== 'BLOB');
  const wanted = geometry === null ? plain : [...plain, { name: geometry.column, type: 'GEOMETRY' }];
  const geometries = new GeometryReader();
  const features: RawFeature[] = [];
  const statement = database.prepare(
    `SELECT ${wanted.map(({ name }) => quote(name)).join(', ') || '1'} FROM ${quoted}`,
  );
  try {
    for (const row of statement.iterate() as IterableIterator<Row>) {
      if (features.length % ROWS_PER_TICK === 0) reading.tick(features.length);
      const blob = geometry === null ? null : row[geometry.column];
      features.push({
        cells: plain.map(({ name, type }) => toCell(row[name], type)),
        geometry: blob instanceof Uint8Array ? readBlob(blob, features.length + 1, geometries) : null,
      });
    }
  } finally {
    statement.finalize();
  }
  const crs = geometry?.crs ?? null;
  const notes = [...geometries.notes, ...noteCrs(geometry !== null, crs)];
  return { kind: 'layer', name: table, columns: plain.map(({ name }) => name), features, crs, notes };
}

function noteCrs(hasGeometry: boolean, crs: SourceCrs | null): readonly SourceNote[] {
  if (!hasGeometry) return [];
  if (crs === null) return [{ kind: 'no_projection', values: {} }];
  return crs.kind === 'proj' ? [{ kind: 'projection', values: { name: crs.name } }] : [];
}

function findGeometryColumn(
  database: Database,
  table: string,
): { readonly column: string; readonly crs: SourceCrs | null } | null {
  const [found] = all(database, 'SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?', table);
  if (found === undefined) return null;
  const [system] = all(
    database,
    'SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?',
    Number(found.srs_id),
  );
  return { column: String(found.column_name), crs: system === undefined ? null : readSystem(system) };
}

/** Numbers 0 and -1 mean that the system is not known (OGC 12-128r18, table 2). */
function readSystem({ organization, organization_coordsys_id, definition }: Row): SourceCrs | null {
  const code = Number(organization_coordsys_id);
  if (code <= 0) return null;
  const definitionText = String(definition ?? '');
  const byCode = String(organization).toUpperCase() === 'EPSG' ? crsOfEpsg(code) : null;
  if (byCode !== null && byCode.kind !== 'proj') return byCode;
  return definitionText === '' || definitionText === 'undefined' ? byCode : findSourceCrs(definitionText);
}

/** A geometry of GeoPackage: its own header, then well-known binary. */
function readBlob(blob: Uint8Array, row: number, geometries: GeometryReader): RawFeature['geometry'] {
  const flags = blob[3] ?? 0;
  const isEmpty = (flags & 0x10) !== 0;
  const start = 8 + (ENVELOPE_BYTES[(flags >> 1) & 7] ?? Number.POSITIVE_INFINITY);
  if (isEmpty) return null;
  const geometry = blob[0] === 0x47 && blob[1] === 0x50 && start < blob.length ? readWkb(blob.subarray(start)) : null;
  if (geometry !== null) return geometries.read(geometry, row);
  geometries.markDamaged(row);
  return null;
}

type Row = Readonly<Record<string, unknown>>;

const all = (database: Database, sql: string, value?: string | number): readonly Row[] =>
  database.all(sql, value === undefined ? undefined : [value]) as QueryResult[];

const list = (database: Database, sql: string, column: string): readonly string[] =>
  all(database, sql).map((row) => String(row[column]));

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function toCell(value: unknown, type: string): SourceCell {
  if (value === null || value === undefined || value instanceof Uint8Array) return null;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return type === 'BOOLEAN' ? value !== 0 : Number.isFinite(value) ? value : null;
  const text = String(value).trim();
  if (text === '') return null;
  return type === 'DATETIME' && /^\d{4}-\d\d-\d\dT/.test(text) ? text.slice(0, 10) : text;
}
