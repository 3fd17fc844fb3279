import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOwnDefinition } from '#core/network/join-definition.ts';
import { closeCluster } from '#core/planning/programme/close-cluster.ts';
import type { ClusterOption } from '#core/planning/programme/cluster-option.ts';
import { createClusters } from '#core/planning/programme/create-clusters.ts';
import { findExactFrontier } from '#core/planning/programme/exact-frontier.ts';
import type { ProgrammeAnswer, ProgrammeProblem } from '#core/planning/programme/programme.ts';
import { createJoinedWorld, type WorldParts } from '#tests/support/joined-world.ts';
import { arbitraryProgrammeWorld, createHooks, createProblem, solveWorld } from '#tests/support/programme-world.ts';

const WIDE = 5;
const DEEP = 3;
const SPACING = 1000;

/** A grid of gravel roads with a paved one along the south, the seat at its corner, and a settlement at every crossing but those on it: one cluster. */
function createGrid(): WorldParts {
  let drawn = 7;
  const draw = (below: number) => {
    drawn = (Math.imul(drawn, 1_103_515_245) + 12_345) >>> 0;
    return (drawn >>> 8) % below;
  };
  const crossings = Array.from({ length: WIDE * DEEP }, (_, i) => [i % WIDE, Math.floor(i / WIDE)] as const);
  const roads = crossings.flatMap(([x, y]) =>
    [
      [x + 1, y],
      [x, y + 1],
    ].flatMap(([a = 0, b = 0]) =>
      a < WIDE && b < DEEP
        ? [
            {
              points: [[x * SPACING, y * SPACING] as const, [a * SPACING, b * SPACING] as const],
              ...(b === 0
                ? { roadClass: 'Y' as const, surface: 'cement_concrete' as const }
                : { surface: 'gravel' as const, costYuan: 1000 * (50 + draw(100)) }),
            },
          ]
        : [],
    ),
  );
  const settlements = crossings
    .filter(([, y]) => y > 0)
    .map(([x, y]) => ({ place: [x * SPACING, y * SPACING] as const, registeredHouseholds: 20 + draw(60) }));
  return { roads, seats: [[0, 0]], settlements };
}

const GOALS = [
  { kind: 'budget', budgetYuan: 400_000 },
  { kind: 'join_all' },
  { kind: 'target_share', targetShare: 0.6 },
] as const;

/** Whether the bound lies on the side of the answer on which a bound must lie. */
const isHonest = ({ bound, gained, costYuan }: ProgrammeAnswer, isBudget: boolean): boolean =>
  isBudget ? bound >= gained : bound <= costYuan;

/** Every choice worth making in the one cluster of a world, found by searching exactly: what the answers are held against. */
function findFrontier({ county, network }: ReturnType<typeof createJoinedWorld>): readonly ClusterOption[] {
  const weights = Float64Array.from(county.settlements, (row) => row.registeredHouseholds ?? 0);
  const settlements = [...county.settlements.keys()];
  const { clusters } = createClusters(network, createOwnDefinition(county.settings), { settlements, weights });
  expect(clusters).toHaveLength(1);
  return clusters.flatMap(findExactFrontier);
}

/** Households for a budget, yuan for the other goals. */
function findBest(frontier: readonly ClusterOption[], goal: ProgrammeProblem['goal']): number {
  if (goal.kind === 'budget') {
    return Math.max(...frontier.flatMap(({ costFen, weight }) => (costFen <= 100 * goal.budgetYuan ? [weight] : [])));
  }
  const all = frontier.at(-1)?.weight ?? 0;
  const needed = goal.kind === 'join_all' ? all : goal.targetShare * all;
  return Math.min(...frontier.flatMap(({ costFen, weight }) => (weight >= needed ? [costFen / 100] : [])));
}

describe('solveProgramme in a county in which everything hangs together', () => {
  const world = createJoinedWorld(createGrid());
  const frontier = findFrontier(world);

  it('keeps to its time, whatever it is, with a bound that is true of the best answer', {
    timeout: 240_000,
  }, async () => {
    for (const goal of GOALS) {
      const best = findBest(frontier, goal);
      for (const timeLimitMs of [1, 100, 1000]) {
        let clock = 0;
        const hooks = createHooks({ now: () => clock++ });
        const answer = await solveWorld(world, createProblem(goal, { timeLimitMs }), hooks);
        // each look at the clock takes a millisecond; the first answer is given however little time there is
        expect(clock).toBeLessThan(1.1 * timeLimitMs + 100);
        expect(isHonest(answer, goal.kind === 'budget')).toBe(true);
        if (goal.kind === 'budget') expect(answer.bound).toBeGreaterThanOrEqual(best);
        else expect(answer.bound).toBeLessThanOrEqual(best);
      }
    }
  });

  it('closes it with HiGHS, and the same way each time', { timeout: 240_000 }, async () => {
    const problem = createProblem({ kind: 'join_all' }, { timeLimitMs: 1e9 });
    const [one, other] = [await solveWorld(world, problem), await solveWorld(world, problem)];
    expect([one.status, one.gap, one.costYuan]).toEqual(['optimal', 0, findBest(frontier, { kind: 'join_all' })]);
    expect({ ...one, elapsedMs: 0 }).toEqual({ ...other, elapsedMs: 0 });
  });

  it('spends no more than joining everybody costs where the budget reaches everybody', {
    timeout: 240_000,
  }, async () => {
    const problem = createProblem({ kind: 'budget', budgetYuan: 1e8 }, { timeLimitMs: 1e9 });
    const { status, gained, costYuan } = await solveWorld(world, problem);
    expect([status, gained, costYuan]).toEqual([
      'optimal',
      frontier.at(-1)?.weight,
      findBest(frontier, { kind: 'join_all' }),
    ]);
  });
});

describe('closeCluster', () => {
  it('finds what searching exactly finds, for all and at a rate', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProgrammeWorld, fc.integer({ min: 1, max: 300 }), async (parts, perMillion) => {
        const { county, network } = createJoinedWorld(parts);
        const weights = Float64Array.from(county.settlements, (row) => row.registeredHouseholds ?? 1);
        const settlements = [...county.settlements.keys()];
        const { clusters } = createClusters(network, createOwnDefinition(county.settings), { settlements, weights });
        for (const cluster of clusters) {
          const options = findExactFrontier(cluster);
          const close = (rate: number) =>
            closeCluster(cluster, { rate, timeLimitMs: 10_000, seed: 1, isCancelled: () => false });
          const rate = perMillion / 1e8;
          const least = Math.min(...options.map(({ weight, costFen }) => costFen - weight / rate));
          const [all, some] = [await close(0), await close(rate)];
          expect([all.isOptimal, all.leastFen]).toEqual([true, options.at(-1)?.costFen]);
          expect(some.isOptimal).toBe(true);
          expect(some.leastFen).toBeLessThanOrEqual(least + 1e-3);
          expect(some.leastFen).toBeGreaterThan(least - 1 - 1e-6 * Math.abs(least));
        }
      }),
      { seed: 20_261_123, numRuns: 40 },
    );
  });
});
