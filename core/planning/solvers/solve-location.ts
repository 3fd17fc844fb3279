import { checkLocationProblem } from './check-location-problem.ts';
import { findInfeasibility } from './find-infeasibility.ts';
import type { LocationAnswer, LocationKind, LocationProblem, SolverHooks } from './location-problem.ts';
import { type CapacitatedStart, solveCapacitatedPMedian } from './solve-capacitated.ts';
import { solvePCenter } from './solve-p-center.ts';
import { solveMaximalCover, solvePMedian } from './solve-p-median.ts';
import { solveSetCover } from './solve-set-cover.ts';
import { createSolverRun, type SolverRun } from './solver-run.ts';

const SOLVERS: Readonly<
  Record<Exclude<LocationKind, 'capacitated_p_median'>, (run: SolverRun) => Promise<LocationAnswer>>
> = {
  p_median: solvePMedian,
  maximal_cover: solveMaximalCover,
  set_cover: solveSetCover,
  p_center: solvePCenter,
};

/**
 * Chooses which candidates to open. The same problem and seed give the same answer on any machine, unless the time limit or a cancel ends the work: then the best
 * answer so far is given, with its bound. A `limit` holds for every kind: dearer pairs count as no way.
 *
 * HiGHS closes covering, centre and small capacitated problems and runs without a pause; a cancel reaches it only when `isCancelled` reads memory that another thread
 * writes. All else pauses every 20 ms.
 *
 * @param start an answer to begin with; only `capacitated_p_median` heeds it
 * @throws {InvalidInputError} `location_input`: the problem's numbers do not fit together
 * @see docs/planning-solvers.md
 */
export async function solveLocation(
  problem: LocationProblem,
  hooks: SolverHooks,
  start?: CapacitatedStart,
): Promise<LocationAnswer> {
  checkLocationProblem(problem);
  const required = [...new Set(problem.required)].sort((a, b) => a - b);
  const run = createSolverRun({ ...problem, required }, hooks);
  const infeasibility = findInfeasibility(run.problem);
  if (infeasibility !== null) return run.infeasible(infeasibility);
  return problem.kind === 'capacitated_p_median' ? solveCapacitatedPMedian(run, start) : SOLVERS[problem.kind](run);
}
