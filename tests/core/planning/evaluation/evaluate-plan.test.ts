import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import { createCountyState } from '#core/county/county-state.ts';
import type { HouseholdRow } from '#core/county/things.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { measureMatrix } from '#core/network/measure-matrix.ts';
import { getNetwork } from '#core/network/network.ts';
import { createRoadState } from '#core/network/road-state.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import { allocateNaively } from '#tests/support/naive/naive-allocation.ts';
import { arbitraryPlanningWorld, type PlanningWorld } from '#tests/support/planning-worlds.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';

/** Minutes by vehicle between every settlement and every site, by another way than the evaluation's own. */
function measureAll(county: County): (settlementCode: string, siteCode: string) => number {
  const network = getNetwork(county).at(createRoadState(createCountyState(county, county.dataDate)));
  const matrix = measureMatrix(network, {
    from: network.settlementSnaps(),
    to: county.sites.map(({ accessPoint }) => network.snap(accessPoint)),
    mode: 'drive',
    metric: 'minutes',
  });
  const settlements = new Map(county.settlements.map(({ code }, i) => [code, i]));
  const sites = new Map(county.sites.map(({ code }, i) => [code, i]));
  return (settlement, site) =>
    matrix[(settlements.get(settlement) ?? -1) * county.sites.length + (sites.get(site) ?? -1)] ?? Infinity;
}

const allocateAll = ({ rows, county, closed, limitMinutes }: PlanningWorld) =>
  allocateNaively({ rows, closed, minutes: measureAll(county), limitMinutes: limitMinutes ?? Infinity });

/** Households and people of a state, counted one by one. */
function countState(world: PlanningWorld, states: readonly string[]) {
  const places = allocateAll(world);
  const members = world.rows.households.filter(({ code }) => states.includes(places.get(code)?.state ?? ''));
  return { households: members.length, people: members.reduce((sum, { people }) => sum + people, 0) };
}

describe('evaluatePlan', () => {
  it('comes out as counted by hand for the tiny county as it is', () => {
    const evaluation = evaluatePlan(createTinyCounty());
    // 8 relocation households of 3 people: 2 in site-1, 1 in site-2, 5 scattered (tests/support/tiny/households.ts)
    expect(evaluation).toMatchObject({
      served: { households: 3, people: 9 },
      full: { households: 0, people: 0 },
      notReached: { households: 0, people: 0 },
      scattered: { households: 5, people: 15 },
      all: { households: 8, people: 24 },
      capacityHouseholds: 6,
      overCapacity: [],
      sitesOpen: 2,
    });
    const [first, second] = evaluation.sites;
    expect(first).toMatchObject({ siteCode: 'site-1', movedInHouseholds: 2, costYuan: 1_200_000 });
    // no cost of its own: 4 households at 150,000 yuan
    expect(second).toMatchObject({ siteCode: 'site-2', movedInHouseholds: 0, costYuan: 600_000 });
    // site-1 is built; seg-06 and seg-07 are planned and not done
    expect(evaluation).toMatchObject({ siteCostYuan: 600_000, roadCostYuan: 820_000, hasSampleCosts: true });
  });

  it('measures the ways of the tiny county as they are drawn', () => {
    const { trips, sites } = evaluatePlan(createTinyCounty());
    // at 27.005 N a degree is 99,261 m wide and 110,791 m high (Snyder 1987, p. 24)
    const [wide, high] = [99_261, 110_791];
    // 石坪: 0.0005 down seg-04 (X, 40 km/h), 0.002 along seg-01 (G, 60 km/h); 滩头: 0.003 up seg-08 (C on stone, 14 km/h), 0.003 along seg-03
    const toFirst = (0.0005 * high * 60) / 40_000 + (0.002 * wide * 60) / 60_000;
    const toSecond = (0.003 * high * 60) / 14_000 + (0.003 * wide * 60) / 60_000;
    expect(sites[0]?.trips.meanMinutes).toBeCloseTo(toFirst, 3);
    expect(sites[1]?.trips.meanMinutes).toBeCloseTo(toSecond, 3);
    expect(trips.meanMinutes).toBeCloseTo((2 * toFirst + toSecond) / 3, 3);
    expect(trips.worstMeters).toBeCloseTo(0.003 * (high + wide), 0);
    expect(sites[1]?.farming).toMatchObject({ households: 1, withinHouseholds: 1 });
  });

  it('counts jobs within the county’s minutes against the labour force that would live there', () => {
    const { sites } = evaluatePlan(createTinyCounty());
    // park-1 has 60 jobs and lies within 30 minutes of both; 2 in the labour force of each household
    expect(sites.map(({ jobs }) => jobs)).toEqual([
      { jobsInReach: 60, labourForce: 4, minutes: 30 },
      { jobsInReach: 60, labourForce: 2, minutes: 30 },
    ]);
  });

  it('fills the nearest site first and sends the rest to the next', () => {
    const rows = createTinyCountyRows();
    // the three households of 高峰 wait; site-2 is nearer and has room for 2 besides the one it has
    const households = rows.households.map(
      (household): HouseholdRow =>
        household.settlementCode === '529902102202001'
          ? {
              ...household,
              relocation: { kind: 'centralised', siteCode: null, plannedYear: 2027, retainedReason: null },
            }
          : household,
    );
    const sites = rows.sites.map((site) => ({ ...site, capacityHouseholds: 3 }));
    const { flows, served } = evaluatePlan(createTinyCounty({ households, sites }));
    expect(served.households).toBe(6);
    const ofWaiting = flows.filter(({ by }) => by === 'nearest');
    expect(ofWaiting.map(({ siteCode, households: count }) => [siteCode, count])).toEqual([
      ['site-1', 1],
      ['site-2', 2],
    ]);
  });

  it('agrees with the indicators of the same county', () => {
    const county = createTinyCounty();
    const context = createIndicatorContext(county);
    const { sites } = evaluatePlan(county);
    const { assignedHouseholds, assignedPeople, movedInHouseholds } = context.siteLoad();
    expect(sites.map(({ assigned }) => assigned.households)).toEqual([...assignedHouseholds]);
    expect(sites.map(({ assigned }) => assigned.people)).toEqual([...assignedPeople]);
    expect(sites.map((site) => site.movedInHouseholds)).toEqual([...movedInHouseholds]);
  });

  it('places every household as the rule does one by one', () => {
    fc.assert(
      fc.property(arbitraryPlanningWorld, (world) => {
        const { county, limitMinutes } = world;
        const evaluation = evaluatePlan(county, { limitMinutes });
        expect(evaluation.served).toEqual(countState(world, ['explicit', 'nearest']));
        expect(evaluation.full).toEqual(countState(world, ['full']));
        expect(evaluation.notReached).toEqual(countState(world, ['not_reached']));
        expect(evaluation.scattered).toEqual(countState(world, ['scattered']));
        const naive = [...allocateAll(world)].flatMap(([code, place]) =>
          'siteCode' in place ? [`${code.slice(0, 15)} ${place.siteCode} ${place.state}`] : [],
        );
        const counted = new Map<string, number>();
        for (const key of naive) counted.set(key, (counted.get(key) ?? 0) + 1);
        expect(
          new Map(
            evaluation.flows.map((flow) => [`${flow.settlementCode} ${flow.siteCode} ${flow.by}`, flow.households]),
          ),
        ).toEqual(counted);
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  it('counts everyone once and fills no site beyond its capacity', () => {
    fc.assert(
      fc.property(arbitraryPlanningWorld, ({ county, limitMinutes }) => {
        const { served, full, notReached, scattered, all, sites, flows, overCapacity } = evaluatePlan(county, {
          limitMinutes,
        });
        for (const unit of ['households', 'people'] as const) {
          expect(served[unit] + full[unit] + notReached[unit] + scattered[unit]).toBe(all[unit]);
        }
        for (const site of sites) {
          const took = flows.filter(({ siteCode, by }) => siteCode === site.siteCode && by === 'nearest');
          if (took.length > 0) expect(site.assigned.households).toBeLessThanOrEqual(site.capacityHouseholds ?? 0);
          const isOver = site.assigned.households > (site.capacityHouseholds ?? Infinity);
          expect(overCapacity.some(({ siteCode }) => siteCode === site.siteCode)).toBe(isOver);
        }
      }),
      { seed: 12, numRuns: 150 },
    );
  });
});
