import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ImportFileError } from '#server/imports/readers/import-file-error.ts';
import { readMade, readOneMade, refusalOf } from '#tests/support/made-files.ts';

const POINT = { type: 'Point', coordinates: [102.5, 24.5] };
const feature = (properties: object | null, geometry: unknown = POINT) => ({ type: 'Feature', properties, geometry });
const collection = (...features: readonly unknown[]) => ({ type: 'FeatureCollection', features });
const readJson = (value: unknown, name = 'a.geojson') => readOneMade(name, JSON.stringify(value));

describe('readGeojson', () => {
  it('makes columns of all properties in their order, and numbers features from 1', async () => {
    const { tables } = await readJson(
      collection(feature({ code: 'X1', km: 1.5 }), feature({ km: 2, tags: ['a'], done: false }, null)),
    );
    expect(tables[0]).toMatchObject({ columns: ['code', 'km', 'tags', 'done'], headerRow: 0, crs: null });
    expect(tables[0]?.rows).toEqual([
      { row: 1, cells: ['X1', 1.5, null, null], geometry: POINT },
      { row: 2, cells: [null, 2, '["a"]', false], geometry: null },
    ]);
  });

  it('reads one feature, one geometry, and features a line', async () => {
    expect((await readJson(feature({ code: 'X' }))).tables[0]?.rows.length).toBe(1);
    expect((await readJson(POINT)).tables[0]?.rows[0]?.geometry).toEqual(POINT);
    const lines = [feature({ code: 'X' }), feature({ code: 'Y' })].map((one) => JSON.stringify(one));
    const [read] = await readMade([['a.geojsonl', `${lines.join('\n')}\n`]]);
    expect(read).toMatchObject({ format: 'geojson_lines', notes: [] });
    expect(read?.tables[0]?.rows.map(({ cells }) => cells[0])).toEqual(['X', 'Y']);
  });

  it('honours the crs member of the older draft, and says so', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4543' } };
    const file = await readJson({ ...collection(feature({})), crs });
    expect(file.tables[0]?.crs).toEqual({
      kind: 'gauss_kruger',
      zoneWidth: 3,
      centralMeridian: 102,
      zonePrefix: false,
      swapped: false,
    });
    expect(file.notes).toContainEqual({ kind: 'old_crs_member', values: { name: crs.properties.name } });
  });

  it('takes over what checks judge later, and names features whose coordinates are none', async () => {
    const short = { type: 'LineString', coordinates: [[1, 2]] };
    const broken = { type: 'Point', coordinates: ['1', '2'] };
    const { tables } = await readJson(collection(feature({}, short), feature({}, broken), { type: 'Thing' }));
    expect(tables[0]?.rows.map(({ geometry }) => geometry)).toEqual([short, null, null]);
    expect(tables[0]?.notes).toEqual([{ kind: 'damaged_feature', values: { count: 2, rows: '2, 3' } }]);
  });

  it('drops heights, takes single parts out of collections, and names kinds that are not stored', async () => {
    const file = await readJson(
      collection(
        feature({}, { type: 'Point', coordinates: [1, 2, 300] }),
        feature({}, { type: 'GeometryCollection', geometries: [{ type: 'MultiPoint', coordinates: [[5, 6]] }] }),
        feature(
          {},
          {
            type: 'MultiPoint',
            coordinates: [
              [5, 6],
              [7, 8],
            ],
          },
        ),
      ),
    );
    expect(file.tables[0]?.rows.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [1, 2] },
      { type: 'Point', coordinates: [5, 6] },
      null,
    ]);
    expect(file.tables[0]?.notes).toEqual([
      { kind: 'third_dimension', values: { count: 1 } },
      { kind: 'unsupported_geometry', values: { type: 'MultiPoint', count: 1, rows: '3' } },
    ]);
  });

  it('refuses damaged JSON with line and column, and JSON of something else with what it is', async () => {
    expect(await refusalOf([['a.geojson', '{"type": "FeatureCollection",\n "features": [,]}']])).toMatchObject({
      code: 'import_file_damaged',
      details: { where: '2:15' },
    });
    expect(await refusalOf([['a.json', '{"type":"Topology","objects":{}}']])).toMatchObject({
      code: 'import_file_unknown',
      details: { got: 'JSON \u201cTopology\u201d' },
    });
  });
});

const HINT = '../shared/data/fmt-geojsonhint';
describe.skipIf(!existsSync(HINT))(`readGeojson on files of geojsonhint (skipped without ${HINT})`, () => {
  /** Bad by the letter, but nothing that is read differs: such files are taken as they are. */
  const HARMLESS = [
    'bad-duplicate-properties: members that no feature has',
    'bad-polygon-interiorring-rhr: direction of rings, put right when written',
    'badcoord: more than three numbers in a position, told as heights',
    'badfeatureid: an id that is neither text nor number',
    'bbox-4or6elements: the bbox is not read',
    'bbox-contains-string: the bbox is not read',
    'bbox-string: the bbox is not read',
    'different-first-last: an open ring, found by the check of geometry',
    'different-first-size: an open ring, found by the check of geometry',
    'excessive_precision_truncated: many digits',
    'feature_changed_semantics: members of other kinds beside the geometry',
    'featurecollection_changed_semantics: members of other kinds beside the features',
    'geometry_changed_semantics: members of other kinds beside the coordinates',
    'geometrycollection_single: its one geometry is taken out',
    'point-toomany: more than three numbers in a position, told as heights',
    'polygon_winding_order: direction of rings, put right when written',
    'short-line: one position, found by the check of geometry',
    'short-linearring: three positions, found by the check of geometry',
    'short-multilinestring: one position, found by the check of geometry',
  ].map((line) => line.split(':')[0]);

  const outcomeOf = async (folder: string, name: string): Promise<'refused' | 'told' | 'silent'> => {
    try {
      const file = await readOneMade(name, readFileSync(`${HINT}/${folder}/${name}`));
      const notes = [...file.notes, ...file.tables.flatMap((table) => table.notes)];
      return notes.some(({ kind }) => kind !== 'third_dimension') ? 'told' : 'silent';
    } catch (error) {
      if (error instanceof ImportFileError) return 'refused';
      throw error;
    }
  };
  const listNames = (folder: string) => readdirSync(`${HINT}/${folder}`).filter((name) => name.endsWith('.geojson'));

  it('takes every good file', async () => {
    for (const name of listNames('good')) expect([name, await outcomeOf('good', name)]).not.toContain('refused');
  });

  it('refuses bad files or names the feature, but for those where nothing that is read differs', async () => {
    const silent: string[] = [];
    for (const name of listNames('bad'))
      if ((await outcomeOf('bad', name)) === 'silent') silent.push(name.replace('.geojson', ''));
    expect(silent).toEqual(HARMLESS);
  });
});
