import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import { cutSegments } from '#core/county/cut-segments.ts';
import { createPaperProjection } from '#core/geo/gauss-kruger.ts';
import { geodesicAreaSquareMeters } from '#core/geo/geodesic-area.ts';
import type { LineGeometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { geometryToEwkbHex } from '#core/geo/wkb.ts';
import { writeCounty } from '#server/county/write-county.ts';
import type { Database } from '#server/db/database.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { createTestPlace, type TestPlace } from '#tests/support/databases.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

/** A line that weaves through all four villages. */
const WEAVING: LineGeometry = {
  type: 'LineString',
  coordinates: Array.from({ length: 24 }, (_, i): LonLat => [107.503 + i * 0.0015, 27.01 + 0.004 * Math.sin(i * 1.3)]),
};

function createWovenRows() {
  const rows = createTinyCountyRows();
  const [any] = rows.segments;
  if (!any) throw new Error('The tiny county has no segment.');
  return { ...rows, segments: [...rows.segments, { ...any, code: 'seg-99', line: WEAVING }] };
}

describe('PostGIS as an independent witness', () => {
  let place: TestPlace;
  let db: Database;
  const rows = createWovenRows();
  const county = buildCounty(rows, 1);

  beforeAll(async () => {
    place = await createTestPlace('server');
    db = await openDatabase(place.options);
    await db.write((trx) => writeCounty(trx, rows, { account: 'local' }));
  }, 60_000);

  afterAll(async () => {
    await db.close();
    await place.remove();
  });

  const query = async <Row>(sql: string, bindings: readonly string[] = []): Promise<readonly Row[]> =>
    (await db.read((trx) => trx.raw<{ rows: Row[] }>(sql, [...bindings]))).rows;

  it('agrees with the lengths of segments to a millimetre', async () => {
    const lengths = await query<{ code: string; length_m: number }>(
      'SELECT code, ST_Length(ST_SetSRID(line, 4326)::geography) AS length_m FROM segment ORDER BY code',
    );
    expect(lengths).toHaveLength(county.segments.length);
    for (const { code, length_m } of lengths) {
      const segment = county.segments.find((each) => each.code === code);
      expect(Math.abs((segment?.lengthMeters ?? 0) - length_m)).toBeLessThan(0.001);
    }
  });

  it('agrees with the areas of villages to one part in 100 million', async () => {
    const areas = await query<{ code: string; area_m2: number }>(
      'SELECT code, ST_Area(ST_SetSRID(boundary, 4326)::geography) AS area_m2 FROM area',
    );
    for (const { code, area_m2 } of areas) {
      const area = county.areas.find((each) => each.code === code);
      expect(Math.abs((area?.areaSquareMeters ?? 0) / area_m2 - 1)).toBeLessThan(1e-8);
      expect(area && geodesicAreaSquareMeters(area.boundary)).toBe(area?.areaSquareMeters);
    }
  });

  it('agrees with the cuts of a line at village boundaries', async () => {
    const shares = await query<{ code: string; share: number }>(
      `SELECT area.code, ST_Length(ST_Intersection(segment.line, area.boundary)) / ST_Length(segment.line) AS share
       FROM segment JOIN area ON area.level = 'village' AND ST_Intersects(segment.line, area.boundary)
       WHERE segment.code = 'seg-99' ORDER BY area.code`,
    );
    const pieces = cutSegments([{ code: 'seg-99', line: WEAVING, lengthMeters: 1_000_000 }], rows.areas);
    expect(pieces.length).toBeGreaterThan(8);
    expect(shares).toHaveLength(4);
    for (const { code, share } of shares) {
      const ours = pieces
        .filter((piece) => piece.areaCode === code)
        .reduce((sum, piece) => sum + piece.lengthMeters, 0);
      expect(ours / 1_000_000).toBeCloseTo(share, 8);
    }
  });

  it('agrees with the mercator copies and finds every stored geometry valid', async () => {
    const [worst] = await query<{ metres: number; valid: boolean }>(
      `SELECT max(ST_HausdorffDistance(ST_Transform(boundary, 3857), boundary_mercator)) AS metres,
        bool_and(ST_IsValid(boundary)) AS valid FROM area`,
    );
    expect(worst?.metres).toBeLessThan(0.001);
    expect(worst?.valid).toBe(true);
  });

  it('agrees with the Gauss-Kruger projection of EPSG 4545 to a millimetre', async () => {
    const projection = createPaperProjection(108);
    for (const position of [
      [107.5, 27],
      [106.6, 18.5],
      [109.4, 53.2],
    ] as const) {
      const point = geometryToEwkbHex({ type: 'Point', coordinates: position }, 4490);
      const [witness] = await query<{ x: number; y: number }>(
        `SELECT ST_X(p) AS x, ST_Y(p) AS y FROM (SELECT ST_Transform(?::geometry,
          '+proj=tmerc +lat_0=0 +lon_0=108 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs') AS p) plane`,
        [point],
      );
      const [x, y] = projection.forward(position);
      expect(Math.hypot(x - (witness?.x ?? 0), y - (witness?.y ?? 0))).toBeLessThan(0.001);
    }
  });

  it('uses a GIST index for every geometry that is searched', async () => {
    const indexes = await query<{ indexdef: string }>(
      `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '%USING gist%'`,
    );
    expect(
      indexes
        .map(({ indexdef }) =>
          indexdef
            .match(/ON public\.(\w+) .*\("?(\w+)"?\)/)
            ?.slice(1)
            .join('.'),
        )
        .sort(),
    ).toEqual([
      'area.boundary',
      'area.boundary_mercator',
      'constraint_area.boundary',
      'constraint_area.boundary_mercator',
      'hazard.position',
      'hazard.position_mercator',
      'homestead.position',
      'park.position',
      'park.position_mercator',
      'river.line',
      'river.line_mercator',
      'road_fault.position',
      'segment.line',
      'segment.line_mercator',
      'service.position',
      'service.position_mercator',
      'settlement.position',
      'settlement.position_mercator',
      'site.position',
      'site.position_mercator',
    ]);
  });
});
