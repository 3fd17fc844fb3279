import { describe, expect, it } from 'vitest';
import { ImportProblems } from '#server/imports/import-problem.ts';
import { readFeatures } from '#server/imports/read-features.ts';
import { createCollectionText, createFeature, createRectangle } from '#tests/support/geojson.ts';

function read(text: string, types: readonly ('Point' | 'LineString' | 'Polygon')[]) {
  const problems = new ImportProblems();
  const features = readFeatures({ name: 'test.geojson', text }, { types: types as never }, problems);
  return { features, problems: problems.list };
}

describe('readFeatures', () => {
  it('keeps sound features with their row and drops the third number of a position', () => {
    const text = createCollectionText([createFeature('Point', [107, 27, 812], { name: 'a' })]);
    const { features, problems } = read(text, ['Point']);
    expect(problems).toEqual([]);
    expect(features).toEqual([
      { file: 'test.geojson', row: 1, properties: { name: 'a' }, geometry: { type: 'Point', coordinates: [107, 27] } },
    ]);
  });

  it('reads a file that begins with a byte order mark', () => {
    const text = `\uFEFF${createCollectionText([createFeature('Point', [107, 27])])}`;
    expect(read(text, ['Point']).problems).toEqual([]);
  });

  it.each([
    ['text that is not JSON', '{"type": "FeatureColl', 0, 'not_json'],
    ['a single geometry', '{"type":"Point","coordinates":[1,2]}', 0, 'not_collection'],
    ['false', 'false', 0, 'not_collection'],
    ['no features', createCollectionText([]), 0, 'empty'],
    ['a feature that is null', createCollectionText([null]), 1, 'not_feature'],
    [
      'a geometry of another type',
      createCollectionText([
        createFeature('LineString', [
          [0, 0],
          [1, 1],
        ]),
      ]),
      1,
      'geometry_type',
    ],
    ['no geometry', createCollectionText([{ type: 'Feature', properties: {}, geometry: null }]), 1, 'geometry_type'],
    ['a position in metres', createCollectionText([createFeature('Point', [36500123, 2987001])]), 1, 'position'],
    ['a position of texts', createCollectionText([createFeature('Point', ['107', '27'])]), 1, 'position'],
  ])('reports %s', (_, text, row, code) => {
    expect(read(text, ['Point']).problems).toMatchObject([{ row, code }]);
  });

  it.each([
    [
      'a line of one position',
      'LineString',
      [
        [107, 27],
        [107, 27],
      ],
      'too_few',
    ],
    [
      'a ring that is not closed',
      'Polygon',
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ],
      'ring',
    ],
    [
      'a ring that crosses itself',
      'Polygon',
      [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
      'unsound',
    ],
    ['coordinates that are no list', 'Polygon', 5, 'too_few'],
  ] as const)('reports %s', (_, type, coordinates, code) => {
    expect(read(createCollectionText([createFeature(type, coordinates)]), [type]).problems).toMatchObject([
      { row: 1, code },
    ]);
  });

  it('refuses a file in a projected coordinate system by its crs member', () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4545' } };
    const text = createCollectionText([createFeature('Point', [107, 27])], { crs });
    expect(read(text, ['Point']).problems).toMatchObject([{ row: 0, code: 'crs', got: 'urn:ogc:def:crs:EPSG::4545' }]);
  });

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4490', 'EPSG:4326'])(
    'accepts the crs %s',
    (name) => {
      const text = createCollectionText([createFeature('Point', [107, 27])], {
        crs: { type: 'name', properties: { name } },
      });
      expect(read(text, ['Point']).problems).toEqual([]);
    },
  );

  it('names every faulty row and keeps the sound ones', () => {
    const text = createCollectionText([
      createFeature('Polygon', createRectangle(0, 0, 1, 1)),
      createFeature('Polygon', [[[0, 0]]]),
      createFeature('Point', [0, 0]),
    ]);
    const { features, problems } = read(text, ['Polygon']);
    expect(features.map((feature) => feature.row)).toEqual([1]);
    expect(problems.map((problem) => problem.row)).toEqual([2, 3]);
  });
});
