import type { LocationProblem } from '../location-problem.ts';
import { isWithin, markAllowed } from '../median/median-model.ts';

/** A capacitated p-median with weighted costs; `Infinity` = the pair is not allowed (no way, over the limit, excluded, larger than the capacity). */
export interface CapacitatedModel {
  readonly demandCount: number;
  readonly candidateCount: number;
  readonly costs: Float64Array;
  readonly sizes: Float64Array;
  readonly capacities: Float64Array;
  readonly sites: number;
  readonly required: readonly number[];
  readonly isAllowed: Uint8Array;
  readonly opening: { readonly costs: Float64Array; readonly budget: number } | null;
  /** Costs are whole numbers: bounds may be rounded up. */
  readonly isWhole: boolean;
}

/** A capacity may be passed by rounding of the sum of sizes only. */
export const CAPACITY_TOLERANCE = 1e-9;

/** The model of a problem of kind `capacitated_p_median`. */
export function createCapacitatedModel(problem: LocationProblem): CapacitatedModel {
  const { demandCount, candidateCount, weights, opening } = problem;
  const sizes = problem.sizes ?? weights;
  const capacities = problem.capacities ?? new Float64Array(candidateCount).fill(Infinity);
  const isAllowed = markAllowed(problem);
  const costs = new Float64Array(demandCount * candidateCount).fill(Infinity);
  let isWhole = true;
  for (let i = 0; i < demandCount; i++) {
    for (let j = 0; j < candidateCount; j++) {
      const isPossible = isAllowed[j] === 1 && (sizes[i] as number) <= capacityOf(capacities, j);
      if (!isPossible || !isWithin(problem, i, j)) continue;
      const cost = (weights[i] as number) * (problem.costs[i * candidateCount + j] as number);
      costs[i * candidateCount + j] = cost;
      isWhole &&= Number.isInteger(cost);
    }
  }
  return {
    demandCount,
    candidateCount,
    costs,
    sizes,
    capacities,
    sites: Math.min(problem.sites ?? candidateCount, candidateCount),
    required: problem.required,
    isAllowed,
    opening: opening === null || opening.budget === null ? null : { costs: opening.costs, budget: opening.budget },
    isWhole,
  };
}

/** The capacity with what rounding may add. */
export function capacityOf(capacities: Float64Array, j: number): number {
  return (capacities[j] as number) * (1 + CAPACITY_TOLERANCE);
}
