import type { LocationProblem } from './location-problem.ts';
import { isWithin } from './median/median-model.ts';

/** The cheapest open candidate of every demand, the one with the lower index where two are alike; -1 where none is in reach (or within `limit`). */
export function assignNearest(problem: LocationProblem, open: readonly number[]): Int32Array {
  const { demandCount, candidateCount, costs } = problem;
  const assignment = new Int32Array(demandCount).fill(-1);
  const ascending = open.toSorted((a, b) => a - b);
  for (let i = 0; i < demandCount; i++) {
    let least = Infinity;
    for (const j of ascending) {
      const cost = costs[i * candidateCount + j] as number;
      if (cost >= least || !isWithin(problem, i, j)) continue;
      least = cost;
      assignment[i] = j;
    }
  }
  return assignment;
}

/** Objective of an assignment: the sum of weight x cost, the weight that is covered, or the worst cost; of `set_cover` the price of what is open. */
export function measureObjective(problem: LocationProblem, open: readonly number[], assignment: Int32Array): number {
  const { kind, weights, costs, candidateCount, opening } = problem;
  if (kind === 'set_cover') return open.reduce((sum, j) => sum + (opening?.costs[j] ?? 1), 0);
  let sum = 0;
  let worst = 0;
  for (let i = 0; i < assignment.length; i++) {
    const j = assignment[i] as number;
    if (j < 0) continue;
    const cost = costs[i * candidateCount + j] as number;
    sum += (weights[i] as number) * (kind === 'maximal_cover' ? 1 : cost);
    worst = Math.max(worst, cost);
  }
  return kind === 'p_center' ? worst : sum;
}
