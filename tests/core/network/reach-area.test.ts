import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesicAreaSquareMeters } from '#core/geo/geodesic-area.ts';
import { createLocalMetric } from '#core/geo/local-metric.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { relationToArea } from '#core/geo/point-in-polygon.ts';
import type { NetworkAt } from '#core/network/network.ts';
import { computeReach } from '#core/network/reach.ts';
import { createReachArea } from '#core/network/reach-area.ts';
import { createJoinedWorld, type WorldParts } from '#tests/support/joined-world.ts';
import { arbitraryWorld } from '#tests/support/random-worlds.ts';
import { at } from '#tests/support/road-world.ts';

function drawArea(network: NetworkAt, origin: LonLat, limit: number, metric: 'meters' | 'minutes' = 'meters') {
  const reach = computeReach(network, { from: [origin], mode: 'drive', metric, limits: [limit], direction: 'to' });
  return { reach, coordinates: createReachArea(network, reach, limit) };
}

const isInside = (position: LonLat, coordinates: LonLat[][][]): boolean =>
  relationToArea(position, { type: 'MultiPolygon', coordinates }) !== 'outside';

const road = (...points: WorldParts['roads'][number]['points']) => ({ points, surface: 'cement_concrete' as const });
const createWorld = (...roads: WorldParts['roads']) =>
  createJoinedWorld({ roads, seats: [[0, 0]], settlements: [{ place: [0, 0] }] });

/** Greatest turn between neighbouring edges of a ring, in degrees. */
function sharpestTurn(ring: readonly LonLat[]): number {
  const { toPlane } = createLocalMetric(ring[0] ?? [0, 0]);
  const points = ring.slice(0, -1).map(toPlane);
  return Math.max(
    ...points.map((point, i) => {
      const [x0, y0] = points.at(i - 1) ?? point;
      const [x2, y2] = points[(i + 1) % points.length] ?? point;
      const turn = Math.atan2(y2 - point[1], x2 - point[0]) - Math.atan2(point[1] - y0, point[0] - x0);
      return (Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn))) * 180) / Math.PI;
    }),
  );
}

describe('createReachArea', () => {
  it('draws a strip of 300 m on either side of the road, and less where less is left', () => {
    const { network } = createWorld(road([0, 0], [10_000, 0]));
    const { coordinates } = drawArea(network, at(0, 0), 2000);
    expect(coordinates).toHaveLength(1);
    expect(isInside(at(1000, 290), coordinates)).toBe(true);
    expect(isInside(at(1000, -290), coordinates)).toBe(true);
    expect(isInside(at(1000, 320), coordinates)).toBe(false);
    // 100 m are left at 1900 m, 300 m at 1700 m, from where it is 318 m to the third place
    expect(isInside(at(1900, 80), coordinates)).toBe(true);
    expect(isInside(at(1980, 150), coordinates)).toBe(false);
    expect(isInside(at(2100, 0), coordinates)).toBe(false);
  });

  it('covers what a strip of its size covers', () => {
    const { network } = createWorld(road([0, 0], [5000, 0]));
    const { coordinates } = drawArea(network, at(0, 0), 20_000);
    const expected = 5000 * 600 + Math.PI * 300 ** 2;
    expect(geodesicAreaSquareMeters({ type: 'MultiPolygon', coordinates }) / expected).toBeCloseTo(1, 2);
  });

  it('walks what is left of the minutes at the speed on level ground', () => {
    // 2 minutes at 20 km/h are 667 m; with one minute left, 84 m can be walked at 5.04 km/h
    const { network } = createWorld(road([0, 0], [5000, 0]));
    const { coordinates } = drawArea(network, at(0, 0), 2, 'minutes');
    expect(isInside(at(333, 70), coordinates)).toBe(true);
    expect(isInside(at(333, 110), coordinates)).toBe(false);
  });

  it('is smooth: no steps along a slanting road', () => {
    const { network } = createWorld(road([0, 0], [4000, 1700]));
    const { coordinates } = drawArea(network, at(0, 0), 20_000);
    expect(sharpestTurn(coordinates[0]?.[0] ?? [])).toBeLessThan(25);
  });

  it('keeps the hole inside a ring of roads; outer rings run counter-clockwise, holes clockwise', () => {
    const { network } = createWorld(road([0, 0], [3000, 0], [3000, 3000], [0, 3000], [0, 0]));
    const { coordinates } = drawArea(network, at(0, 0), 20_000);
    expect(coordinates.map((rings) => rings.length)).toEqual([2]);
    expect(isInside(at(1500, 1500), coordinates)).toBe(false);
    const signed = (ring: readonly LonLat[] = []) =>
      ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0), 0);
    expect(signed(coordinates[0]?.[0]?.map(([x, y]) => [x - 107.5, y - 27]))).toBeGreaterThan(0);
    expect(signed(coordinates[0]?.[1]?.map(([x, y]) => [x - 107.5, y - 27]))).toBeLessThan(0);
  });

  it('includes the stretch from the place to the road', () => {
    const { network } = createWorld(road([0, 0], [5000, 0]));
    const { coordinates } = drawArea(network, at(1000, 900), 1500);
    expect(isInside(at(1000, 900), coordinates)).toBe(true);
    expect(isInside(at(1000, 500), coordinates)).toBe(true);
  });

  it('draws nothing where there is no road', () => {
    expect(drawArea(createWorld().network, at(0, 0), 5000).coordinates).toEqual([]);
  });

  it('holds every settlement within the limit that walks 300 m or less to the road', () => {
    const asked = fc.record({
      place: fc.tuple(fc.integer({ min: 0, max: 1800 }), fc.integer({ min: 0, max: 1800 })),
      limit: fc.integer({ min: 300, max: 5000 }),
    });
    const check = fc.property(arbitraryWorld({ size: 4, mostRoads: 10 }), asked, (parts, { place, limit }) => {
      const { county, network } = createJoinedWorld(parts);
      const { reach, coordinates } = drawArea(network, at(...place), limit);
      county.settlements.forEach(({ position }, i) => {
        const isCounted = (reach.settlementCost[i] ?? Infinity) <= limit - 1;
        const walked = network.settlementSnaps()[i]?.offRoadMeters ?? Infinity;
        if (isCounted && walked <= 290) expect(isInside(position, coordinates)).toBe(true);
      });
    });
    fc.assert(check, { seed: 20_261_122, numRuns: 60 });
  });
});
