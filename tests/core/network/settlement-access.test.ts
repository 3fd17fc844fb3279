import { describe, expect, it } from 'vitest';
import { measureMatrix } from '#core/network/measure-matrix.ts';
import { getNetwork } from '#core/network/network.ts';
import { DESTINATION_KINDS, listDestinations } from '#core/network/place-kinds.ts';
import { getSettlementAccess } from '#core/network/settlement-access.ts';
import { createStandingState } from '#tests/support/road-world.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

describe('getSettlementAccess', () => {
  it('is the least of the matrix for every kind of place', () => {
    const county = createTinyCounty();
    const network = getNetwork(county).at(createStandingState(county));
    const travel = { mode: 'drive', metric: 'minutes' } as const;
    for (const kind of DESTINATION_KINDS) {
      const to = listDestinations(county, kind).map(({ position }) => network.snap(position));
      const matrix = measureMatrix(network, { from: network.settlementSnaps(), to, ...travel });
      const access = getSettlementAccess(network, kind, travel);
      expect(access.cost).toHaveLength(county.settlements.length);
      county.settlements.forEach((_, i) => {
        const least = Math.min(...matrix.subarray(i * to.length, (i + 1) * to.length));
        if (least === Infinity) expect(access.cost[i]).toBe(Infinity);
        else expect(access.cost[i]).toBeCloseTo(least, 9);
      });
    }
  });

  it('is computed once, and shared by dates between which only surfaces change where surfaces do not matter', () => {
    const county = createTinyCounty();
    const network = getNetwork(county);
    const paved = network.at(createStandingState(county));
    const earth = network.at(createStandingState(county, 'earth'));
    const byMeters = { mode: 'drive', metric: 'meters' } as const;
    const byMinutes = { mode: 'drive', metric: 'minutes' } as const;
    expect(getSettlementAccess(paved, 'school', byMinutes)).toBe(getSettlementAccess(paved, 'school', byMinutes));
    expect(getSettlementAccess(earth, 'school', byMeters)).toBe(getSettlementAccess(paved, 'school', byMeters));
    expect(getSettlementAccess(earth, 'school', byMinutes)).not.toBe(getSettlementAccess(paved, 'school', byMinutes));
  });
});
