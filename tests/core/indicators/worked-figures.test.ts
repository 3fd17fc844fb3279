import { describe, expect, it } from 'vitest';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import type { FigureWithParts } from '#core/indicators/figure.ts';
import { COUNTY, VILLAGES } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';
import {
  createDoubledLedger,
  createManyHouseholds,
  createManyProjects,
  createRoadCounty,
  createTinyContext,
} from '#tests/support/worked-worlds.ts';

/** A figure's part, or its headline. */
const partOf = (figure: FigureWithParts, part: string) => figure.parts.find((candidate) => candidate.part === part);

/** Percent with one decimal, as figures are printed. */
const percent = (value: number | null | undefined): string => `${((value ?? Number.NaN) * 100).toFixed(1)} %`;

// The figures that domain.md section 5 gives at its end; each must come out exactly.
describe('computeFigure, worked figures', () => {
  it('R6: 3.0 of 10.0 km planned in a village are 30 %', () => {
    const [village = ''] = VILLAGES;
    const functions = ['village_access', 'group_access', 'door', 'industry'] as const;
    const roads = Array.from({ length: 10 }, (_, i) => ({
      lengthMeters: i === 0 ? 999.999 : i === 9 ? 1000.001 : 1000,
      segment: {
        roadFunction: functions[i % 4] ?? null,
        plannedYear: 2025 + (i % 3),
        events: [
          { kind: 'status', on: '2025-05-01', value: i === 0 || i === 9 || i === 5 ? 'completed' : 'begun' },
        ] as const,
      },
    }));
    const context = createIndicatorContext(createRoadCounty(village, roads));
    for (const area of [village, COUNTY]) {
      const figure = computeFigure(context, 'R6', area);
      expect([figure.numerator, figure.denominator, figure.value]).toEqual([3000, 10_000, 0.3]);
    }
    const years = computeFigure(context, 'R6', COUNTY).parts.filter(({ part }) => part?.startsWith('year:'));
    expect(years.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0)).toBeCloseTo(10_000, 6);
  });

  it('P1: 1,421 of 1,769 projects are 80.3 %', () => {
    const projects = createManyProjects({ all: 1_800, begun: 1_769, completed: 1_421 });
    const figure = computeFigure(createTinyContext({ projects }), 'P1', COUNTY);
    expect([figure.numerator, figure.denominator]).toEqual([1_421, 1_769]);
    expect(percent(figure.value)).toBe('80.3 %');
  });

  it('Q1: 117 rows in which 28 households stand twice are 23.9 % in error', () => {
    const [village = ''] = VILLAGES;
    const households = createManyHouseholds(89 * 8, () => ({}));
    const ledgerRows = createDoubledLedger(village, { distinct: 89, twice: 28 });
    const figure = computeFigure(createTinyContext({ households, ledgerRows }), 'Q1', village);
    expect([figure.numerator, figure.denominator]).toEqual([28, 117]);
    expect(percent(figure.value)).toBe('23.9 %');
    expect(partOf(figure, 'rule:reported_twice')?.numerator).toBe(28);
    expect(partOf(figure, 'rule:unknown_code')?.numerator).toBe(0);
  });

  it('T1: 3,219 of 10,750 target households have industry as their main category, 29.9 %', () => {
    const households = createManyHouseholds(11_000, (i) => ({
      category: i < 3_219 ? 'industry' : i < 10_750 ? 'relocation' : null,
    }));
    const figure = computeFigure(createTinyContext({ households }), 'T1', COUNTY);
    expect([figure.value, figure.pair?.value]).toEqual([10_750, 32_250]);
    expect([partOf(figure, 'category:industry')?.value, partOf(figure, 'category:industry')?.denominator]).toEqual([
      3_219, 10_750,
    ]);
    expect(percent(partOf(figure, 'share:industry')?.value)).toBe('29.9 %');
  });

  it('P3: 147 of 175 villages leave, 30 + 30 + 40 + 47 over four years, 84 %', () => {
    const { areas } = createTinyCountyRows();
    const [county, town] = areas;
    const village = areas.find(({ level }) => level === 'village');
    if (!county || !town || !village) throw new Error('The tiny county lacks a level.');
    const yearOf = (i: number) => (i < 30 ? 2024 : i < 60 ? 2025 : i < 100 ? 2026 : i < 147 ? 2027 : null);
    const villages = Array.from({ length: 175 }, (_, i) => {
      const year = yearOf(i);
      const events = year !== null && year < 2026 ? [{ kind: 'exit', on: `${year}-12-20` } as const] : [];
      return { ...village, code: `${town.code}${200 + i}`, parentCode: town.code, plannedExitYear: year, events };
    });
    const context = createTinyContext({ areas: [county, town, ...villages], plans: [] });
    const figure = computeFigure(context, 'P3', COUNTY);
    expect([figure.numerator, figure.denominator]).toEqual([60, 147]);
    const years = figure.parts.filter(({ part }) => part?.startsWith('year:'));
    expect(years.map(({ numerator, denominator }) => `${numerator}/${denominator}`)).toEqual([
      '30/30',
      '30/30',
      '0/40',
      '0/47',
    ]);
    const planned = partOf(figure, 'planned_of_villages');
    expect([planned?.numerator, planned?.denominator, planned?.value]).toEqual([147, 175, 0.84]);
  });

  it('S3: of 6,820 relocation households 3,270 have the structure done, in their site or their own house, 47.9 %', () => {
    const structureDone = [{ kind: 'structure_done', on: '2025-06-01' } as const];
    const households = createManyHouseholds(7_000, (i) => {
      if (i >= 6_820) return {};
      // site-1 has reached the stage, site-2 has not; scattered households have their own event
      if (i < 2_000)
        return { relocation: { kind: 'centralised', siteCode: 'site-1', plannedYear: 2025, retainedReason: null } };
      if (i < 4_000)
        return { relocation: { kind: 'centralised', siteCode: 'site-2', plannedYear: 2027, retainedReason: null } };
      return {
        relocation: { kind: 'purchased', siteCode: null, plannedYear: 2026, retainedReason: null },
        events: i < 5_270 ? structureDone : [],
      };
    });
    const part = partOf(computeFigure(createTinyContext({ households }), 'S3', COUNTY), 'structure_done');
    expect([part?.numerator, part?.denominator]).toEqual([3_270, 6_820]);
    expect(percent(part?.value)).toBe('47.9 %');
  });
});
