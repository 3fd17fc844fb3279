import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffEvaluations } from '#core/planning/evaluation/diff-evaluations.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import { createSiteDrag } from '#core/planning/evaluation/site-drag.ts';
import { arbitraryPlanningWorld } from '#tests/support/planning-worlds.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

describe('diffEvaluations', () => {
  it('is nothing between an evaluation and itself', () => {
    const evaluation = evaluatePlan(createTinyCounty());
    const change = diffEvaluations(evaluation, evaluation);
    expect(change.sites).toEqual([]);
    expect(change.movedSettlements).toEqual([]);
    expect(change.served).toEqual({ households: 0, people: 0 });
  });

  it('tells what a placed site adds, signed', () => {
    const county = createTinyCounty();
    const placed = createSiteDrag(county, { siteCode: 'FA0001-S1', capacityHouseholds: 3 }).evaluateAt([
      107.505, 27.004,
    ]);
    const change = diffEvaluations(evaluatePlan(county), placed);
    // 3 households at 150,000 yuan
    expect(change).toMatchObject({ sitesOpen: 1, capacityHouseholds: 3, siteCostYuan: 450_000, roadCostYuan: 0 });
    expect(change.sites.find(({ siteCode }) => siteCode === 'FA0001-S1')).toMatchObject({
      state: 'added',
      capacityHouseholds: 3,
      costYuan: 450_000,
      close: 1,
    });
  });

  it('turns its sign with the order', () => {
    fc.assert(
      fc.property(arbitraryPlanningWorld, arbitraryPlanningWorld, (a, b) => {
        const [before, after] = [evaluatePlan(a.county), evaluatePlan(b.county)];
        const there = diffEvaluations(before, after);
        const back = diffEvaluations(after, before);
        expect(there.served.households + back.served.households).toBe(0);
        expect(there.full.people + back.full.people).toBe(0);
        expect(there.siteCostYuan + back.siteCostYuan).toBe(0);
        expect(there.sites.map(({ siteCode }) => siteCode)).toEqual(back.sites.map(({ siteCode }) => siteCode));
        expect(there.movedSettlements).toEqual(back.movedSettlements);
      }),
      { seed: 31, numRuns: 40 },
    );
  });
});
