import { describe, expect, it } from 'vitest';
import { geodesicAreaSquareMeters } from '#core/geo/geodesic-area.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';

const square = (west: number, south: number, side: number): readonly LonLat[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

describe('geodesicAreaSquareMeters', () => {
  it('finds an octant to be an eighth of the ellipsoid (510,065,621,724,088 m2, Karney 2013)', () => {
    const octant: readonly LonLat[] = [
      [0, 0],
      [90, 0],
      [0, 90],
      [0, 0],
    ];
    const area = geodesicAreaSquareMeters({ type: 'Polygon', coordinates: [octant] });
    expect(area / (510_065_621_724_088 / 8)).toBeCloseTo(1, 9);
  });

  it('subtracts holes, adds parts and ignores the direction of rings', () => {
    const outer = square(107, 27, 1);
    const hole = square(107.2, 27.2, 0.1);
    const whole = geodesicAreaSquareMeters({ type: 'Polygon', coordinates: [outer] });
    const holeArea = geodesicAreaSquareMeters({ type: 'Polygon', coordinates: [[...hole].reverse()] });
    expect(geodesicAreaSquareMeters({ type: 'Polygon', coordinates: [outer, hole] })).toBeCloseTo(whole - holeArea, 3);
    expect(
      geodesicAreaSquareMeters({ type: 'MultiPolygon', coordinates: [[outer], [square(109, 27, 1)]] }),
    ).toBeCloseTo(2 * whole, 3);
  });
});
