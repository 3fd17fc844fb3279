import { describe, expect, it } from 'vitest';
import { allot } from '#data/generator/allot.ts';

describe('allot', () => {
  it('shares out the whole number in proportion to the weights', () => {
    expect(allot(10, [1, 1, 3], [10, 10, 10])).toEqual([2, 2, 6]);
  });

  it('gives to others what a cap holds back', () => {
    expect(allot(10, [1, 1, 8], [10, 10, 4])).toEqual([3, 3, 4]);
  });

  it('gives a single one to the largest weight', () => {
    expect(allot(1, [1, 2, 3], [9, 9, 9])).toEqual([0, 0, 1]);
  });

  it('throws when the caps are too low', () => {
    expect(() => allot(5, [1, 1], [2, 2])).toThrow(RangeError);
  });
});
