import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCheapestFor, findMostWithin, tabulateChoices } from '#core/planning/programme/choose-options.ts';

const NOTHING = { weight: 0, costFen: 0 };
const lists = fc.array(
  fc
    .array(fc.record({ weight: fc.nat(12), costFen: fc.nat(40) }), { maxLength: 3 })
    .map((choices) => [NOTHING, ...choices]),
  { minLength: 1, maxLength: 4 },
);

describe('tabulateChoices', () => {
  it('finds the least cost for each weight, as trying every combination does', () => {
    fc.assert(
      fc.property(lists, fc.nat(100), fc.nat(40), (given, budget, needed) => {
        let sums = [NOTHING];
        for (const list of given) {
          sums = sums.flatMap((sum) =>
            list.map((choice) => ({ weight: sum.weight + choice.weight, costFen: sum.costFen + choice.costFen })),
          );
        }
        const table = tabulateChoices(given);
        const most = Math.max(...sums.filter(({ costFen }) => costFen <= budget).map(({ weight }) => weight));
        expect(findMostWithin(table, budget)).toBe(most);
        const least = Math.min(...sums.filter(({ weight }) => weight >= needed).map(({ costFen }) => costFen));
        const place = findCheapestFor(table, needed);
        expect(place < 0 ? Infinity : table.costFen[place]).toBe(least);
        const traced = table.trace(most).map((choice, i) => given[i]?.[choice] ?? NOTHING);
        expect(traced.reduce((sum, { weight }) => sum + weight, 0)).toBe(most);
      }),
      { seed: 20_261_123, numRuns: 200 },
    );
  });

  it('bounds from both sides where weights are too large for a place each', () => {
    const given = [
      [NOTHING, { weight: 40_000_001, costFen: 7 }],
      [NOTHING, { weight: 30_000_000, costFen: 5 }],
    ];
    const down = tabulateChoices(given, 'down');
    const up = tabulateChoices(given, 'up');
    expect(down.quantum).toBeGreaterThan(1);
    expect(findMostWithin(down, 7) * down.quantum).toBeLessThanOrEqual(40_000_001);
    expect(findMostWithin(up, 7) * up.quantum).toBeGreaterThanOrEqual(40_000_001);
  });
});
