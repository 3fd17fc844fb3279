import { describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { isPointInArea } from '#core/geo/point-in-polygon.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';

describe('the land of the sample county', async () => {
  const rows = await loadSampleCounty();
  const county = buildCounty(rows, 1);
  const villages = county.areas.filter(({ level }) => level === 'village');
  const sumAreas = (areas: typeof villages): number => areas.reduce((sum, area) => sum + area.areaSquareMeters, 0);

  it('tiles the county by its towns and each town by its villages', () => {
    for (const parent of county.areas.filter(({ level }) => level !== 'village')) {
      const parts = county.areas.filter(({ parentCode }) => parentCode === parent.code);
      expect(Math.abs(sumAreas(parts) / parent.areaSquareMeters - 1), parent.name).toBeLessThan(1e-9);
    }
  });

  it('shares every border between two villages vertex by vertex, and with the county where there is no neighbour', () => {
    const sides = new Map<string, number>();
    const addSides = (ring: readonly LonLat[], sign: number): void => {
      for (let i = 0; i + 1 < ring.length; i++) {
        const [a, b] = [String(ring[i]), String(ring[i + 1])];
        const key = a < b ? `${a} ${b}` : `${b} ${a}`;
        sides.set(key, (sides.get(key) ?? 0) + (a < b ? sign : -sign));
      }
    };
    const ringsOf = ({ boundary }: (typeof villages)[number]): readonly (readonly LonLat[])[] =>
      boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat();
    for (const village of villages) for (const ring of ringsOf(village)) addSides(ring, 1);
    for (const ring of ringsOf(county.areas[0] as (typeof villages)[number])) addSides(ring, -1);
    // each side is walked once in each direction
    expect([...sides.values()].every((sum) => sum === 0)).toBe(true);
  });

  it('is about 50 by 70 km and lies between 300 and 1,900 m', () => {
    const [west, south, east, north] = county.areas[0]?.bbox ?? [0, 0, 0, 0];
    expect((east - west) * 99.3).toBeGreaterThan(62);
    expect((east - west) * 99.3).toBeLessThan(78);
    expect((north - south) * 110.8).toBeGreaterThan(45);
    expect((north - south) * 110.8).toBeLessThan(56);
    const elevations = county.dem?.elevations ?? new Int16Array();
    expect(elevations.reduce((least, value) => Math.min(least, value), 9999)).toBeGreaterThan(300);
    expect(elevations.reduce((most, value) => Math.max(most, value), 0)).toBeLessThan(1900);
  });

  it('lets no river run uphill', () => {
    const dem = county.dem;
    if (!dem) throw new Error('The sample has an elevation grid.');
    const elevationAt = ([lon, lat]: LonLat): number => {
      const column = Math.floor((lon - dem.west) / dem.cellDegrees);
      const row = Math.floor((dem.north - lat) / dem.cellDegrees);
      return dem.elevations[row * dem.columns + column] as number;
    };
    for (const { code, line } of county.rivers) {
      const heights = line.coordinates.map(elevationAt);
      expect(
        heights.every((height, i) => i === 0 || height <= (heights[i - 1] as number)),
        code,
      ).toBe(true);
    }
  });

  it('puts every settlement, site and seat into its area', () => {
    const areas = new Map(county.areas.map((area) => [area.code, area]));
    const isIn = (position: LonLat, areaCode: string): boolean => {
      const area = areas.get(areaCode);
      return area !== undefined && isPointInArea(position, area.boundary);
    };
    for (const { code, position, villageCode } of county.settlements)
      expect(isIn(position, villageCode), code).toBe(true);
    for (const { code, position, areaCode } of county.sites) expect(isIn(position, areaCode), code).toBe(true);
    for (const { code, seat } of county.areas) expect(isIn(seat, code), code).toBe(true);
  });
});

describe('the roads of the sample county', async () => {
  const county = buildCounty(await loadSampleCounty(), 1);

  it('are some 6,000 segments in one network and one island', () => {
    expect(Math.abs(county.segments.length - 6_000)).toBeLessThan(300);
    const parent = new Map<number, number>();
    const rootOf = (node: number): number => {
      let root = node;
      while ((parent.get(root) ?? root) !== root) root = parent.get(root) as number;
      return root;
    };
    for (const { startNode, endNode } of county.segments) parent.set(rootOf(startNode), rootOf(endNode));
    const sizes = new Map<number, number>();
    for (const { startNode } of county.segments) sizes.set(rootOf(startNode), (sizes.get(rootOf(startNode)) ?? 0) + 1);
    const [largest, island, ...rest] = [...sizes.values()].sort((a, b) => b - a);
    expect(largest).toBeGreaterThan(5_900);
    expect(island).toBeLessThan(10);
    expect(rest).toEqual([]);
  });

  it('plan exactly 10,000.000 m in 石坪村 and have completed 3,000.000 m', () => {
    const shiping = county.areas.find(({ name }) => name === '石坪村');
    let planned = 0;
    let completed = 0;
    for (let i = 0; i < county.pieces.count; i++) {
      const segment = county.segments[county.pieces.segment[i] as number];
      if (county.pieces.areaCodes[i] !== shiping?.code || !segment || segment.plannedYear === null) continue;
      const length = county.pieces.lengthMeters[i] as number;
      expect(length, segment.code).toBe(segment.lengthMeters);
      planned += Math.round(length * 1000);
      if (segment.events.some(({ value }) => value === 'completed')) completed += Math.round(length * 1000);
    }
    expect(planned).toBe(10_000_000);
    expect(completed).toBe(3_000_000);
  });
});
