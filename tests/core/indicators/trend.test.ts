import { describe, expect, it } from 'vitest';
import { computeFigure } from '#core/indicators/compute.ts';
import { computeTrend } from '#core/indicators/trend.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

const trendOf = (code: Parameters<typeof computeFigure>[1], asOf?: string) => {
  const context = createTinyContext({}, asOf);
  return computeTrend(context, computeFigure(context, code, COUNTY));
};

describe('computeTrend', () => {
  it('tells the figure at the end of the month before and the change since', () => {
    // of 8, one had moved by then and two move in on 2025-10-01
    expect(trendOf('S3', '2025-10-15')).toEqual({ asOf: '2025-09-30', value: 0.125, change: 0.25 });
    expect(trendOf('S3')).toMatchObject({ asOf: '2026-10-31', change: 0 });
  });

  it('has no change where either is not applicable', () => {
    // the first item was found on 2026-03-01
    expect(trendOf('P4', '2026-03-15')).toEqual({ asOf: '2026-02-28', value: null, change: null });
  });
});
