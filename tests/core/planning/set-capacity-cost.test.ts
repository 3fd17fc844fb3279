import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { numberCommands } from '#tests/support/plan-commands.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const resize = (capacityHouseholds: number, siteCode = 'site-2'): PlanEdit => ({
  kind: 'set_capacity',
  input: { siteCode, capacityHouseholds },
});

/** The tiny county with a cost in the ledger for its second site, built for four households. */
function createPricedCounty(costYuan: number | null): County {
  const county = createTinyCounty();
  const sites = county.sites.map((site) => (site.code === 'site-2' ? { ...site, costYuan } : site));
  return { ...county, sites };
}

const costAfter = (county: County, ...edits: readonly PlanEdit[]) =>
  applyCommands(county, numberCommands(edits)).county.sites.find(({ code }) => code === 'site-2')?.costYuan;

describe('setCapacity', () => {
  it('lets the cost of a site go with its households', () => {
    // 600,000 yuan for 4 households: 150,000 each
    const county = createPricedCounty(600_000);
    expect(costAfter(county, resize(6))).toBe(900_000);
    expect(costAfter(county, resize(5))).toBe(750_000);
    expect(costAfter(county, resize(3))).toBe(450_000);
  });

  it('rounds to the fen and comes back to what the ledger says', () => {
    const county = createPricedCounty(1_000_001);
    expect(costAfter(county, resize(7))).toBe(1_750_001.75);
    expect(costAfter(county, resize(7), resize(4))).toBe(1_000_001);
    expect(costAfter(county, resize(7), resize(9))).toBe(costAfter(county, resize(9)));
  });

  it('leaves a site without a cost of its own to the price table of the county', () => {
    expect(costAfter(createPricedCounty(null), resize(6))).toBeNull();
  });
});
