import { describe, expect, it } from 'vitest';
import { getAssignedCosts } from '#core/indicators/assigned-trips.ts';
import { measureTrip } from '#core/network/trips.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

describe('getAssignedCosts', () => {
  it('is the trip from the old settlement to the site, and back', () => {
    const { county, ...context } = createTinyContext();
    const network = context.network();
    const { households, settlements, sites } = county;
    const assigned = [...households.site.keys()].filter((i) => (households.site[i] ?? -1) >= 0);
    expect(assigned).toHaveLength(3);
    for (const i of assigned) {
      const from = settlements[households.settlement[i] ?? -1]?.position ?? [0, 0];
      const to = sites[households.site[i] ?? -1]?.accessPoint ?? [0, 0];
      const there = measureTrip(network, { from, to, mode: 'drive' });
      const back = measureTrip(network, { from: to, to: from, mode: 'drive' });
      expect(getAssignedCosts(network, 'meters', 'there')[i]).toBeCloseTo(there.meters ?? Number.NaN, 6);
      expect(getAssignedCosts(network, 'minutes', 'there')[i]).toBeCloseTo(there.minutes ?? Number.NaN, 6);
      expect(getAssignedCosts(network, 'minutes', 'back')[i]).toBeCloseTo(back.minutes ?? Number.NaN, 6);
    }
  });

  it('is NaN for a household without a site and infinite where no road leads to it', () => {
    const rows = createTinyCountyRows();
    const network = createTinyContext({
      segments: rows.segments.filter(({ code }) => code === 'seg-01' || code === 'seg-07'),
    }).network();
    const costs = getAssignedCosts(network, 'minutes', 'there');
    const { households } = network.county;
    for (let i = 0; i < households.count; i++) {
      if ((households.site[i] ?? -1) < 0) expect(costs[i]).toBeNaN();
      else expect(costs[i]).toBeGreaterThan(0);
    }
  });
});
