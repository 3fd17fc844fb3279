import { describe, expect, it } from 'vitest';
import { cosineOfLatitude, exponential, sineOfLatitude } from '#core/geo/portable-math.ts';

const relative = (got: number, expected: number) => Math.abs(got - expected) / Math.max(1e-3, Math.abs(expected));

describe('portable math', () => {
  it('is the sine and cosine to the last digits, over the whole range of latitudes', () => {
    for (let degrees = -90; degrees <= 90; degrees += 0.37) {
      const radians = (degrees * Math.PI) / 180;
      expect(relative(sineOfLatitude(degrees), Math.sin(radians))).toBeLessThan(1e-12);
      expect(relative(cosineOfLatitude(degrees), Math.cos(radians))).toBeLessThan(1e-12);
    }
    expect(sineOfLatitude(90)).toBe(1);
    expect(cosineOfLatitude(0)).toBe(1);
    expect(sineOfLatitude(30)).toBeCloseTo(0.5, 15);
  });

  it('is the exponential to the last digits', () => {
    for (let x = -40; x <= 40; x += 0.173) expect(relative(exponential(x), Math.exp(x))).toBeLessThan(1e-12);
    expect(exponential(0)).toBe(1);
    expect(exponential(-700)).toBeCloseTo(0, 300);
    expect(exponential(1)).toBeCloseTo(Math.E, 15);
  });
});
