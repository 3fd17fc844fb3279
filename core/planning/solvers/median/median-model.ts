import type { LocationProblem } from '../location-problem.ts';
import type { SolverRun } from '../solver-run.ts';

/**
 * Sum of costs over demands, each served by the cheapest open candidate or, at `outside`, by none: what p-median and maximal covering have in common.
 *
 * For p-median `outside` is more than any feasible sum; for covering a pair costs 0 where it covers and `outside` is the weight that is lost (Church &
 * ReVelle 1976, "Theoretical and computational links between the p-median, location set-covering, and the maximal covering location problem").
 */
export interface MedianModel {
  readonly demandCount: number;
  readonly candidateCount: number;
  /** Pairs of demand `i` are `starts[i]` up to, not including, `starts[i + 1]`, ascending by cost, then candidate. */
  readonly starts: Int32Array;
  readonly candidates: Int32Array;
  readonly costs: Float64Array;
  readonly outside: Float64Array;
  /** Most candidates open, required ones included. */
  readonly sites: number;
  readonly isRequired: Uint8Array;
  readonly isAllowed: Uint8Array;
  readonly opening: { readonly costs: Float64Array; readonly budget: number } | null;
  /** All costs are whole numbers: the optimum is one too, and bounds may be rounded up. */
  readonly isWhole: boolean;
}

/** Weighted cost of a pair; a demand of no weight costs nothing wherever there is a way. */
type PairCost = (demand: number, cost: number) => number;

/** The model of a p-median: weight x cost, and more than all together where nothing open can be reached. */
export async function createMedianModel(run: SolverRun): Promise<MedianModel> {
  const { weights } = run.problem;
  const model = await listPairs(run, (demand, cost) => (weights[demand] as number) * cost);
  let sum = 1;
  for (let i = 0; i < model.demandCount; i++) {
    const end = model.starts[i + 1] as number;
    if (end > (model.starts[i] as number)) sum += model.costs[end - 1] as number;
  }
  // Whole, so that whole costs stay whole.
  return { ...model, outside: new Float64Array(model.demandCount).fill(Math.ceil(sum)) };
}

/** The model of maximal covering: the least weight that is left uncovered. */
export async function createCoverModel(run: SolverRun): Promise<MedianModel> {
  const { problem } = run;
  const model = await listPairs(run, () => 0);
  return { ...model, outside: problem.weights.slice(), isWhole: problem.weights.every(Number.isInteger) };
}

/** Candidates that may be open, as a mask. */
export function markAllowed({ candidateCount, excluded }: LocationProblem): Uint8Array {
  const isAllowed = new Uint8Array(candidateCount).fill(1);
  for (const candidate of excluded) isAllowed[candidate] = 0;
  return isAllowed;
}

/** True when the demand may go to the candidate: there is a way, and it is within the limit. */
export function isWithin(problem: LocationProblem, demand: number, candidate: number): boolean {
  const cost = problem.costs[demand * problem.candidateCount + candidate] as number;
  return cost < Infinity && (problem.limit === null || cost <= problem.limit);
}

async function listPairs(run: SolverRun, toCost: PairCost): Promise<MedianModel> {
  const { problem } = run;
  const { demandCount, candidateCount, opening } = problem;
  const isAllowed = markAllowed(problem);
  const starts = new Int32Array(demandCount + 1);
  const row = new Float64Array(candidateCount);
  const order: number[] = [];
  const candidates: Int32Array[] = [];
  const costs: Float64Array[] = [];
  let isWhole = true;
  for (let i = 0; i < demandCount; i++) {
    if (run.isPauseDue()) await run.pause();
    order.length = 0;
    for (let j = 0; j < candidateCount; j++) {
      if (isAllowed[j] === 0 || !isWithin(problem, i, j)) continue;
      row[j] = toCost(i, problem.costs[i * candidateCount + j] as number);
      isWhole &&= Number.isInteger(row[j]);
      order.push(j);
    }
    order.sort((a, b) => (row[a] as number) - (row[b] as number) || a - b);
    candidates.push(Int32Array.from(order));
    costs.push(Float64Array.from(order, (j) => row[j] as number));
    starts[i + 1] = (starts[i] as number) + order.length;
  }
  const isRequired = new Uint8Array(candidateCount);
  for (const j of problem.required) isRequired[j] = 1;
  const budget = opening?.budget ?? null;
  return {
    demandCount,
    candidateCount,
    starts,
    candidates: joinIntegers(candidates, starts[demandCount] as number),
    costs: joinNumbers(costs, starts[demandCount] as number),
    outside: new Float64Array(demandCount),
    sites: Math.min(problem.sites ?? candidateCount, candidateCount),
    isRequired,
    isAllowed,
    opening: opening === null || budget === null ? null : { costs: opening.costs, budget },
    isWhole,
  };
}

function joinIntegers(parts: readonly Int32Array[], length: number): Int32Array {
  const joined = new Int32Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function joinNumbers(parts: readonly Float64Array[], length: number): Float64Array {
  const joined = new Float64Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
