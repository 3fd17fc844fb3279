import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { comparePlans } from '#core/planning/compare-plans.ts';
import { projectCounty } from '#core/planning/project-county.ts';
import { EVERY_KIND, numberCommands } from '#tests/support/plan-commands.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const county = createTinyCounty();
const under = (...edits: readonly PlanEdit[]): County => applyCommands(county, numberCommands(edits)).county;
const today = { plan: 'today', county, isCarriedOut: false };
const planned = under(
  {
    kind: 'place_site',
    input: { siteCode: 'FA9-S1', position: [107.532, 27.0145], capacityHouseholds: 5, costYuan: 1_000_000 },
  },
  { kind: 'assign_settlement', input: { settlementCode: '529902102201002', siteCode: 'FA9-S1' } },
  { kind: 'set_capacity', input: { siteCode: 'site-2', capacityHouseholds: 6 } },
  { kind: 'harden_segment', input: { segmentCode: 'seg-06', year: 2027 } },
  { kind: 'leave_segment', input: { segmentCode: 'seg-07' } },
  EVERY_KIND.find(({ kind }) => kind === 'add_segment') as PlanEdit,
);
const draft = { plan: 'FA9', county: planned, isCarriedOut: true };

describe('comparePlans', () => {
  const comparison = comparePlans([today, draft]);
  const differences = (layer: string) =>
    comparison.differences
      .filter((one) => one.layer === layer)
      .map(({ code, state, before, after }) => [code, state, before, after]);

  it('compares at the end of the campaign unless another year is asked for', () => {
    expect(comparison).toMatchObject({ year: 2027, years: [2026, 2027] });
    expect(comparison.columns.map(({ plan }) => plan)).toEqual(['today', 'FA9']);
  });

  it('sets today as it is beside the plan as it will be, figure by figure', () => {
    const row = comparison.rows.find(({ indicator }) => indicator === 'R2');
    const own = { parts: false };
    expect(row?.figures).toEqual([
      computeFigure(createIndicatorContext(county), 'R2', '529902', own),
      computeFigure(createIndicatorContext(projectCounty(planned, 2027)), 'R2', '529902', own),
    ]);
    const moved = comparison.rows.find(({ indicator }) => indicator === 'S3');
    expect(moved?.figures.map(({ numerator }) => numerator)).toEqual([3, 8]);
    const early = comparePlans([today, draft], { year: 2026 });
    expect(early.rows.find(({ indicator }) => indicator === 'S3')?.figures.map(({ numerator }) => numerator)).toEqual([
      3, 6,
    ]);
  });

  it('shares what is left to build among the towns: the shares add up to the whole', () => {
    for (const [i, { evaluation }] of comparison.columns.entries()) {
      const sum = comparison.towns.reduce((total, { costYuan }) => total + (costYuan[i] ?? 0), 0);
      expect(sum).toBeCloseTo(evaluation.siteCostYuan + evaluation.roadCostYuan, 2);
    }
    expect(comparison.towns.map(({ code }) => code)).toEqual(['529902101', '529902102']);
    expect(comparison.towns[0]?.rows.map(({ indicator }) => indicator)).toContain('S3');
  });

  it('tells sites and flows that came, changed and went', () => {
    expect(differences('sites')).toEqual([
      ['site-1', 'same', 2, 2],
      ['site-2', 'changed', 4, 6],
      ['FA9-S1', 'gained', null, 5],
    ]);
    expect(differences('flows')).toContainEqual(['529902102201002>FA9-S1', 'gained', null, 1]);
    expect(differences('flows')).toContainEqual(['529902102201002>site-2', 'lost', 1, null]);
  });

  it('tells segments that are hardened by the plan, and settlements that are joined by it', () => {
    expect(differences('segments')).toEqual([
      ['FA9-R1', 'gained', null, 2027],
      ['seg-05', 'same', 2025, 2025],
      ['seg-06', 'gained', 2026, 2027],
    ]);
    const before = createIndicatorContext(county);
    const joined = differences('settlements').filter(([, state]) => state !== 'gained').length;
    expect(joined).toBe(computeFigure(before, 'R2', '529902').numerator);
    const turned = comparePlans([draft, today]).differences.filter(({ layer }) => layer === 'segments');
    expect(turned.map(({ code, state }) => [code, state])).toEqual([
      ['seg-05', 'same'],
      ['seg-06', 'lost'],
      ['FA9-R1', 'lost'],
    ]);
  });

  it('finds nothing but the same between a plan and itself', () => {
    const { differences: none } = comparePlans([draft, { ...draft, plan: 'FA8' }]);
    expect(new Set(none.map(({ state }) => state))).toEqual(new Set(['same']));
  });

  it('refuses to compare nothing', () => {
    expect(() => comparePlans([])).toThrow(RangeError);
  });
});
