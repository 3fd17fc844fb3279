import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateToDay, dayToDate } from '#core/county/dates.ts';
import { computeFigure, computeFigures } from '#core/indicators/compute.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { type Figure, INDICATOR_CODES } from '#core/indicators/figure.ts';
import { listFigureRows } from '#core/indicators/figure-rows.ts';
import { COUNTY, EAST_TOWN, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

const AREAS = [COUNTY, WEST_TOWN, EAST_TOWN, ...VILLAGES];

/** Every number of a figure. */
const numbersOf = ({ value, numerator, denominator, lag, pair, target }: Figure): number[] =>
  [
    value,
    numerator,
    denominator,
    lag,
    pair?.value,
    pair?.numerator,
    pair?.denominator,
    target?.value,
    target?.plannedNow,
  ]
    .filter((number) => number !== null)
    .filter((number) => number !== undefined);

const allFigures = (context: IndicatorContext, area: string): readonly Figure[] =>
  computeFigures(context, area).flatMap(({ parts, ...headline }) => [headline, ...parts]);

const anyDay = fc.integer({ min: dateToDay('2023-06-01'), max: dateToDay('2026-11-22') }).map((day) => dayToDate(day));

describe('computeFigure', () => {
  it('never gives NaN or an infinity, and rates lie between 0 and 1 unless a capacity is exceeded', () => {
    const county = createTinyContext();
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...AREAS), (asOf, area) => {
        for (const figure of allFigures(county.at(asOf), area)) {
          expect(numbersOf(figure).every(Number.isFinite), `${figure.code} ${figure.part}`).toBe(true);
          if (figure.unit !== 'ratio' || figure.value === null || figure.code === 'S2') continue;
          expect(figure.value, `${figure.code} ${figure.part}`).toBeGreaterThanOrEqual(0);
          expect(figure.value, `${figure.code} ${figure.part}`).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives null and a reason, never 0 or 1, where the denominator is empty', () => {
    for (const area of AREAS) {
      for (const figure of allFigures(createTinyContext(), area)) {
        if (figure.value !== null) continue;
        expect(figure.reason, `${figure.code} ${figure.part}`).not.toBeNull();
        expect(figure.light).toBe('grey');
      }
    }
    const nothing = createTinyContext({ projects: [], items: [], ledgerRows: [], sites: [], households: [] });
    for (const code of ['P1', 'P4', 'Q1', 'S2', 'S5', 'S3', 'R3', 'I1'] as const) {
      expect([computeFigure(nothing, code, COUNTY).value, computeFigure(nothing, code, COUNTY).reason]).toEqual([
        null,
        'empty_denominator',
      ]);
    }
  });

  it('adds up: children and the rows that lie in none of them make the parent', () => {
    const context = createTinyContext();
    for (const code of INDICATOR_CODES) {
      for (const parent of [COUNTY, WEST_TOWN, EAST_TOWN]) {
        const children = (context.index.children.get(parent) ?? []).map((child) => computeFigure(context, code, child));
        const whole = computeFigure(context, code, parent);
        for (const part of [null, ...whole.parts.map((figure) => figure.part)]) {
          // a pace is divided by the same working days everywhere; projects are parts below the county only
          if (part === 'pace') continue;
          const of = (figure: (typeof children)[number]) =>
            part === null ? figure : figure.parts.find((candidate) => candidate.part === part);
          const between = listFigureRows(context, code, parent, part).filter(
            (row) => row.counts && row.areaCode === parent,
          );
          const sum = (field: 'numerator' | 'denominator') =>
            [...children.map(of), ...between].reduce((total, each) => total + (each?.[field] ?? 0), 0);
          expect(sum('numerator'), `${code} ${part} ${parent}`).toBeCloseTo(of(whole)?.numerator ?? 0, 5);
          expect(sum('denominator'), `${code} ${part} ${parent}`).toBeCloseTo(of(whole)?.denominator ?? 0, 5);
        }
      }
    }
  });

  it('gives households and people as a pair wherever households or people are counted', () => {
    for (const figure of allFigures(createTinyContext(), COUNTY)) {
      if (figure.value === null) continue;
      const other = figure.countUnit === 'households' ? 'people' : figure.countUnit === 'people' ? 'households' : null;
      // the mean distance to the assigned site is counted by household and has no other side
      if (figure.part?.endsWith(':assigned_site') || other === null) continue;
      expect(figure.pair?.countUnit, `${figure.code} ${figure.part}`).toBe(other);
    }
  });

  it('does not count people that are not known as none', () => {
    const settlements = createTinyCountyRows().settlements.map((row) => ({ ...row, registeredPeople: null }));
    const context = createTinyContext({ settlements });
    for (const code of ['T2', 'R4'] as const) {
      const figure = computeFigure(context, code, COUNTY);
      expect([figure.value, figure.reason]).toEqual([null, 'people_unknown']);
    }
  });

  it('says that a county without a ledger of households or a road programme has no data, not none', () => {
    const rows = createTinyCountyRows();
    const segments = rows.segments.map((segment) => ({ ...segment, plannedYear: null }));
    const context = createTinyContext({ households: [], segments });
    for (const code of ['T1', 'T3', 'S4', 'R5'] as const) {
      const figure = computeFigure(context, code, COUNTY);
      expect([code, figure.value, figure.reason, figure.light]).toEqual([code, null, 'no_data', 'grey']);
    }
  });

  it('only grows with the date where events cannot be undone', () => {
    const county = createTinyContext();
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        for (const code of ['R3', 'R6', 'S3', 'P3', 'I1'] as const) {
          const [before, after] = [earlier, later].map(
            (asOf) => computeFigure(county.at(asOf), code, COUNTY).numerator,
          );
          expect(after, code).toBeGreaterThanOrEqual(before ?? 0);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('carries area, date, plan and revision, and leaves out parts when not wanted', () => {
    const figure = computeFigure(createTinyContext({}, '2025-06-30'), 'S3', WEST_TOWN, { parts: false });
    expect(figure).toMatchObject({
      code: 'S3',
      part: null,
      area: WEST_TOWN,
      asOf: '2025-06-30',
      plan: 'plan-1',
      revision: 1,
    });
    expect(figure.parts).toEqual([]);
  });

  it('has no plan before the plan is published', () => {
    expect(computeFigure(createTinyContext({}, '2023-12-31'), 'S3', COUNTY).plan).toBeNull();
  });

  it('refuses an area of no such county', () => {
    expect(() => computeFigure(createTinyContext(), 'T1', '529903')).toThrow(
      expect.objectContaining({ code: 'unknown_area' }),
    );
  });

  it('refuses a date that is none or later than the data', () => {
    const county = createTinyCounty();
    for (const asOf of ['2026-11-23', '2026-02-30', 'today']) {
      expect(() => createTinyContext({}, asOf)).toThrow(expect.objectContaining({ code: 'invalid_date' }));
    }
    expect(county.dataDate).toBe('2026-11-22');
  });
});
