import { describe, expect, it } from 'vitest';
import { geodesicLengthMeters, roundToMillimeters } from '#core/geo/geodesic-length.ts';

describe('geodesicLengthMeters', () => {
  it('adds the stretches of a line', () => {
    const line = [
      [107, 0],
      [108, 0],
      [110, 0],
    ] as const;
    expect(geodesicLengthMeters(line)).toBeCloseTo(3 * 111_319.4908, 3);
  });

  it('is zero for no position and for one', () => {
    expect(geodesicLengthMeters([])).toBe(0);
    expect(geodesicLengthMeters([[107, 27]])).toBe(0);
  });
});

describe('roundToMillimeters', () => {
  it('rounds to three decimals', () => {
    expect(roundToMillimeters(12.345678)).toBe(12.346);
  });
});
