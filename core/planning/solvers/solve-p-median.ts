import { assignNearest, measureObjective } from './assign-nearest.ts';
import { explainShortage } from './explain-shortage.ts';
import type { LocationAnswer } from './location-problem.ts';
import { createCoverModel, createMedianModel } from './median/median-model.ts';
import { solveMedian } from './median/solve-median.ts';
import type { SolverRun } from './solver-run.ts';

/** Least sum of weight x cost with at most `sites` open, every demand at its nearest open candidate. */
export async function solvePMedian(run: SolverRun): Promise<LocationAnswer> {
  const { problem } = run;
  const model = await createMedianModel(run);
  const unserved = model.outside[0] ?? Infinity;
  let least = Infinity;
  const isProved = await solveMedian(run, model, {
    onSolution: ({ open, cost }) => {
      least = cost;
      if (cost >= unserved) return;
      const assignment = assignNearest(problem, open);
      run.offer(open, assignment, measureObjective(problem, open, assignment));
    },
    // A bound beyond what any feasible answer costs tells nothing of the objective.
    onBound: (bound) => {
      if (bound < unserved) run.prove(bound);
    },
  });
  if (isProved && least >= unserved && problem.demandCount > 0) return explainShortage(run);
  return run.answer();
}

/** Most weight within `limit` with at most `sites` open: as a median in which being outside costs the weight. */
export async function solveMaximalCover(run: SolverRun): Promise<LocationAnswer> {
  const { problem } = run;
  const total = problem.weights.reduce((sum, weight) => sum + weight, 0);
  await solveMedian(run, await createCoverModel(run), {
    onSolution: ({ open }) => {
      const assignment = assignNearest(problem, open);
      run.offer(open, assignment, measureObjective(problem, open, assignment));
    },
    onBound: (bound) => run.prove(total - bound),
  });
  return run.answer();
}
