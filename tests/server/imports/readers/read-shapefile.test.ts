import { describe, expect, it } from 'vitest';
import { encodeGbk } from '#tests/support/encode-gbk.ts';
import { readMade, readOneMade, refusalOf, zipOf } from '#tests/support/made-files.ts';
import { makeDbf, makeShp } from '#tests/support/made-shapefiles.ts';

const CGCS2000_3_DEGREE = [
  'PROJCS["CGCS2000_3_Degree_GK_CM_102E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",',
  'DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],',
  'PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",102.0],',
  'PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
].join('');

const LINES = makeShp(3, [
  [
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    [
      [1, 1],
      [2, 2],
    ],
    [
      [3, 3],
      [4, 4],
    ],
  ],
]);
/** "road" as the name of a field, and a name, in GBK. */
const GBK_FIELD = Buffer.from('b5c0c2b7', 'hex');
const GBK_TEXT = Buffer.from('c0cfd3a5d1d2b4e5', 'hex');
const TABLE = makeDbf(
  [
    { name: GBK_FIELD, type: 'C', width: 20 },
    { name: 'KM', type: 'N', width: 8 },
  ],
  [
    [GBK_TEXT, '1.5'],
    ['X', '*****'],
  ],
);

describe('readShapefiles', () => {
  it('reads lines with attributes in GBK and no .cpg, and the reference system of the .prj', async () => {
    const file = await readOneMade(
      'roads.zip',
      zipOf({ 'roads.shp': LINES, 'roads.dbf': TABLE, 'roads.prj': CGCS2000_3_DEGREE }),
    );
    expect(file).toMatchObject({ format: 'shapefile', notes: [] });
    expect(file.tables[0]).toMatchObject({
      name: 'roads',
      columns: ['\u9053\u8def', 'KM'],
      headerRow: 0,
      crs: { kind: 'gauss_kruger', zoneWidth: 3, centralMeridian: 102, zonePrefix: false, swapped: false },
      notes: [{ kind: 'encoding', values: { encoding: 'GB18030' } }],
    });
    expect(file.tables[0]?.rows).toEqual([
      {
        row: 1,
        cells: ['\u8001\u9e70\u5ca9\u6751', 1.5],
        geometry: {
          type: 'LineString',
          coordinates: [
            [1, 2],
            [3, 4],
          ],
        },
      },
      {
        row: 2,
        cells: ['X', null],
        geometry: {
          type: 'MultiLineString',
          coordinates: [
            [
              [1, 1],
              [2, 2],
            ],
            [
              [3, 3],
              [4, 4],
            ],
          ],
        },
      },
    ]);
  });

  it('keeps the last byte of names and texts in GBK, which looks like the first of a character that was cut off in UTF-8', async () => {
    const gbk = (text: string) => Buffer.from(encodeGbk(text));
    const names = ['\u8def\u7ebf\u7f16\u53f7', '\u8def\u6bb5\u540d\u79f0', '\u8def\u9762\u7c7b\u578b'];
    const values = ['\u6751\u9053\u7f16\u53f7', '\u7532\u8def', '\u6c34\u6ce5'];
    const widths = [8, 20, 4];
    const dbf = makeDbf(
      names.map((name, index) => ({ name: gbk(name), type: 'C', width: widths[index] ?? 8 })),
      [values.map(gbk), values.map(gbk)],
    );
    const file = await readOneMade('roads.zip', zipOf({ 'roads.shp': LINES, 'roads.dbf': dbf }));
    expect(file.tables[0]?.columns).toEqual(names);
    expect(file.tables[0]?.rows[0]?.cells).toEqual(values);
    expect(file.tables[0]?.notes).toContainEqual({ kind: 'encoding', values: { encoding: 'GB18030' } });
  });

  it('reads UTF-8 whatever the .cpg says, also where a width cuts a character in two', async () => {
    const cut = Buffer.from('\u8001\u9e70\u5ca9\u6751').subarray(0, 10);
    const dbf = makeDbf([{ name: 'NAME', type: 'C', width: 10 }], [[cut], ['b']]);
    const file = await readOneMade('roads.zip', zipOf({ 'roads.shp': LINES, 'roads.dbf': dbf, 'roads.cpg': 'GBK' }));
    expect(file.tables[0]?.rows.map(({ cells }) => cells)).toEqual([['\u8001\u9e70\u5ca9'], ['b']]);
  });

  it('reads several in one archive, in folders, with extensions in any case', async () => {
    const file = await readOneMade(
      'all.zip',
      zipOf({
        'a/ROADS.SHP': LINES,
        'a/roads.DBF': TABLE,
        'b/sites.shp': makeShp(1, [[[[7, 8]]], null]),
        '__MACOSX/b/._sites.shp': 'x',
      }),
    );
    expect(file.tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['ROADS', 2],
      ['sites', 2],
    ]);
    expect(file.tables[1]?.rows.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [7, 8] },
      null,
    ]);
    expect(file.tables[1]?.notes.map(({ kind }) => kind)).toEqual(['no_attributes', 'no_projection']);
  });

  it('tells outer rings and holes by their direction', async () => {
    const square = (x: number, size: number) =>
      [
        [x, 0],
        [x, size],
        [x + size, size],
        [x + size, 0],
        [x, 0],
      ] as [number, number][];
    const shp = makeShp(5, [[square(0, 10), square(20, 10), square(22, 2).reverse()]]);
    const file = await readOneMade('areas.shp', shp);
    expect(file.tables[0]?.rows[0]?.geometry).toEqual({
      type: 'MultiPolygon',
      coordinates: [[square(0, 10)], [square(20, 10), square(22, 2).reverse()]],
    });
  });

  it('puts parts together that are sent beside each other, and leaves out records that are marked as deleted', async () => {
    const deleted = Buffer.from(TABLE);
    deleted.writeUInt8(0x2a, 33 + 64 + 29);
    const files = await readMade([
      ['roads.dbf', deleted],
      ['ledger.csv', 'code,name\nX,a\n'],
      ['Roads.shp', LINES],
    ]);
    expect(files.map(({ name, format }) => [name, format])).toEqual([
      ['Roads.shp', 'shapefile'],
      ['ledger.csv', 'csv'],
    ]);
    expect(files[0]?.tables[0]?.rows.map(({ cells }) => cells[0])).toEqual(['\u8001\u9e70\u5ca9\u6751']);
  });

  it('tells of a web page in place of the .prj, and reads the rest', async () => {
    const file = await readOneMade(
      'roads.zip',
      zipOf({ 'roads.shp': LINES, 'roads.dbf': TABLE, 'roads.prj': '<html>404</html>' }),
    );
    expect(file.tables[0]?.crs).toBeNull();
    expect(file.tables[0]?.notes).toContainEqual({ kind: 'no_projection', values: {} });
  });

  it('reads a .dbf without shapes as a table, and says so', async () => {
    const file = await readOneMade('roads.dbf', TABLE);
    expect(file.tables[0]?.rows.map(({ cells, geometry }) => [...cells, geometry])).toEqual([
      ['\u8001\u9e70\u5ca9\u6751', 1.5, null],
      ['X', null, null],
    ]);
    expect(file.tables[0]?.notes).toContainEqual({ kind: 'no_shapes', values: {} });
  });

  it('refuses a .shp or .dbf that ends early, wherever it ends', async () => {
    for (const length of [120, LINES.length - 20, LINES.length - 2])
      expect((await refusalOf([['roads.shp', LINES.subarray(0, length)]])).code).toBe('import_file_damaged');
    expect((await refusalOf([['roads.dbf', TABLE.subarray(0, TABLE.length - 20)]])).code).toBe('import_file_damaged');
  });

  it('refuses an archive whose shapes are missing', async () => {
    expect(
      await refusalOf([['roads.zip', zipOf({ 'roads.prj': CGCS2000_3_DEGREE, 'readme.txt': 'a' })]]),
    ).toMatchObject({
      code: 'import_archive_without_data',
    });
  });
});
