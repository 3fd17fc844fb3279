import { describe, expect, it } from 'vitest';
import { nearDistanceMeters } from '#core/geo/near-distance.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';

describe('nearDistanceMeters', () => {
  it('is the geodesic to 10 µm at 1 km and to 2 mm at 10 km', () => {
    for (const [dx, dy] of [
      [1, 0],
      [0, 1],
      [0.7, 0.7],
      [-0.3, 0.9],
    ] as const) {
      const to = (degrees: number) => [107.5 + dx * degrees, 27 + dy * degrees] as const;
      expect(nearDistanceMeters([107.5, 27], to(0.009))).toBeCloseTo(straightDistanceMeters([107.5, 27], to(0.009)), 5);
      const far = Math.abs(nearDistanceMeters([107.5, 27], to(0.09)) - straightDistanceMeters([107.5, 27], to(0.09)));
      expect(far).toBeLessThan(0.002);
    }
  });

  it('is nothing between a position and itself', () => {
    expect(nearDistanceMeters([107.5, 27], [107.5, 27])).toBe(0);
  });
});
