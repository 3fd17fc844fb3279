import { describe, expect, it } from 'vitest';
import { createMilpBuilder, type MilpModel } from '#core/planning/solvers/milp/milp-model.ts';
import { solveMilp } from '#core/planning/solvers/milp/solve-milp.ts';

/** Knapsack of Martello & Toth 1990, "Knapsack Problems", example 2.3: profits 70 20 39 37 7 5 10, weights 31 10 20 19 4 3 6, room 50; best 107. */
function createKnapsack(): MilpModel {
  const builder = createMilpBuilder('maximize');
  const columns = [70, 20, 39, 37, 7, 5, 10].map((cost) => builder.addColumn({ cost }));
  builder.addRow({ columns, values: [31, 10, 20, 19, 4, 3, 6], upper: 50 });
  return builder.build();
}

describe('solveMilp', () => {
  it('finds and proves the best of a published knapsack', async () => {
    const answer = await solveMilp(createKnapsack());
    expect(answer.status).toBe('optimal');
    expect(answer.objective).toBe(107);
    expect(answer.bound).toBeCloseTo(107, 6);
    expect([...(answer.values ?? [])]).toEqual([1, 0, 0, 1, 0, 0, 0]);
  });

  it('solves a model of broken columns', async () => {
    const builder = createMilpBuilder('minimize');
    const x = builder.addColumn({ cost: 1, upper: Infinity, isWhole: false });
    const y = builder.addColumn({ cost: 2, upper: Infinity, isWhole: false });
    builder.addRow({ columns: [x, y], values: 1, lower: 3 });
    builder.addRow({ columns: [x], values: 1, upper: 2.5 });
    const answer = await solveMilp(builder.build());
    expect(answer).toMatchObject({ status: 'optimal', bound: 3.5, objective: 3.5 });
  });

  it('says that nothing is feasible', async () => {
    const builder = createMilpBuilder('minimize');
    const x = builder.addColumn({ cost: 1 });
    builder.addRow({ columns: [x], values: 1, lower: 2 });
    expect(await solveMilp(builder.build())).toEqual({
      status: 'infeasible',
      values: null,
      objective: null,
      bound: null,
    });
  });

  it('takes a start and tells of answers', async () => {
    const told: number[] = [];
    const start = Float64Array.of(0, 0, 1, 1, 1, 0, 1);
    const answer = await solveMilp(createKnapsack(), { start, onImproved: (_, objective) => told.push(objective) });
    expect(answer.objective).toBe(107);
    expect(told.every((objective) => objective <= 107)).toBe(true);
  });

  it('runs nothing when cancelled beforehand', async () => {
    expect((await solveMilp(createKnapsack(), { isCancelled: () => true })).status).toBe('unknown');
  });

  it('gives memory back: fifty models one after the other', async () => {
    for (let run = 0; run < 50; run++) await solveMilp(createKnapsack());
    expect((await solveMilp(createKnapsack())).objective).toBe(107);
  });
});
