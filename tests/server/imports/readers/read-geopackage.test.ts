import { readFileSync, writeFileSync } from 'node:fs';
import sqlite from 'node-sqlite3-wasm';
import { describe, expect, it } from 'vitest';
import { readSourceFiles } from '#server/imports/readers/read-source-files.ts';
import { readMade, refusalOf, uploadMade } from '#tests/support/made-files.ts';
import { USUAL_LIMITS } from '#tests/support/usual-limits.ts';

/** `GP`, version 0, little endian without envelope, system 4490, then a point. */
function pointBlob(x: number, y: number): Buffer {
  const blob = Buffer.alloc(29);
  blob.write('GP');
  blob.writeUInt8(1, 3);
  blob.writeInt32LE(4490, 4);
  blob.writeUInt8(1, 8);
  blob.writeUInt32LE(1, 9);
  blob.writeDoubleLE(x, 13);
  blob.writeDoubleLE(y, 21);
  return blob;
}

/** Bytes of a GeoPackage with one layer of points, a plain table, and what else is asked for. */
function makeGeopackage(also = ''): Buffer {
  const [upload] = uploadMade([['made.gpkg', '']]);
  const path = `${upload?.path}.db`;
  const database = new sqlite.Database(path);
  database.exec(`
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('CGCS2000', 4490, 'EPSG', 4490, 'undefined');
    CREATE TABLE sites (fid INTEGER PRIMARY KEY, geom POINT, code TEXT, people INTEGER, built DATE, ready BOOLEAN, photo BLOB);
    CREATE TABLE plain (fid INTEGER PRIMARY KEY, code TEXT);
    INSERT INTO gpkg_contents VALUES ('sites', 'features', 4490), ('plain', 'attributes', 0);
    INSERT INTO gpkg_geometry_columns VALUES ('sites', 'geom', 'POINT', 4490, 0, 0);
    INSERT INTO plain VALUES (1, 'P1');
    ${also}`);
  database.run('INSERT INTO sites VALUES (1, ?, ?, 12, ?, 1, ?)', [
    pointBlob(102.5, 24.5),
    'S1',
    '2026-05-01',
    new Uint8Array([1]),
  ]);
  database.run('INSERT INTO sites VALUES (2, ?, ?, NULL, NULL, 0, NULL)', [pointBlob(1, 2).subarray(0, 20), 'S2']);
  database.close();
  return readFileSync(path);
}

describe('readGeopackage', () => {
  it('reads features and plain tables with their reference system, without row numbers and pictures', async () => {
    const [file] = await readMade([['county.gpkg', makeGeopackage()]]);
    expect(file).toMatchObject({ format: 'geopackage', notes: [] });
    expect(file?.tables.map(({ name, columns, crs }) => [name, columns, crs])).toEqual([
      ['sites', ['code', 'people', 'built', 'ready'], { kind: 'cgcs2000', swapped: false }],
      ['plain', ['code'], null],
    ]);
    expect(file?.tables[0]?.rows).toEqual([
      { row: 1, cells: ['S1', 12, '2026-05-01', true], geometry: { type: 'Point', coordinates: [102.5, 24.5] } },
      { row: 2, cells: ['S2', null, null, false], geometry: null },
    ]);
    expect(file?.tables[0]?.notes).toContainEqual({ kind: 'damaged_feature', values: { count: 1, rows: '2' } });
  });

  it('reads a file that was left in write-ahead mode, and leaves no copy', async () => {
    const bytes = makeGeopackage();
    bytes[18] = 2;
    bytes[19] = 2;
    const uploads = uploadMade([['county.gpkg', bytes]]);
    const [file] = await readSourceFiles(uploads, { limits: USUAL_LIMITS });
    expect(file?.tables.length).toBe(2);
    expect(() => readFileSync(`${uploads[0]?.path}.plain`)).toThrow();
  });

  it('does not look into views, which can compute without end, and names them', async () => {
    const endless =
      'CREATE VIEW trap AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS c FROM n;';
    const [file] = await readMade([
      ['county.gpkg', makeGeopackage(`${endless} INSERT INTO gpkg_contents VALUES ('trap', 'attributes', 0);`)],
    ]);
    expect(file?.notes).toEqual([{ kind: 'other_files', values: { count: 1, names: 'trap' } }]);
  });

  it('refuses SQLite of something else, and files that end early', async () => {
    const [upload] = uploadMade([['other.db', '']]);
    const path = `${upload?.path}.db`;
    const database = new sqlite.Database(path);
    database.exec('CREATE TABLE t (a)');
    database.close();
    expect(await refusalOf([['other.gpkg', readFileSync(path)]])).toMatchObject({
      code: 'import_file_damaged',
      details: { where: 'gpkg_contents' },
    });
    const whole = makeGeopackage();
    writeFileSync(path, whole);
    for (const length of [100, 4096, whole.length / 2])
      expect((await refusalOf([['cut.gpkg', whole.subarray(0, length)]])).code, `${length}`).toBe(
        'import_file_damaged',
      );
  });
});
