import { describe, expect, it } from 'vitest';
import { readPair } from '#core/geo/read-pair.ts';

describe('readPair', () => {
  it.each([
    ['107.51, 27.03', false],
    ['107.51 27.03', false],
    ['107.51，27.03', false],
    ['107.51、27.03', false],
    ['（107.51；27.03）', false],
    ['107°30′36″27°1′48″', false],
    ['东经107°30′36″ 北纬27°1′48″', true],
    ['北纬27°1′48″东经107°30′36″', true],
    ['27°01\'48"N 107°30\'36"E', true],
    ['东经：107.51，北纬：27.03', true],
    ['E107 30 36 N27 1 48', true],
  ] as const)('reads %s', (written, ordered) => {
    const pair = readPair(written);
    expect(pair?.first).toBeCloseTo(107.51, 9);
    expect(pair?.second).toBeCloseTo(27.03, 9);
    expect(pair?.ordered).toBe(ordered);
  });

  it('keeps eastings and northings as they stand', () => {
    expect(readPair('2988123.4, 36451234.5')).toEqual({ first: 2_988_123.4, second: 36_451_234.5, ordered: false });
  });

  it.each(['107.51', '107.51,27.03,880', '107.30.36 27.1.48', 'E107.5 E27', '', '见附图'])('refuses %s', (written) => {
    expect(readPair(written)).toBeNull();
  });
});
