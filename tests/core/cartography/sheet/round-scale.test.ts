import { describe, expect, it } from 'vitest';
import { formatScale, nextRoundScale, roundScaleFor } from '#core/cartography/sheet/round-scale.ts';

describe('roundScaleFor', () => {
  it('takes the next denominator of the row 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8', () => {
    expect([71_000, 75_000, 75_001, 80_100, 1, 1.1, 99].map(roundScaleFor)).toEqual([
      75_000, 75_000, 80_000, 100_000, 1, 1.25, 100,
    ]);
  });

  it('does not lose an area that fits to the last digit', () => {
    expect(roundScaleFor(75_000 * (1 + 1e-12))).toBe(75_000);
  });
});

describe('nextRoundScale', () => {
  it('goes one step smaller', () => {
    expect(nextRoundScale(75_000)).toBe(80_000);
  });
});

describe('formatScale', () => {
  it('sets thousands apart', () => {
    expect(formatScale(75_000)).toBe('1:75 000');
    expect(formatScale(1_250_000)).toBe('1:1 250 000');
  });
});
