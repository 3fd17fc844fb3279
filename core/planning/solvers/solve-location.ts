import { findInfeasibility } from './find-infeasibility.ts';
import type { LocationAnswer, LocationKind, LocationProblem, SolverHooks } from './location-problem.ts';
import { solvePCenter } from './solve-p-center.ts';
import { solveMaximalCover, solvePMedian } from './solve-p-median.ts';
import { solveSetCover } from './solve-set-cover.ts';
import { createSolverRun, type SolverRun } from './solver-run.ts';

const SOLVERS: Readonly<Partial<Record<LocationKind, (run: SolverRun) => Promise<LocationAnswer>>>> = {
  p_median: solvePMedian,
  maximal_cover: solveMaximalCover,
  set_cover: solveSetCover,
  p_center: solvePCenter,
};

export async function solveLocation(problem: LocationProblem, hooks: SolverHooks): Promise<LocationAnswer> {
  const run = createSolverRun(problem, hooks);
  const infeasibility = findInfeasibility(problem);
  if (infeasibility !== null) return run.infeasible(infeasibility);
  const solve = SOLVERS[problem.kind];
  if (solve === undefined) throw new Error('x');
  return solve(run);
}
