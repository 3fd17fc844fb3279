import { describe, expect, it } from 'vitest';
import { convexHullAround } from '#core/geo/convex-hull.ts';
import { findGeometryFault } from '#core/geo/geometry-fault.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { isPointInArea } from '#core/geo/point-in-polygon.ts';
import { distanceToLineMeters } from '#core/geo/point-to-line.ts';
import { turnArea } from '#core/geo/turn-area.ts';

describe('convexHullAround', () => {
  const positions: readonly LonLat[] = [
    [107.5, 27],
    [107.6, 27],
    [107.55, 27.05],
    [107.55, 27.01],
  ];

  it('keeps only the corners, counter-clockwise', () => {
    const hull = convexHullAround(positions);
    expect(hull.coordinates[0]).toHaveLength(4);
    expect(turnArea(hull)).toEqual(hull);
  });

  it('passes every position at the buffer distance or farther', () => {
    const hull = convexHullAround(positions, 1000);
    expect(findGeometryFault(hull)).toBeUndefined();
    for (const position of positions) {
      expect(isPointInArea(position, hull)).toBe(true);
      expect(distanceToLineMeters(position, hull.coordinates[0] ?? [])).toBeGreaterThan(999);
    }
  });

  it('is a circle about a single position', () => {
    const hull = convexHullAround([[107.5, 27]], 1000);
    expect(hull.coordinates[0]).toHaveLength(33);
    expect(distanceToLineMeters([107.5, 27], hull.coordinates[0] ?? [])).toBeCloseTo(1000, 0);
  });
});
