import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesicAreaSquareMeters } from '#core/geo/geodesic-area.ts';
import type { AreaGeometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { tryIntersection } from '#core/geo/mend-geometry.ts';
import { isCovered, shareSurface } from '#core/geo/relate-areas.ts';
import { createBox } from '#tests/support/tiny/areas.ts';

const town = createBox(107, 27, 107.04, 27.02);
const withHole: AreaGeometry = {
  type: 'Polygon',
  coordinates: [...town.coordinates, ...createBox(107.01, 27.005, 107.02, 27.015).coordinates],
};
const turned = (area: AreaGeometry): AreaGeometry =>
  area.type === 'Polygon' ? { ...area, coordinates: area.coordinates.map((ring) => ring.toReversed()) } : area;

/** Surfaces on a grid of 0.01 degrees: corners and edges often lie on each other. */
const onGrid = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.nat(3))
  .map(([x, y, size, shape]): AreaGeometry => {
    const at = (dx: number, dy: number): LonLat => [107 + (x + dx) / 100, 27 + (y + dy) / 100];
    const corners = [at(0, 0), at(size, 0), at(size, size), at(0, size)];
    // a square, the same with a corner cut off, or turned by 45 degrees
    const half = [at(size / 2, 0), at(size, size / 2), at(size / 2, size), at(0, size / 2)];
    const ring = shape === 0 ? corners : shape === 1 ? half : corners.filter((_, index) => index !== shape);
    return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? at(0, 0)]] };
  });

describe('shareSurface', () => {
  it('is true of a surface drawn over itself, in whatever direction: every corner lies on the border of the other', () => {
    expect(shareSurface(town, town)).toBe(true);
    expect(shareSurface(town, turned(town))).toBe(true);
  });

  it('is true of two that cross each other like a plus, where no corner is in the other', () => {
    const upright = createBox(107.01, 26.99, 107.02, 27.03);
    expect(shareSurface(town, upright)).toBe(true);
    expect(shareSurface(createBox(107.01, 27, 107.02, 27.02), town)).toBe(true);
  });

  it('is false of neighbours that have a border, a corner or a piece of a border in common', () => {
    expect(shareSurface(town, createBox(107.04, 27, 107.06, 27.02))).toBe(false);
    expect(shareSurface(town, createBox(107.04, 27.005, 107.06, 27.03))).toBe(false);
    expect(shareSurface(town, createBox(107.04, 27.02, 107.06, 27.03))).toBe(false);
    expect(shareSurface(town, createBox(108, 27, 108.1, 27.1))).toBe(false);
  });

  it('is false of what stands in a hole, true once it reaches over its border', () => {
    expect(shareSurface(withHole, createBox(107.01, 27.005, 107.02, 27.015))).toBe(false);
    expect(shareSurface(withHole, createBox(107.01, 27.005, 107.021, 27.015))).toBe(true);
  });

  it('agrees with the overlay', () => {
    fc.assert(
      fc.property(onGrid, onGrid, (a, b) => {
        const common = tryIntersection(a, b);
        expect(shareSurface(a, b)).toBe(common !== null && geodesicAreaSquareMeters(common) > 1);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('isCovered', () => {
  it('is true of what lies within, also up to the border, false of what sticks out anywhere', () => {
    expect(isCovered(createBox(107, 27, 107.02, 27.02), town)).toBe(true);
    expect(isCovered(town, town)).toBe(true);
    expect(isCovered(createBox(107.01, 26.999, 107.02, 27.02), town)).toBe(false);
    expect(isCovered(createBox(107.04, 27, 107.05, 27.02), town)).toBe(false);
    expect(isCovered(town, withHole)).toBe(false);
  });
});
