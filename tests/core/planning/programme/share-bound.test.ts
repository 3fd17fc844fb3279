import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOINED } from '#core/network/join-places.ts';
import { createClusters } from '#core/planning/programme/create-clusters.ts';
import { findExactFrontier } from '#core/planning/programme/exact-frontier.ts';
import { createShareBound } from '#core/planning/programme/share-bound.ts';
import { createJoinedWorld } from '#tests/support/joined-world.ts';
import { arbitraryProgrammeWorld } from '#tests/support/programme-world.ts';

describe('createShareBound', () => {
  it('never asks more for any choice than it costs, after any number of rounds', () => {
    fc.assert(
      fc.property(arbitraryProgrammeWorld, fc.nat(30), fc.constantFrom(0, 1e-6, 1e-5), (parts, rounds, rate) => {
        const { county, network, definition, joined } = createJoinedWorld(parts);
        const settlements = county.settlements.flatMap((_, i) => (joined.pathState[i] === JOINED ? [] : [i]));
        const weights = Float64Array.from(county.settlements, () => 10);
        for (const cluster of createClusters(network, definition, { settlements, weights }).clusters) {
          const options = findExactFrontier(cluster);
          const mostFen = options.at(-1)?.costFen ?? 0;
          const share = createShareBound(cluster);
          for (let round = 0; round < rounds; round++) share.improve({ rate, mostFen, round });
          const prices = share.prices().map(({ priceFen }) => priceFen);
          // the cheapest claims of a weight cost no more than the option of that weight
          for (const { weight, costFen, joinsAll } of options) {
            const count = joinsAll ? prices.length : 0;
            const least = prices.toSorted((a, b) => a - b).slice(0, count);
            expect(least.reduce((sum, price) => sum + price, 0)).toBeLessThanOrEqual(costFen * (1 + 1e-9) + 1e-6);
            const relaxed = share.prices().toSorted((a, b) => a.priceFen / a.weight - b.priceFen / b.weight);
            let left = costFen * (1 + 1e-9) + 1e-6;
            let most = 0;
            for (const claim of relaxed) {
              const part = claim.priceFen > left ? left / claim.priceFen : 1;
              most += part * claim.weight;
              left -= part * claim.priceFen;
            }
            expect(most).toBeGreaterThanOrEqual(weight - 1e-6);
          }
        }
      }),
      { seed: 20_261_123, numRuns: 60 },
    );
  });
});
