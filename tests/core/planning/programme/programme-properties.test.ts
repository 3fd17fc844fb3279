import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgrammeAnswer } from '#core/planning/programme/programme.ts';
import { solveProgramme } from '#core/planning/programme/solve-programme.ts';
import { createJoinedWorld, type JoinedWorld, type WorldParts } from '#tests/support/joined-world.ts';
import { listChoicesPlainly, type PlainChoice, priceFenPlainly } from '#tests/support/plain-programme.ts';
import { arbitraryProgrammeWorld, createProblem, solveWorld } from '#tests/support/programme-world.ts';

const RUNS = { seed: 20_261_123, numRuns: 60 };

const codesOf = ({ steps, unplaced }: ProgrammeAnswer) => [...steps, ...unplaced].flatMap((step) => step.segmentCodes);

function weighPlainly({ county }: JoinedWorld, settlements: readonly number[]): number {
  return settlements.reduce((sum, i) => sum + (county.settlements[i]?.registeredHouseholds ?? 0), 0);
}

/** The choice that an answer comes to, judged by the plain reference. */
function recount(world: JoinedWorld, choices: readonly PlainChoice[], answer: ProgrammeAnswer): PlainChoice {
  const indexes = codesOf(answer).map((code) => world.county.segments.findIndex((row) => row.code === code));
  const wanted = indexes.sort((a, b) => a - b).join();
  const found = choices.find(({ segments }) => segments.join() === wanted);
  if (!found) throw new Error(`No set of open segments is ${wanted}.`);
  return found;
}

/** What must hold of every answer. */
function expectConsistent(world: JoinedWorld, choices: readonly PlainChoice[], answer: ProgrammeAnswer): void {
  const found = recount(world, choices, answer);
  const before = choices[0]?.joined ?? [];
  expect(answer.costYuan).toBe(found.costFen / 100);
  expect(answer.gained).toBe(weighPlainly(world, found.joined) - weighPlainly(world, before));
  const all = [...answer.steps, ...answer.unplaced];
  expect(all.reduce((sum, { households }) => sum + households, 0)).toBe(answer.gained);
  expect(all.reduce((sum, { costYuan }) => sum + 100 * costYuan, 0)).toBeCloseTo(found.costFen, 4);
  expect(all.every(({ settlementCodes }) => settlementCodes.length > 0)).toBe(true);
  expect(answer.joined).toEqual({
    before: before.length,
    after: found.joined.length,
    all: world.county.settlements.length,
  });
}

describe('solveProgramme', () => {
  it('gains the most for a budget, as trying every set does', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProgrammeWorld, fc.nat(3_000_000), async (parts, budgetYuan) => {
        const world = createJoinedWorld(parts);
        const choices = listChoicesPlainly(world);
        const answer = await solveWorld(world, createProblem({ kind: 'budget', budgetYuan }));
        expectConsistent(world, choices, answer);
        const within = choices.filter(({ costFen }) => costFen <= 100 * budgetYuan);
        const before = weighPlainly(world, choices[0]?.joined ?? []);
        const most = Math.max(...within.map(({ joined }) => weighPlainly(world, joined) - before));
        expect(answer.costYuan).toBeLessThanOrEqual(budgetYuan);
        expect([answer.status, answer.gained, answer.bound]).toEqual(['optimal', most, most]);
      }),
      RUNS,
    );
  });

  it('reaches a share for the least cost, as trying every set does', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProgrammeWorld, fc.nat(100), async (parts, percent) => {
        const world = createJoinedWorld(parts);
        const choices = listChoicesPlainly(world);
        const targetShare = percent / 100;
        const answer = await solveWorld(world, createProblem({ kind: 'target_share', targetShare }));
        expectConsistent(world, choices, answer);
        const all = weighPlainly(world, [...world.county.settlements.keys()]);
        const enough = choices.filter(({ joined }) => weighPlainly(world, joined) * 100 >= percent * all);
        if (enough.length === 0) expect(answer.status).toBe('infeasible');
        else {
          const least = Math.min(...enough.map(({ costFen }) => costFen));
          expect([answer.status, answer.costYuan, answer.bound]).toEqual(['optimal', least / 100, least / 100]);
        }
      }),
      RUNS,
    );
  });

  it('joins everybody for the least cost, as trying every set does', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProgrammeWorld, async (parts) => {
        const world = createJoinedWorld(parts);
        const choices = listChoicesPlainly(world);
        const answer = await solveWorld(world, createProblem({ kind: 'join_all' }));
        expectConsistent(world, choices, answer);
        const most = choices.at(-1)?.joined ?? [];
        const least = Math.min(
          ...choices.filter(({ joined }) => joined.length === most.length).map(({ costFen }) => costFen),
        );
        expect([answer.status, answer.costYuan, answer.bound]).toEqual(['optimal', least / 100, least / 100]);
        expect(answer.impossible).toEqual(
          world.county.settlements.flatMap(({ code }, i) => (most.includes(i) ? [] : [code])),
        );
      }),
      RUNS,
    );
  });

  it('keeps a true bound when it is ended at once', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProgrammeWorld, fc.nat(2_000_000), async (parts, budgetYuan) => {
        const world = createJoinedWorld(parts);
        const choices = listChoicesPlainly(world);
        const goals = [{ kind: 'budget', budgetYuan } as const, { kind: 'join_all' } as const];
        const [budget, joinAll] = await Promise.all(
          goals.map((goal) => solveWorld(world, createProblem(goal, { timeLimitMs: 0 }))),
        );
        const [bestBudget, bestAll] = await Promise.all(goals.map((goal) => solveWorld(world, createProblem(goal))));
        if (!budget || !joinAll || !bestBudget || !bestAll) throw new Error('There is no answer.');
        expectConsistent(world, choices, budget);
        expect(budget.gained).toBeLessThanOrEqual(bestBudget.gained);
        expect(budget.bound).toBeGreaterThanOrEqual(bestBudget.gained);
        expectConsistent(world, choices, joinAll);
        expect(joinAll.costYuan).toBeGreaterThanOrEqual(bestAll.costYuan);
        expect(joinAll.bound).toBeLessThanOrEqual(bestAll.costYuan);
        expect(joinAll.gained).toBe(bestAll.gained);
      }),
      RUNS,
    );
  });

  it('finds as good an answer whatever the order of roads and settlements', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProgrammeWorld, fc.nat(2_000_000), async (parts, budgetYuan) => {
        const turned: WorldParts = { ...parts, roads: parts.roads.toReversed() };
        for (const goal of [{ kind: 'budget', budgetYuan }, { kind: 'join_all' }] as const) {
          const [one, other] = await Promise.all(
            [parts, turned].map((world) => solveWorld(createJoinedWorld(world), createProblem(goal))),
          );
          expect(other?.gained).toBe(one?.gained);
          expect(other?.costYuan).toBe(one?.costYuan);
          expect(other?.bound).toBe(one?.bound);
        }
      }),
      RUNS,
    );
  });

  it('never gains less with a larger budget', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryProgrammeWorld,
        fc.nat(1_500_000),
        fc.nat(1_500_000),
        async (parts, budgetYuan, more) => {
          const world = createJoinedWorld(parts);
          const small = await solveWorld(world, createProblem({ kind: 'budget', budgetYuan }));
          const large = await solveWorld(world, createProblem({ kind: 'budget', budgetYuan: budgetYuan + more }));
          expect(large.gained).toBeGreaterThanOrEqual(small.gained);
        },
      ),
      RUNS,
    );
  });

  it('keeps within each year and loses no step', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryProgrammeWorld,
        fc.array(fc.nat(900_000), { minLength: 1, maxLength: 4 }),
        async (parts, money) => {
          const world = createJoinedWorld(parts);
          const years = money.map((budgetYuan, i) => ({ year: 2027 + i, budgetYuan }));
          const answer = await solveWorld(world, createProblem({ kind: 'join_all' }, { years }));
          expectConsistent(world, listChoicesPlainly(world), answer);
          for (const { year, budgetYuan } of years) {
            const codes = answer.steps.filter((step) => step.year === year).flatMap((step) => step.segmentCodes);
            const spent = codes.reduce((sum, code) => {
              return (
                sum +
                priceFenPlainly(
                  world.county,
                  world.county.segments.findIndex((row) => row.code === code),
                )
              );
            }, 0);
            expect(spent).toBeLessThanOrEqual(100 * budgetYuan);
          }
          expect(answer.steps.map(({ year }) => year)).toEqual(answer.steps.map(({ year }) => year).toSorted());
          const even = await solveWorld(
            world,
            createProblem({ kind: 'join_all' }, { years: years.map(({ year }) => ({ year, budgetYuan: null })) }),
          );
          expect(even.unplaced).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  it('is a function of its input', async () => {
    const [parts] = fc.sample(arbitraryProgrammeWorld, { seed: 7, numRuns: 1 });
    if (!parts) throw new Error('There is no world.');
    const { county } = createJoinedWorld(parts);
    const problem = createProblem({ kind: 'budget', budgetYuan: 800_000 });
    expect(solveProgramme).toBeDefined();
    const [one, other] = await Promise.all([solveWorld({ county }, problem), solveWorld({ county }, problem)]);
    expect({ ...one, elapsedMs: 0 }).toEqual({ ...other, elapsedMs: 0 });
  });
});
