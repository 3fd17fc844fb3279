import { describe, expect, it } from 'vitest';
import { computeSeries, listMonths } from '#core/indicators/series.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

describe('computeSeries', () => {
  it('gives every month of the campaign at its last day, the last one at the data date', () => {
    const { points, unit } = computeSeries(createTinyContext(), 'S3', COUNTY);
    expect(points).toHaveLength(35);
    expect(points[0]).toMatchObject({ month: '2024-01', asOf: '2024-01-31', value: 0 });
    expect(points.at(-1)).toMatchObject({ month: '2026-11', asOf: '2026-11-22', value: 3 / 8 });
    expect(unit).toBe('ratio');
  });

  it('holds the planned value of the same day beside the actual one', () => {
    const { points } = computeSeries(createTinyContext({}, '2026-10-31'), 'S3', COUNTY, {
      from: '2026-09',
      to: '2027-03',
    });
    expect(points.map(({ month }) => month)).toEqual(['2026-09', '2026-10']);
    expect(points.every(({ planned }) => planned !== null && planned > 0.4 && planned < 0.5)).toBe(true);
  });
});

describe('listMonths', () => {
  it('counts over the turn of a year', () => {
    expect(listMonths('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(listMonths('2026-02', '2026-01')).toEqual([]);
  });

  it('refuses more than ten years', () => {
    expect(() => listMonths('1900-01', '2026-01')).toThrow(expect.objectContaining({ code: 'invalid_month_range' }));
  });
});
