import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { type Bbox, bboxOf } from '#core/geo/bbox.ts';
import type { Geometry } from '#core/geo/geometry.ts';
import { geometryToWkb } from '#core/geo/wkb.ts';
import type { OutCrs } from '../out-crs.ts';
import type { OutColumn, OutTable, OutType, OutValue } from '../out-table.ts';

/** `GPKG`, and version 1.3. Source: OGC 12-128r17, 1.1.1.1.1. */
const APPLICATION_ID = 0x47504b47;
const USER_VERSION = 10300;

const COLUMN_TYPES: Readonly<Record<OutType, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'BOOLEAN',
  date: 'DATE',
};

const METADATA_TABLES = [
  `CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)`,
  `CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
    last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))`,
  `CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))`,
] as const;

/**
 * Writes tables as one GeoPackage 1.3: tables with geometry as features, the others as attributes.
 *
 * @param folder for the file while it is written; it is removed afterwards
 * @param changedAt ISO time that the file carries: the same tables and time give the same content
 * @see OGC 12-128r17
 */
export async function writeGeopackage(
  tables: readonly OutTable[],
  { crs, folder, changedAt }: { readonly crs: OutCrs; readonly folder: string; readonly changedAt: string },
): Promise<Uint8Array> {
  const own = await mkdtemp(join(folder, 'gpkg-'));
  try {
    const path = join(own, 'export.gpkg');
    const db = new sqlite.Database(path);
    try {
      db.exec(
        `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${USER_VERSION}`,
      );
      db.exec('BEGIN');
      for (const statement of METADATA_TABLES) db.exec(statement);
      addReferenceSystems(db, crs);
      for (const table of tables) addTable(db, table, { crs, changedAt });
      db.exec('COMMIT');
    } finally {
      db.close();
    }
    return await readFile(path);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

type Db = InstanceType<typeof sqlite.Database>;

function addReferenceSystems(db: Db, crs: OutCrs): void {
  const wgs84 =
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]';
  const systems = [
    ['Undefined cartesian SRS', -1, 'NONE', -1, 'undefined'],
    ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined'],
    ['WGS 84', 4326, 'EPSG', 4326, wgs84],
    ...(crs.epsg === 4326 ? [] : [[crs.name, crs.epsg, 'EPSG', crs.epsg, crs.wkt]]),
  ];
  for (const [name, id, organization, number, definition] of systems) {
    db.run('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)', [
      String(name),
      Number(id),
      String(organization),
      Number(number),
      String(definition),
    ]);
  }
}

function addTable(
  db: Db,
  table: OutTable,
  { crs, changedAt }: { readonly crs: OutCrs; readonly changedAt: string },
): void {
  const isSpatial = table.geometries.length > 0;
  const name = quote(table.name);
  const columns = table.columns.map((column) => `${quote(column.name)} ${COLUMN_TYPES[column.type]}`);
  const geometry = isSpatial ? [`geom ${geometryType(table)}`] : [];
  db.exec(
    `CREATE TABLE ${name} (${['fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL', ...geometry, ...columns].join(', ')})`,
  );
  const places = [...geometry, ...columns].map(() => '?').join(', ');
  const names = [...(isSpatial ? ['geom'] : []), ...table.columns.map((column) => quote(column.name))].join(', ');
  const insert = db.prepare(`INSERT INTO ${name} (${names}) VALUES (${places})`);
  const boxes: Bbox[] = [];
  try {
    for (const row of table.rows) {
      const moved = row.geometry === null ? null : crs.convert(row.geometry);
      if (moved !== null) boxes.push(bboxOf(moved));
      const values = row.values.map((value, place) => toSqlValue(value, table.columns[place]));
      insert.run([...(isSpatial ? [moved === null ? null : toBlob(moved, crs.epsg)] : []), ...values]);
    }
  } finally {
    insert.finalize();
  }
  const box = isSpatial ? joinBoxes(boxes) : [null, null, null, null];
  db.run('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    table.name,
    isSpatial ? 'features' : 'attributes',
    table.name,
    table.title,
    changedAt,
    ...box,
    isSpatial ? crs.epsg : null,
  ]);
  if (isSpatial) {
    db.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [
      table.name,
      'geom',
      geometryType(table),
      crs.epsg,
    ]);
  }
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const geometryType = ({ geometries }: OutTable): string =>
  geometries.length === 1 ? (geometries[0] ?? 'Geometry').toUpperCase() : 'GEOMETRY';

function toSqlValue(value: OutValue, column: OutColumn | undefined): string | number | bigint | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  // whole numbers are given as such, or SQLite would store a real in a column of integers
  return typeof value === 'number' && column?.type === 'integer' && Number.isInteger(value) ? BigInt(value) : value;
}

/** A geometry as GeoPackage holds it: header without envelope, little-endian, then WKB. Source: OGC 12-128r17, 2.1.3. */
function toBlob(geometry: Geometry, srsId: number): Uint8Array {
  const wkb = geometryToWkb(geometry);
  const header = Buffer.alloc(8);
  header.write('GP', 0, 'latin1');
  header.writeUInt8(0, 2);
  header.writeUInt8(1, 3);
  header.writeInt32LE(srsId, 4);
  return Buffer.concat([header, wkb]);
}

function joinBoxes(boxes: readonly Bbox[]): (number | null)[] {
  if (boxes.length === 0) return [null, null, null, null];
  return boxes
    .reduce((all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ])
    .map((number) => number);
}
