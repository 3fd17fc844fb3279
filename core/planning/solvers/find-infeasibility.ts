import type { Infeasibility, LocationProblem } from './location-problem.ts';
import { isWithin, markAllowed } from './median/median-model.ts';
import { PROOF_TOLERANCE } from './solver-run.ts';

/** What makes a problem infeasible at first sight: nothing to choose from, too much that must stay, or (but for `maximal_cover`) demands no candidate can take. */
export function findInfeasibility(problem: LocationProblem): Infeasibility | null {
  const { candidateCount, required, sites, opening, kind } = problem;
  const isAllowed = markAllowed(problem);
  const isNeeded = problem.demandCount > 0 && kind !== 'maximal_cover';
  if (isNeeded && (!isAllowed.includes(1) || sites === 0)) return { reason: 'no_candidates' };
  const must = [...new Set(required)];
  if (sites !== null && must.length > sites) return { reason: 'too_many_required', required: must.length, sites };
  if (opening !== null && opening.budget !== null) {
    const needed = must.reduce((sum, j) => sum + (opening.costs[j] as number), 0);
    if (needed > opening.budget * (1 + PROOF_TOLERANCE)) return { reason: 'budget', needed, budget: opening.budget };
  }
  if (!isNeeded) return null;
  const demands: number[] = [];
  for (let i = 0; i < problem.demandCount; i++) {
    let j = 0;
    while (j < candidateCount && (isAllowed[j] === 0 || !isWithin(problem, i, j))) j++;
    if (j === candidateCount) demands.push(i);
  }
  return demands.length > 0 ? { reason: 'uncovered', demands } : null;
}
