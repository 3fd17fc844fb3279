import { describe, expect, it } from 'vitest';
import { distanceToLineMeters, nearestOnLine } from '#core/geo/point-to-line.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';

describe('nearestOnLine', () => {
  const line = [
    [107.5, 27],
    [107.52, 27],
    [107.52, 27.02],
  ] as const;

  it('finds the foot of the perpendicular and agrees with the geodesic to a millimetre', () => {
    const nearest = nearestOnLine([107.51, 27.002], line);
    expect(nearest.afterIndex).toBe(0);
    expect(nearest.share).toBeCloseTo(0.5, 9);
    expect(nearest.distanceMeters).toBeCloseTo(straightDistanceMeters([107.51, 27.002], [107.51, 27]), 3);
  });

  it('finds an end when the perpendicular misses the line', () => {
    expect(nearestOnLine([107.49, 27], line)).toMatchObject({ afterIndex: 0, share: 0, position: [107.5, 27] });
  });
});

describe('distanceToLineMeters', () => {
  it('is the distance to the position of a line that has only one', () => {
    expect(distanceToLineMeters([107.5, 27.001], [[107.5, 27]])).toBeCloseTo(110.79, 1);
  });
});
