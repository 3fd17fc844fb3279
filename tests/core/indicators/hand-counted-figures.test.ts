import { describe, expect, it } from 'vitest';
import type { HazardRow, HouseholdRow } from '#core/county/things.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import type { IndicatorCode } from '#core/indicators/figure.ts';
import { listFigureRows } from '#core/indicators/figure-rows.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';
import { createManyHouseholds, createTinyContext } from '#tests/support/worked-worlds.ts';

/** Numerator over denominator of a figure or one of its parts at a day. */
function read(
  code: IndicatorCode,
  part: string | null = null,
  asOf = '2026-11-22',
  context = createTinyContext(),
): string {
  const figure = computeFigure(context.at(asOf), code, COUNTY);
  const found = part === null ? figure : figure.parts.find((candidate) => candidate.part === part);
  return `${found?.numerator}/${found?.denominator}`;
}

// What each list of the tiny county adds up to is said beside it in tests/support/tiny.
describe('computeFigure, counted by hand', () => {
  it('targets, causes and shares', () => {
    expect([read('T1'), read('T2'), read('T3'), read('T3', 'cause:disaster')]).toEqual([
      '16/null',
      '48/600',
      '16/16',
      '8/16',
    ]);
  });

  it('knows a target household from the day it was identified', () => {
    expect(read('T1', null, '2023-12-31')).toBe('0/null');
    expect(read('T1', null, '2024-01-01')).toBe('16/null');
    const listed = createManyHouseholds(8, () => ({ category: 'industry', events: [] }));
    expect(read('T1', null, '2020-01-01', createTinyContext({ households: listed }))).toBe('8/null');
  });

  it('doors, links, removals and work', () => {
    expect([read('R3'), read('I1'), read('P5'), read('P5', 'natural'), read('S7')]).toEqual([
      '12/24',
      '6/16',
      '4/16',
      '1/16',
      '4/7',
    ]);
  });

  it('arrangements, capacity, moving in and old houses', () => {
    expect([read('S1'), read('S1', 'actual'), read('S1', 'actual_of_moved_in')]).toEqual(['3/8', '2/8', '2/3']);
    expect([read('S2'), read('S2', 'over_capacity'), read('S2', 'location:central_village')]).toEqual([
      '3/6',
      '0/2',
      '1/4',
    ]);
    expect([read('S3'), read('S3', 'structure_done'), read('S3', 'handed_over')]).toEqual(['3/8', '4/8', '3/8']);
    expect([read('S6'), read('S6', 'reclaimed'), read('S5'), read('S5', 'sites_complete')]).toEqual([
      '2/2',
      '1/2',
      '5/8',
      '0/2',
    ]);
  });

  it('projects, money, exits and items', () => {
    expect([read('P1'), read('P2'), read('P2', 'spent')]).toEqual(['3/4', '3000000/4000000', '2500000/4000000']);
    expect([read('P3'), read('P4'), read('P4', 'late'), read('P4', 'reopened')]).toEqual(['1/3', '2/4', '1/4', '1/4']);
  });

  it('mean completion of parks, each at most 1, and each product in its own unit', () => {
    expect([read('I3'), read('I3', 'product:茶叶/亩'), read('I3', 'product:生猪/头')]).toEqual([
      '1.6/2',
      '60/100',
      '200/200',
    ]);
  });

  it('counts hardened village access by the surface at the day, shared pavement once', () => {
    const context = createTinyContext();
    const branch = 1108.037;
    expect(read('R1', null, '2025-08-30')).toBe(`${branch}/${2 * branch}`);
    expect(read('R1', null, '2025-08-31')).toBe(`${2 * branch}/${2 * branch}`);
    const shared = listFigureRows(context, 'R1', COUNTY).filter(({ note }) => note === 'pavement_shared');
    // once in each of the two villages it passes
    expect(shared.map(({ code, counts }) => [code, counts])).toEqual([
      ['seg-11', false],
      ['seg-11', false],
    ]);
  });

  it('counts each remaining metre, yuan and working day', () => {
    const { value, parts } = computeFigure(createTinyContext(), 'R5', COUNTY);
    const part = (key: string) => parts.find((candidate) => candidate.part === key)?.value;
    expect(part('year:2025')).toBe(0);
    expect((part('year:2026') ?? 0) + (part('year:2027') ?? 0)).toBeCloseTo(value ?? 0, 6);
    expect(part('cost')).toBe(820_000);
    expect(part('pace')).toBeCloseTo((value ?? 0) / 404, 9);
  });

  it('measures the mean straight distance to the nearest school over inhabited settlements', () => {
    const { settlements, services } = createTinyCountyRows();
    const school = services.find(({ kind }) => kind === 'school');
    if (!school) throw new Error('The tiny county has no school.');
    const distances = settlements.map(({ position }) => straightDistanceMeters(position, school.position));
    const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
    const part = computeFigure(createTinyContext(), 'D1', COUNTY).parts.find((each) => each.part === 'straight:school');
    expect(part?.value).toBeCloseTo(mean, 1);
  });

  it('divides residents into served, reached but full, and not reached', () => {
    const { parts } = computeFigure(createTinyContext(), 'D2', COUNTY);
    for (const limit of [1000, 3000, 5000]) {
      const values = ['straight', 'straight_full', 'straight_not_reached'].map(
        (kind) => parts.find(({ part }) => part === `${kind}:site:${limit}`)?.numerator ?? Number.NaN,
      );
      expect(values.reduce((sum, value) => sum + value, 0)).toBe(567);
    }
    // site-1 is full: whoever has only that within 1 km is reached and not served
    expect(parts.find(({ part }) => part === 'straight_full:site:1000')?.numerator).toBe(120);
  });
});

describe('computeFigure, hazard points', () => {
  /** One point of a treatment, struck off, that threatens one household moved and one not moved. */
  const createThreat = (treatment: HazardRow['treatment']) => {
    const [hazard] = createTinyCountyRows().hazards;
    if (!hazard) throw new Error('The tiny county has no hazard point.');
    const hazards = [{ ...hazard, treatment, events: [{ kind: 'struck_off', on: '2026-01-01' } as const] }];
    const households = createManyHouseholds(
      2,
      (i): Partial<HouseholdRow> => ({
        hazardCode: hazard.code,
        events: i === 0 ? [{ kind: 'moved_in', on: '2025-01-01' }] : [],
      }),
    );
    return createTinyContext({ hazards, households });
  };

  it('closes a point of relocation only when all its households have moved', () => {
    const context = createThreat('relocate');
    expect([read('S4', null, '2026-11-22', context), read('S4', 'hazards_closed', '2026-11-22', context)]).toEqual([
      '1/2',
      '0/1',
    ]);
    expect(listFigureRows(context, 'S4', COUNTY, 'hazards_closed')[0]?.note).toBe('struck_off_before_all_moved');
  });

  it('closes a point that was engineered when it is struck off', () => {
    const context = createThreat('engineer');
    expect([read('S4', null, '2026-11-22', context), read('S4', 'hazards_closed', '2026-11-22', context)]).toEqual([
      '0/2',
      '1/1',
    ]);
    expect(read('S4', null, '2025-12-31', context)).toBe('1/2');
  });
});
