import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import type { IndicatorCode } from '#core/indicators/figure.ts';
import { computeSeries, listMonths, type SeriesPoint } from '#core/indicators/series.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { createWorldCounty, type SurfacedRoad } from '#tests/support/joined-world.ts';
import { arbitraryWorld } from '#tests/support/random-worlds.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

/** What a day says that knows nothing of other days: a county of its own, of which nothing is kept. */
function askAlone(county: County, code: IndicatorCode, { month, asOf }: SeriesPoint): SeriesPoint {
  const alone = createIndicatorContext({ ...county, segments: [...county.segments] }, asOf);
  const { value, target } = computeFigure(alone, code, county.code, { parts: false });
  return { month, asOf, value, planned: target?.plannedNow ?? null };
}

/** A road that is opened, surfaced and perhaps closed in the course of the campaign. */
const arbitraryHistory = (road: SurfacedRoad): fc.Arbitrary<SurfacedRoad> => {
  const day = fc.constantFrom('2024-03-31', '2024-12-15', '2025-06-30', '2026-02-01', '2026-10-31');
  const surfaced = { kind: 'surface', on: '2015-01-01', value: road.surface ?? 'gravel' } as const;
  return fc
    .record({
      opened: fc.option(day),
      hardened: fc.option(day),
      worn: fc.option(day, { freq: 8 }),
      closed: fc.option(day, { freq: 8 }),
    })
    .map(({ opened, hardened, worn, closed }) => ({
      ...road,
      events: [
        surfaced,
        ...(opened ? [{ kind: 'opened', on: opened } as const] : []),
        ...(hardened ? [{ kind: 'surface', on: hardened, value: 'cement_concrete' } as const] : []),
        ...(worn ? [{ kind: 'surface', on: worn, value: 'worn_asphalt' } as const] : []),
        ...(closed ? [{ kind: 'closed', on: closed } as const] : []),
      ],
    }));
};

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

  it('says of each month what the month alone says, in a county whose roads come, go and wear', () => {
    const worlds = arbitraryWorld({ size: 3, mostRoads: 10 }).chain((parts) =>
      fc.tuple(...parts.roads.map(arbitraryHistory)).map((roads) => createWorldCounty({ ...parts, roads })),
    );
    fc.assert(
      fc.property(worlds, fc.constantFrom<IndicatorCode>('R0', 'R1', 'R2', 'R4'), (county, code) => {
        const { points } = computeSeries(createIndicatorContext(county), code, county.code);
        expect(points).toEqual(points.map((point) => askAlone(county, code, point)));
      }),
      { seed: 20_261_123, numRuns: 40 },
    );
  });

  it('says of every sixth month what the day alone says in the sample county', async () => {
    const county = buildCounty(await loadSampleCounty(), 1);
    const context = createIndicatorContext(county);
    for (const code of ['R0', 'R1', 'R2', 'R4', 'R6'] as const) {
      const points = computeSeries(context, code, county.code).points.filter((_, i) => i % 6 === 0);
      expect(points).toEqual(points.map((point) => askAlone(county, code, point)));
    }
  }, 60_000);
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
