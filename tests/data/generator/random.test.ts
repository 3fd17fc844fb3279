import { describe, expect, it } from 'vitest';
import { createRandom } from '#data/generator/random.ts';

describe('createRandom', () => {
  it('draws the same again from the same seed and stream', () => {
    const draw = (): number[] => {
      const random = createRandom(7, 'roads');
      return [random.next(), random.int(100), random.between(3, 5)];
    };
    expect(draw()).toEqual(draw());
  });

  it('draws otherwise from another stream', () => {
    expect(createRandom(7, 'roads').next()).not.toBe(createRandom(7, 'rivers').next());
  });

  it('spreads evenly over [0, 1)', () => {
    const random = createRandom(1, 'even');
    const draws = Array.from({ length: 10_000 }, () => random.next());
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    // the mean of 10,000 uniform draws has a standard deviation of 0.0029
    expect(Math.abs(draws.reduce((sum, draw) => sum + draw, 0) / draws.length - 0.5)).toBeLessThan(0.012);
  });

  it('shuffles without loss', () => {
    expect(createRandom(3, 'cards').shuffle([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
  });
});
