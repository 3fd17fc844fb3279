import { assignNearest, measureObjective } from './assign-nearest.ts';
import { coverGreedily, createCoverMilp, listCoverRows } from './cover-model.ts';
import type { LocationAnswer, LocationProblem } from './location-problem.ts';
import { solveMilp } from './milp/solve-milp.ts';
import { PROOF_TOLERANCE, type SolverRun } from './solver-run.ts';

/** What is known of the cheapest cover within a radius. */
export interface Cover {
  /** Null = none found. */
  readonly open: readonly number[] | null;
  /** Proved lower bound of the number (or the price). */
  readonly bound: number;
  readonly isProved: boolean;
}

/**
 * Fewest (or cheapest) candidates that cover all within `radius`: reductions, a greedy cover, and HiGHS over what is left.
 *
 * @param prices null = count them
 */
export async function findCover(run: SolverRun, radius: number, prices: Float64Array | null): Promise<Cover> {
  const { problem, hooks } = run;
  const rows = listCoverRows(problem, radius);
  if (rows === null) return { open: null, bound: Infinity, isProved: true };
  const priceOf = (open: readonly number[]): number => open.reduce((sum, j) => sum + (prices?.[j] ?? 1), 0);
  const greedy = coverGreedily(problem, rows, prices);
  const mustPay = priceOf([...new Set(problem.required)]);
  if (rows.length === 0) return { open: greedy, bound: mustPay, isProved: true };
  const model = createCoverMilp(problem, rows, { prices, most: null });
  const start = new Float64Array(problem.candidateCount);
  for (const j of greedy) start[j] = 1;
  const found = await solveMilp(model, {
    start,
    timeLimitMs: run.leftMs(),
    isCancelled: hooks.isCancelled,
    seed: problem.seed,
  });
  const values = found.values;
  const open = values === null ? greedy : [...values.keys()].filter((j) => (values[j] as number) > 0.5);
  const isWhole = prices === null || prices.every(Number.isInteger);
  const margin = Math.max(1e-6, PROOF_TOLERANCE * Math.abs(found.bound ?? 0));
  const bound = found.bound === null ? mustPay : isWhole ? Math.ceil(found.bound - margin) : found.bound - margin;
  if (found.status === 'optimal') return { open, bound: priceOf(open), isProved: true };
  return { open, bound: Math.max(mustPay, bound), isProved: false };
}

/** Fewest (or, with opening costs, cheapest) sites so that every demand is within `limit`; `sites` and the budget are upper limits. */
export async function solveSetCover(run: SolverRun): Promise<LocationAnswer> {
  const { problem } = run;
  const prices = problem.opening?.costs ?? null;
  const cover = await findCover(run, problem.limit ?? Infinity, prices);
  const { sites } = problem;
  const budget = problem.opening?.budget ?? null;
  if (budget !== null && cover.bound > budget * (1 + PROOF_TOLERANCE)) {
    return run.infeasible({ reason: 'budget', needed: cover.bound, budget });
  }
  if (prices === null && sites !== null && cover.bound > sites) {
    return run.infeasible({ reason: 'too_few_sites', needed: cover.bound, sites });
  }
  if (cover.open !== null && isAffordable(problem, cover.open)) {
    offerOpen(run, cover.open);
    run.prove(cover.bound);
    return run.answer();
  }
  return solveLimitedCover(run, cover.bound);
}

/** The cheapest cover has too many sites, or none was found in time: the number as a row of the model. */
async function solveLimitedCover(run: SolverRun, bound: number): Promise<LocationAnswer> {
  const { problem } = run;
  const { sites } = problem;
  run.prove(bound);
  if (sites === null || problem.opening === null || run.isOver()) return run.answer();
  const fewest = await findCover(run, problem.limit ?? Infinity, null);
  if (fewest.bound > sites) return run.infeasible({ reason: 'too_few_sites', needed: fewest.bound, sites });
  const rows = listCoverRows(problem, problem.limit ?? Infinity) ?? [];
  const found = await solveMilp(createCoverMilp(problem, rows, { prices: problem.opening.costs, most: sites }), {
    timeLimitMs: run.leftMs(),
    isCancelled: run.hooks.isCancelled,
    seed: problem.seed,
  });
  const { values } = found;
  if (values !== null) {
    const open = [...values.keys()].filter((j) => (values[j] as number) > 0.5);
    if (isAffordable(problem, open)) offerOpen(run, open);
    const best = run.best();
    if (found.status === 'optimal' && best !== null) run.prove(best);
  }
  if (found.status === 'optimal' && run.best() === null && found.objective !== null) {
    return run.infeasible({ reason: 'budget', needed: found.objective, budget: problem.opening.budget ?? 0 });
  }
  if (found.bound !== null) run.prove(Math.min(found.bound, run.best() ?? Infinity));
  return run.answer();
}

function offerOpen(run: SolverRun, open: readonly number[]): void {
  const assignment = assignNearest(run.problem, open);
  run.offer(open, assignment, measureObjective(run.problem, open, assignment));
}

/** True when number and budget allow what is open. */
export function isAffordable({ sites, opening }: LocationProblem, open: readonly number[]): boolean {
  if (sites !== null && open.length > sites) return false;
  if (opening === null || opening.budget === null) return true;
  return open.reduce((sum, j) => sum + (opening.costs[j] as number), 0) <= opening.budget * (1 + PROOF_TOLERANCE);
}
