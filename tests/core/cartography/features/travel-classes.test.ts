import { describe, expect, it } from 'vitest';
import { classifyMinutes } from '#core/cartography/features/travel-classes.ts';
import { DEFAULT_SETTINGS } from '#core/county/campaign.ts';

const classOf = (minutes: number, reachMinutes: readonly number[] = [15, 30, 60]) =>
  classifyMinutes({ ...DEFAULT_SETTINGS, reachMinutes }, minutes);

describe('classifyMinutes', () => {
  it('puts a bound into the nearer class', () => {
    expect([0, 15, 15.01, 30, 30.01, 60].map((minutes) => classOf(minutes))).toEqual(['1', '1', '2', '2', '3', '3']);
  });

  it('has a class of its own for farther, and one for what cannot be reached', () => {
    expect([60.01, 600, Number.POSITIVE_INFINITY].map((minutes) => classOf(minutes))).toEqual(['4', '4', 'none']);
  });

  it('takes the limits of the county in any order, and has fewer classes with fewer limits', () => {
    expect(classOf(25, [60, 20, 40])).toBe('2');
    expect([5, 11].map((minutes) => classOf(minutes, [10]))).toEqual(['1', '4']);
  });
});
