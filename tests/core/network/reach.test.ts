import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeReach } from '#core/network/reach.ts';
import { createJoinedWorld } from '#tests/support/joined-world.ts';
import { reachPlainly } from '#tests/support/plain-reach.ts';
import { arbitraryWorld } from '#tests/support/random-worlds.ts';
import { at } from '#tests/support/road-world.ts';

const place = fc.tuple(fc.integer({ min: -200, max: 2000 }), fc.integer({ min: -200, max: 2000 }));

/** A road of 3 km to the east with a settlement at each kilometre, the one at 2 km standing 100 m off the road. */
const createStraightWorld = (road: { readonly oneWay?: boolean } = {}) =>
  createJoinedWorld({
    roads: [
      {
        points: [
          [0, 0],
          [3000, 0],
        ],
        surface: 'cement_concrete',
        roadClass: 'C',
        ...road,
      },
    ],
    seats: [[0, 0]],
    settlements: [{ place: [0, 0] }, { place: [1000, 0] }, { place: [2000, 100] }, { place: [3000, 0] }],
  });

describe('computeReach', () => {
  it('finds the costs that a plain search over split links finds, within the limit', () => {
    const question = fc.record({
      from: fc.array(place, { minLength: 1, maxLength: 3 }),
      metric: fc.constantFrom('meters' as const, 'minutes' as const),
      direction: fc.constantFrom('to' as const, 'from' as const),
      share: fc.double({ min: 0.1, max: 1, noNaN: true }),
      oneWay: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
    });
    const check = fc.property(arbitraryWorld({ size: 4, mostRoads: 16 }), question, (parts, { share, ...asked }) => {
      const roads = parts.roads.map((road, i) => ({ ...road, oneWay: asked.oneWay[i] ?? false }));
      const { network } = createJoinedWorld({ ...parts, roads });
      const from = asked.from.map(([east, north]) => at(east, north));
      const limit = share * (asked.metric === 'meters' ? 8000 : 60);
      const { settlementCost } = computeReach(network, { ...asked, from, mode: 'drive', limits: [limit] });
      const plain = reachPlainly(network, { ...asked, from });
      plain.forEach((cost, i) => {
        if (cost > limit) expect(settlementCost[i]).toBe(Infinity);
        else expect(settlementCost[i]).toBeCloseTo(cost, 4);
      });
    });
    fc.assert(check, { seed: 20_261_122, numRuns: 100 });
  });

  it('counts the stretch off the road and what lies exactly at the limit', () => {
    const { network } = createStraightWorld();
    const ask = (limit: number) =>
      computeReach(network, { from: [at(0, 0)], mode: 'drive', metric: 'meters', limits: [limit], direction: 'to' });
    const [, , atTwo = 0] = ask(5000).settlementCost;
    expect(atTwo).toBeCloseTo(2100, 0);
    expect(ask(atTwo).settlementCost[2]).toBe(atTwo);
    expect(ask(atTwo - 0.001).settlementCost[2]).toBe(Infinity);
  });

  it('travels at the speed of the road: 3 km of paved village road at 20 km/h take 9 minutes', () => {
    const { network } = createStraightWorld();
    const { settlementCost } = computeReach(network, {
      from: [at(0, 0)],
      mode: 'drive',
      metric: 'minutes',
      limits: [60],
      direction: 'to',
    });
    expect(settlementCost[3]).toBeCloseTo(9, 2);
  });

  it('goes with the traffic: a one-way road reaches its end from its beginning and not back', () => {
    const { network } = createStraightWorld({ oneWay: true });
    const ask = (direction: 'to' | 'from') => [
      ...computeReach(network, { from: [at(0, 0)], mode: 'drive', metric: 'meters', limits: [9000], direction })
        .settlementCost,
    ];
    expect(ask('from').every(Number.isFinite)).toBe(true);
    expect(ask('to').map(Number.isFinite)).toEqual([true, false, false, false]);
  });

  it('reaches from the nearest of several places, and sorts the limits', () => {
    const { network } = createStraightWorld();
    const { settlementCost, limits } = computeReach(network, {
      from: [at(0, 0), at(3000, 0)],
      mode: 'walk',
      metric: 'meters',
      limits: [1500, 500, 1500],
      direction: 'to',
    });
    expect(limits).toEqual([500, 1500]);
    expect([...settlementCost].map(Math.round)).toEqual([0, 1000, 1100, 0]);
  });

  it('reaches nothing where there is no road', () => {
    const { network } = createJoinedWorld({ roads: [], seats: [[0, 0]], settlements: [{ place: [10, 0] }] });
    const { settlementCost, snaps } = computeReach(network, {
      from: [at(0, 0)],
      mode: 'drive',
      metric: 'minutes',
      limits: [15],
      direction: 'to',
    });
    expect([...settlementCost]).toEqual([Infinity]);
    expect(snaps).toEqual([null]);
  });
});
