import { describe, expect, it } from 'vitest';
import {
  type BenchResult,
  fitGrowthExponent,
  formatResults,
  judge,
  medianOf,
  summarise,
  tellAbsent,
} from '../../bench/measure.ts';

const withPeer = (median: number | null): BenchResult =>
  summarise('one to all', 'ms', [0.2, 0.4, 0.3], 0.5, { name: 'peer', median, askedRatio: 10 });

describe('medianOf', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(medianOf([9, 1, 2])).toBe(2);
    expect(medianOf([9, 1, 2, 4])).toBe(3);
  });
});

describe('judge', () => {
  it('says nothing where nothing is asked', () => {
    expect(judge(summarise('size', 'MB', [3], null))).toBe('');
  });

  it('holds the limit and the ratio to the peer', () => {
    expect(judge(withPeer(3))).toBe('reached');
    expect(judge(withPeer(2.9))).toBe('NOT REACHED');
    expect(judge({ ...withPeer(100), limit: 0.2 })).toBe('NOT REACHED');
  });

  it('gives no verdict on a ratio without the peer', () => {
    expect(judge(withPeer(null))).toBe('peer not installed');
  });

  it('does not take a value that is no number for reached', () => {
    expect(judge(summarise('difference', 'ratio', [Number.NaN], 1e-9))).toBe('NOT REACHED');
  });
});

describe('fitGrowthExponent', () => {
  it('finds the power by which medians grow with sizes', () => {
    expect(fitGrowthExponent([1, 2, 4, 8], [3, 6, 12, 24])).toBeCloseTo(1, 12);
    expect(fitGrowthExponent([1, 10, 100], [5, 500, 50_000])).toBeCloseTo(2, 12);
  });
});

describe('formatResults', () => {
  it('writes one line a result below the headings, with spread, what was asked, peer, ratio and verdict', () => {
    const [headings = '', line = ''] = formatResults([withPeer(6)]).split('\n');
    expect(headings).toMatch(/^what +got .* +verdict$/);
    expect(line.split(/ {2,}/)).toEqual([
      'one to all',
      '0.3 ms (0.2 to 0.4, 3 runs)',
      '<= 0.5 ms, 10 times faster',
      'peer: 6 ms',
      '20',
      'reached',
    ]);
  });
});

describe('tellAbsent', () => {
  it('is a line without a figure and without a verdict', () => {
    const absent = tellAbsent('in the browser', { unit: 'ms', limit: 16 });
    expect(judge(absent)).toBe('');
    expect(formatResults([absent]).split('\n')[1]).toMatch(/^in the browser +absent +<= 16 ms$/);
  });
});
