import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { comparePlans } from '#core/planning/compare-plans.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import { projectCounty } from '#core/planning/project-county.ts';
import { numberCommands } from '#tests/support/plan-commands.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const county = createTinyCounty();
const under = (...edits: readonly PlanEdit[]): County => applyCommands(county, numberCommands(edits)).county;
const residentsOf = (siteCode: string): number =>
  evaluatePlan(county).sites.find((site) => site.siteCode === siteCode)?.movedInHouseholds ?? 0;
const useOf = (planned: County) => {
  const { numerator, denominator } = computeFigure(createIndicatorContext(planned), 'S2', county.code);
  return [numerator, denominator];
};

describe('close_site of a site in which people live', () => {
  const inhabited = county.sites.map(({ code }) => code).find((code) => residentsOf(code) > 0) ?? '';
  const capacity = county.sites.find(({ code }) => code === inhabited)?.capacityHouseholds ?? 0;
  const closed = under({ kind: 'close_site', input: { siteCode: inhabited } });

  it('keeps the people and the capacity in capacity use (S2 = assigned ÷ capacity): closing makes no use better', () => {
    const [before, after] = [useOf(county), useOf(closed)] as [number[], number[]];
    expect(after[1]).toBe(before[1]);
    expect(after[0]).toBeGreaterThanOrEqual(residentsOf(inhabited));
  });

  it('keeps both in the evaluation, which sends nobody else there', () => {
    const [before, after] = [evaluatePlan(county), evaluatePlan(closed)];
    expect(after.capacityHouseholds).toBe(before.capacityHouseholds);
    expect(after.sitesOpen).toBe(before.sitesOpen - 1);
    const site = after.sites.find(({ siteCode }) => siteCode === inhabited);
    expect(site).toMatchObject({ isOpen: false, capacityHouseholds: capacity });
    expect(site?.assigned.households).toBe(residentsOf(inhabited));
  });

  it('saves nothing of houses in which people live, in the county and in its town', () => {
    const price = { ...county, sites: county.sites.map((site) => ({ ...site, events: [], costYuan: 700_000 })) };
    const { county: then } = applyCommands(
      price,
      numberCommands([{ kind: 'close_site', input: { siteCode: inhabited } }]),
    );
    expect(evaluatePlan(then).siteCostYuan).toBe(evaluatePlan(price).siteCostYuan);
    const { towns, columns } = comparePlans([
      { plan: 'today', county: price, isCarriedOut: false },
      { plan: 'FA9', county: then, isCarriedOut: true },
    ]);
    columns.forEach(({ evaluation }, i) => {
      const sum = towns.reduce((total, { costYuan }) => total + (costYuan[i] ?? 0), 0);
      expect(sum).toBeCloseTo(evaluation.siteCostYuan + evaluation.roadCostYuan, 2);
    });
  });

  it('is a change of the site and no loss, and projections agree', () => {
    const { differences, rows } = comparePlans([
      { plan: 'today', county, isCarriedOut: false },
      { plan: 'FA9', county: closed, isCarriedOut: true },
    ]);
    expect(differences.find(({ layer, code }) => layer === 'sites' && code === inhabited)).toMatchObject({
      state: 'changed',
      before: capacity,
      after: capacity,
    });
    const use = rows.find(({ indicator }) => indicator === 'S2')?.figures.at(-1);
    const { capacityHouseholds, served } = evaluatePlan(closed);
    expect([use?.numerator, use?.denominator]).toEqual([served.households, capacityHouseholds]);
    expect(useOf(projectCounty(closed, 2027))).toEqual([served.households, capacityHouseholds]);
  });
});

describe('close_site of an empty site', () => {
  it('leaves it out of capacity, cost and use', () => {
    const place = {
      siteCode: 'FA9-S1',
      position: [107.532, 27.0145] as const,
      capacityHouseholds: 5,
      costYuan: 1_000_000,
    };
    const placed = under({ kind: 'place_site', input: place });
    const closed = under({ kind: 'place_site', input: place }, { kind: 'close_site', input: { siteCode: 'FA9-S1' } });
    const [before, after] = [evaluatePlan(placed), evaluatePlan(closed)];
    expect(before.capacityHouseholds - after.capacityHouseholds).toBe(5);
    expect(before.siteCostYuan - after.siteCostYuan).toBe(1_000_000);
    expect(useOf(closed)).toEqual(useOf(county));
  });
});
