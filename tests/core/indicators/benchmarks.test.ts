import { describe, expect, it } from 'vitest';
import type { BenchmarkRow } from '#core/county/things.ts';
import { listBenchmarks } from '#core/indicators/benchmarks.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const createBenchmark = (overrides: Partial<BenchmarkRow>): BenchmarkRow => ({
  code: 'b',
  indicator: 'P1',
  level: 'province',
  name: '全省平均',
  nameEn: 'Provincial average',
  value: 0.8791,
  on: '2026-10-31',
  source: '省通报',
  ...overrides,
});

const createContext = (...benchmarks: Partial<BenchmarkRow>[]) =>
  createIndicatorContext(createTinyCounty({ benchmarks: benchmarks.map(createBenchmark) }));

describe('listBenchmarks', () => {
  it('gives the latest of each level, the province first', () => {
    const context = createContext(
      { code: 'b1', level: 'prefecture', value: 0.842 },
      { code: 'b2', value: 0.85, on: '2026-09-30' },
      { code: 'b3' },
      { code: 'b4', indicator: 'P2', value: 0.5 },
    );
    expect(listBenchmarks(context, 'P1').map(({ level, value }) => [level, value])).toEqual([
      ['province', 0.8791],
      ['prefecture', 0.842],
    ]);
  });

  it('knows none that was published after the day', () => {
    expect(listBenchmarks(createContext({ on: '2026-11-30' }), 'P1')).toEqual([]);
  });
});
