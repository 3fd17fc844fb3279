import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportRequest, ImportThing } from '#core/api/imports.ts';
import { geodesicAreaSquareMeters } from '#core/geo/geodesic-area.ts';
import { geodesicLengthMeters } from '#core/geo/geodesic-length.ts';
import { assembleCounty } from '#server/imports/assemble-county.ts';
import { ImportRejectedError } from '#server/imports/import-problem.ts';
import { createCollectionText, createFeature, createRectangle } from '#tests/support/geojson.ts';

const REAL_REGION = '../shared/data/liechtenstein-osm/derived';

function createRequest(
  files: Partial<Record<ImportThing, readonly unknown[]>>,
  overrides: Partial<ImportRequest> = {},
): ImportRequest {
  const listed = Object.entries(files).map(([as, features]) => ({
    name: `${as}.geojson`,
    as: as as ImportThing,
    text: createCollectionText(features),
  }));
  return { files: listed, dataDate: '2026-11-22', ...overrides };
}

const road = (coordinates: unknown, properties: Readonly<Record<string, unknown>> = {}) =>
  createFeature('LineString', coordinates, properties);

const createTwoTowns = () => ({
  outline: [createFeature('Polygon', createRectangle(107, 27, 107.2, 27.1), { name: '甲县', name_en: 'Jia County' })],
  towns: [
    createFeature('Polygon', createRectangle(107, 27, 107.1, 27.1), { name: '东镇' }),
    createFeature('Polygon', createRectangle(107.1, 27, 107.2, 27.1), { name: '西镇' }),
  ],
  settlements: [
    createFeature('Point', [107.02, 27.05], { name: '一组', population: 120, households: 31 }),
    createFeature('Point', [107.08, 27.05], { name: '二组' }),
    createFeature('Point', [107.15, 27.05], { name: '三组' }),
  ],
  segments: [
    road(
      [
        [107.02, 27.05],
        [107.08, 27.05],
      ],
      { highway: 'primary' },
    ),
  ],
});

describe('assembleCounty', () => {
  it('codes a county, its towns and the villages cut around their places', () => {
    const { rows } = assembleCounty(createRequest(createTwoTowns()), '990001');
    expect(rows.areas.map((area) => `${area.code} ${area.name}`)).toEqual([
      '990001 甲县',
      '990001001 东镇',
      '990001001001 一组',
      '990001001002 二组',
      '990001002 西镇',
      '990001002001 西镇',
    ]);
    expect(rows.settlements.map((settlement) => settlement.code)).toEqual([
      '990001001001001',
      '990001001002001',
      '990001002001001',
    ]);
  });

  it('lets villages tile their towns', () => {
    const { rows } = assembleCounty(createRequest(createTwoTowns()), '990001');
    const areaOf = (level: string) =>
      rows.areas
        .filter((area) => area.level === level)
        .reduce((sum, area) => sum + geodesicAreaSquareMeters(area.boundary), 0);
    // a geodesic between two corners and the two geodesics over a point half way differ by 3e-7 of the surface here
    expect(areaOf('village') / areaOf('county')).toBeCloseTo(1, 6);
    expect(areaOf('town') / areaOf('county')).toBeCloseTo(1, 6);
  });

  it('leaves missing people unknown, never zero', () => {
    const { rows } = assembleCounty(createRequest(createTwoTowns()), '990001');
    expect(rows.settlements.map((settlement) => settlement.registeredPeople)).toEqual([120, null, null]);
  });

  it('keeps given codes that fit and makes the others', () => {
    const world = createTwoTowns();
    world.towns[1] = createFeature('Polygon', createRectangle(107.1, 27, 107.2, 27.1), {
      name: '西镇',
      code: '990001207',
    });
    const { rows } = assembleCounty(createRequest(world), '990001');
    expect(rows.areas.filter((area) => area.level === 'town').map((area) => area.code)).toEqual([
      '990001001',
      '990001207',
    ]);
  });

  it.each([
    ['primary', 'S'],
    ['secondary', 'X'],
    ['tertiary', 'Y'],
    ['residential', 'C'],
    ['track', 'C'],
  ])('takes highway=%s as class %s', (highway, roadClass) => {
    const segments = [
      road(
        [
          [107, 27],
          [107.01, 27],
        ],
        { highway },
      ),
    ];
    const { rows } = assembleCounty(createRequest({ segments }), '990001');
    expect(rows.segments[0]?.roadClass).toBe(roadClass);
  });

  it('follows the mapping that the person gave', () => {
    const segments = [
      road(
        [
          [107, 27],
          [107.01, 27],
        ],
        { highway: 'trunk' },
      ),
    ];
    const request = createRequest({ segments }, { highwayClasses: { trunk: 'G' } });
    expect(assembleCounty(request, '990001').rows.segments[0]?.roadClass).toBe('G');
  });

  it.each([
    ['residential', undefined, 'asphalt_concrete'],
    ['track', undefined, 'earth'],
    ['road', undefined, 'earth'],
    ['track', 'asphalt', 'asphalt_concrete'],
    ['residential', 'gravel', 'gravel'],
    ['residential', 'cement_concrete', 'cement_concrete'],
  ])('takes the surface of highway=%s, surface=%s as %s', (highway, surface, expected) => {
    const segments = [
      road(
        [
          [107, 27],
          [107.01, 27],
        ],
        { highway, surface },
      ),
    ];
    const { rows } = assembleCounty(createRequest({ segments }), '990001');
    expect(rows.segments[0]?.events).toEqual([{ kind: 'surface', on: '2026-01-01', value: expected }]);
  });

  it('takes the hull of the roads and one kilometre more without an outline', () => {
    const segments = [
      road(
        [
          [107, 27],
          [107.1, 27],
        ],
        {},
      ),
      road(
        [
          [107, 27],
          [107, 27.1],
        ],
        {},
      ),
    ];
    const { rows, assumptions } = assembleCounty(createRequest({ segments }), '990001');
    // triangle of 9.92 km x 11.08 km: half the product, plus 1 km along a perimeter of 35.9 km, plus a circle of 1 km
    const expected = (9.923 * 11.079) / 2 + 35.88 + Math.PI;
    const boundary = rows.areas[0]?.boundary;
    expect(boundary && geodesicAreaSquareMeters(boundary) / 1e6).toBeCloseTo(expected, 0);
    expect(assumptions.map((assumption) => assumption.key)).toContain('assumption_outline');
  });

  it('splits a line of several parts into segments with codes of their own', () => {
    const parts = [
      [
        [107, 27],
        [107.01, 27],
      ],
      [
        [107.02, 27],
        [107.03, 27],
      ],
    ];
    const segments = [createFeature('MultiLineString', parts, { osm_id: 'w7' })];
    const { rows } = assembleCounty(createRequest({ segments }), '990001');
    expect(rows.segments.map((segment) => segment.code)).toEqual(['w7-1', 'w7-2']);
  });

  it('lists the faults of all files at once and names file and row', () => {
    const request = createRequest({
      segments: [
        road(
          [
            [107, 27],
            [107.01, 27],
          ],
          { osm_id: 'w1' },
        ),
        road(
          [
            [107, 27],
            [107, 27.1],
          ],
          { osm_id: 'w1' },
        ),
      ],
      settlements: [createFeature('Point', [107, 27], { population: '很多' })],
    });
    const found = catchRejection(() => assembleCounty(request, '990001'));
    expect(found.problems.map(({ file, row, code }) => `${file} ${row} ${code}`)).toEqual([
      'segments.geojson 2 duplicate_code',
      'settlements.geojson 1 number',
      'settlements.geojson 1 name_missing',
    ]);
  });

  it('refuses a place outside the outline', () => {
    const world = createTwoTowns();
    world.settlements.push(createFeature('Point', [120, 30], { name: '远处' }));
    const found = catchRejection(() => assembleCounty(createRequest(world), '990001'));
    expect(found.problems).toMatchObject([{ file: 'settlements.geojson', row: 4, code: 'outside' }]);
  });

  it.skipIf(!existsSync(REAL_REGION))('makes a county of the roads and places of a real region [check data]', () => {
    const file = (name: string, as: ImportThing) => ({
      name,
      as,
      text: readFileSync(`${REAL_REGION}/${name}`, 'utf8'),
    });
    const files = [file('roads.geojson', 'segments'), file('places.geojson', 'settlements')];
    const { rows } = assembleCounty({ files, dataDate: '2013-08-03', name: 'Liechtenstein' }, '990001');
    const published = JSON.parse(readFileSync(`${REAL_REGION}/EXPECTED.json`, 'utf8'));
    const meters = rows.segments.reduce((sum, segment) => sum + geodesicLengthMeters(segment.line.coordinates), 0);
    expect(rows.segments).toHaveLength(published.road_ways);
    expect(rows.settlements).toHaveLength(published.places);
    // published on a sphere of 6,371 km, which is up to 0.5 % off; here on the ellipsoid
    expect(meters / 1000 / published.total_length_km).toBeCloseTo(1, 2);
  });
});

function catchRejection(work: () => unknown): ImportRejectedError {
  try {
    work();
  } catch (error) {
    if (error instanceof ImportRejectedError) return error;
    throw error;
  }
  throw new Error('The import was not refused.');
}
