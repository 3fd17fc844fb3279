import { describe, expect, it } from 'vitest';
import { stepByKey } from '#client/map/modes/plan-mode.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';

const AT: LonLat = [107.2, 27];
const stepMeters = (key: string, shiftKey: boolean): number => {
  const to = stepByKey(AT, { key, shiftKey });
  return to === null ? Number.NaN : straightDistanceMeters(AT, to);
};

describe('stepByKey', () => {
  it.each(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])('goes 10 m, with Shift 100 m, by %s', (key) => {
    // a degree of latitude is 0.5 % shorter here than on the sphere
    expect(stepMeters(key, false)).toBeCloseTo(10, 0);
    expect(Math.abs(stepMeters(key, true) - 100)).toBeLessThan(1);
  });

  it('leaves other keys alone', () => {
    expect(stepByKey(AT, { key: 'Enter', shiftKey: false })).toBeNull();
  });
});
