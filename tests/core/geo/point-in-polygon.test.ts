import { describe, expect, it } from 'vitest';
import type { PolygonGeometry } from '#core/geo/geometry.ts';
import { isPointInArea, relationToArea } from '#core/geo/point-in-polygon.ts';

const createHoledSquare = (): PolygonGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
    [
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 1],
      [1, 1],
    ],
  ],
});

describe('relationToArea', () => {
  it.each([
    ['in the surface', [3, 3], 'inside'],
    ['in the hole', [1.5, 1.5], 'outside'],
    ['outside', [5, 2], 'outside'],
    ['on an edge', [4, 2], 'boundary'],
    ['on the edge of the hole', [1, 1.5], 'boundary'],
    ['on a corner', [0, 0], 'boundary'],
    ['level with a corner, outside', [-1, 4], 'outside'],
  ] as const)('knows a position %s', (_, position, relation) => {
    expect(relationToArea(position, createHoledSquare())).toBe(relation);
  });
});

describe('isPointInArea', () => {
  it('counts the boundary in', () => {
    expect(isPointInArea([4, 2], createHoledSquare())).toBe(true);
    expect(isPointInArea([4.1, 2], createHoledSquare())).toBe(false);
  });
});
