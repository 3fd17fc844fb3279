import { describe, expect, it } from 'vitest';
import { createCountyState } from '#core/county/county-state.ts';
import { getNetwork } from '#core/network/network.ts';
import { createRoadState } from '#core/network/road-state.ts';
import { measureTrip } from '#core/network/trips.ts';
import { createLocationModel } from '#core/planning/choices/location-model.ts';
import type { SiteChoice } from '#core/planning/choices/site-choice.ts';
import { createChoiceCounty, createSiteChoice } from '#tests/support/site-choices.ts';
import { createSettlements } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const build = (overrides: Partial<SiteChoice> = {}, county = createChoiceCounty()) =>
  createLocationModel(county, createSiteChoice(overrides), { codePrefix: 'FA0001' });

const refusalOf = (overrides: Partial<SiteChoice>, county = createChoiceCounty()): unknown => {
  try {
    return build(overrides, county);
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('createLocationModel', () => {
  it('counts households that are to move into a site and have not, where they live', () => {
    const { demands, county, problem } = build();
    expect(demands.map(({ settlement, weight }) => [county.settlements[settlement]?.name, weight])).toEqual([
      ['石坪', 1],
      ['岩脚组', 1],
      ['滩头', 1],
      ['高峰', 1],
      ['垭口', 1],
    ]);
    expect([...problem.weights]).toEqual([1, 1, 1, 1, 1]);
    // 16 targets (`tiny/households.ts`), 200 registered households (`tiny/areas.ts`)
    const sumOf = (demand: SiteChoice['demand']) => build({ demand }).problem.weights.reduce((a, b) => a + b, 0);
    expect([sumOf('target'), sumOf('all')]).toEqual([16, 200]);
  });

  it('gives sites the room that those who live there leave', () => {
    const { candidates, problem } = build({ problem: 'capacitated_p_median' });
    expect(
      candidates.map((one) => [one.code, one.capacityHouseholds, one.residentHouseholds, one.freeHouseholds]),
    ).toEqual([
      ['site-1', 2, 2, 0],
      ['site-2', 4, 0, 4],
    ]);
    expect([...(problem.capacities ?? [])]).toEqual([0, 4]);
  });

  it('prices what is not built by its own cost or by the county', () => {
    const position = [107.52, 27.01] as const;
    const { problem } = build({
      budgetYuan: 1,
      candidates: { sites: true, suitable: 0, positions: [{ position, capacityHouseholds: 3 }], capacityHouseholds: 1 },
    });
    // site-1 stands; site-2 and the new one: 4 and 3 households at 150,000 yuan (`DEFAULT_SETTINGS.siteCosts`)
    expect([...(problem.opening?.costs ?? [])]).toEqual([0, 600_000, 450_000]);
  });

  it('measures minutes and metres from each settlement to each site by vehicle', () => {
    const { county, demands, candidates, minutes, meters } = build();
    const network = getNetwork(county).at(createRoadState(createCountyState(county, county.dataDate)));
    demands.forEach(({ settlement }, i) => {
      candidates.forEach(({ accessPoint }, j) => {
        const from = county.settlements[settlement]?.position ?? accessPoint;
        const trip = measureTrip(network, { from, to: accessPoint, mode: 'drive' });
        // searched from the other end, so that the last digit may differ
        expect(minutes[i * 2 + j]).toBeCloseTo(trip.minutes ?? Number.NaN, 9);
        expect(meters[i * 2 + j]).toBeCloseTo(trip.meters ?? Number.NaN, 9);
      });
    });
  });

  it('splits settlements into households where no site has room for them, or where that is asked', () => {
    const splitOf = (split: SiteChoice['split'], excluded: readonly string[] = []) =>
      build({ problem: 'capacitated_p_median', demand: 'target', split, excluded }).demands.length;
    // by settlement 4 + 2 + 2 + 2 + 2 + 2 + 2 targets; site-2 has room for 4
    expect([splitOf('never'), splitOf('when_needed'), splitOf('always')]).toEqual([7, 7, 16]);
    expect(splitOf('when_needed', ['site-2'])).toBe(16);
  });

  it('leaves out settlements without a way, which only a cover reports itself', () => {
    // seg-10 meets no other road
    const settlements = createSettlements().map((settlement) =>
      settlement.name === '岩脚组' ? { ...settlement, position: [107.515, 27.0101] as const } : settlement,
    );
    const county = createChoiceCounty({ settlements });
    const median = build({}, county);
    expect(median.withoutWay.map(({ settlement }) => county.settlements[settlement]?.name)).toEqual(['岩脚组']);
    expect(median.demands).toHaveLength(4);
    const cover = build({ problem: 'set_cover', limit: 30 }, county);
    expect([cover.withoutWay.length, cover.demands.length]).toEqual([0, 5]);
  });

  it('refuses what cannot be meant', () => {
    expect(refusalOf({ sites: null })).toBe('choice_needs_sites');
    expect(refusalOf({ problem: 'set_cover' })).toBe('choice_needs_limit');
    expect(refusalOf({ required: ['site-9'] })).toBe('choice_unknown_site');
    expect(refusalOf({ required: ['site-1'], excluded: ['site-1'] })).toBe('choice_required_and_excluded');
    expect(refusalOf({ required: ['site-1', 'site-2'], sites: 1 })).toBe('choice_too_many_required');
    expect(refusalOf({ excluded: ['site-1', 'site-2'] })).toBe('choice_no_candidates');
    const outside = {
      sites: true,
      suitable: 0,
      positions: [{ position: [100, 20] as const, capacityHouseholds: 1 }],
      capacityHouseholds: 1,
    };
    expect(refusalOf({ candidates: outside })).toBe('choice_position_outside');
    expect(refusalOf({ candidates: { ...outside, sites: false }, required: ['site-1'] })).toBe(
      'choice_required_no_candidate',
    );
    expect(refusalOf({}, createTinyCounty({ households: [] }))).toBe('choice_no_demand');
  });
});
