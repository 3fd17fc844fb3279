import type { LocationAnswer } from './location-problem.ts';
import { findCover } from './solve-set-cover.ts';
import type { SolverRun } from './solver-run.ts';

/** Why no choice within number and budget reaches every demand, though each demand has a candidate. */
export async function explainShortage(run: SolverRun): Promise<LocationAnswer> {
  const { problem } = run;
  const { sites, opening } = problem;
  const radius = problem.limit ?? Infinity;
  const fewest = await findCover(run, radius, null);
  if (sites !== null && (fewest.bound > sites || opening === null || opening.budget === null)) {
    // What was proved before this may be more than what this proves in the time that is left.
    return run.infeasible({ reason: 'too_few_sites', needed: Math.max(fewest.bound, sites + 1), sites });
  }
  if (opening === null || opening.budget === null) return run.answer();
  const cheapest = await findCover(run, radius, opening.costs);
  return run.infeasible({ reason: 'budget', needed: cheapest.bound, budget: opening.budget });
}
