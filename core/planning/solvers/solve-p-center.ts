import { assignNearest, measureObjective } from './assign-nearest.ts';
import { coverGreedily, createCoverMilp, listCoverRows } from './cover-model.ts';
import { explainShortage } from './explain-shortage.ts';
import type { LocationAnswer, LocationProblem } from './location-problem.ts';
import { markAllowed } from './median/median-model.ts';
import { solveMilp } from './milp/solve-milp.ts';
import { isAffordable } from './solve-set-cover.ts';
import type { SolverRun } from './solver-run.ts';

/** Whether a choice within number and budget covers all within a radius; `unknown` = the time ended. */
type Verdict =
  | { readonly is: 'possible'; readonly open: readonly number[] }
  | { readonly is: 'impossible' | 'unknown' };

/**
 * Least worst cost with at most `sites` open: the costs that occur, sorted, are halved by asking whether a radius can be covered.
 *
 * @see Minieka 1970, "The m-center problem", SIAM Review 12(1)
 */
export async function solvePCenter(run: SolverRun): Promise<LocationAnswer> {
  const { problem } = run;
  const radii = listRadii(problem);
  let low = 0;
  let high = radii.length - 1;
  let isPossible = false;
  let isSure = true;
  while (low <= high && !run.isOver()) {
    if (run.isPauseDue()) await run.pause();
    // First of all whether there is any answer at all: the greatest radius.
    const middle = isPossible ? (low + high) >> 1 : high;
    const verdict = await judgeRadius(run, radii[middle] as number);
    if (verdict.is === 'possible') {
      const assignment = assignNearest(problem, verdict.open);
      const worst = measureObjective(problem, verdict.open, assignment);
      run.offer(verdict.open, assignment, worst);
      isPossible = true;
      while (high >= 0 && (radii[high] as number) >= worst) high--;
    } else if (verdict.is === 'impossible') {
      if (!isPossible) return explainShortage(run);
      low = middle + 1;
    } else {
      isSure = false;
      break;
    }
    if (low < radii.length) run.prove(Math.min(radii[low] as number, run.best() ?? Infinity));
  }
  const best = run.best();
  if (isSure && best !== null && low > high) run.prove(best);
  return run.answer();
}

/** Costs that may be the answer, ascending, each once: none below what some demand pays at least. */
function listRadii(problem: LocationProblem): Float64Array {
  const { demandCount, candidateCount, costs, limit } = problem;
  const isAllowed = markAllowed(problem);
  let floor = 0;
  for (let i = 0; i < demandCount; i++) {
    let least = Infinity;
    for (let j = 0; j < candidateCount; j++) {
      if (isAllowed[j] === 1) least = Math.min(least, costs[i * candidateCount + j] as number);
    }
    floor = Math.max(floor, least);
  }
  const most = limit ?? Infinity;
  const inside = costs.filter(
    (cost, k) => isAllowed[k % candidateCount] === 1 && cost >= floor && cost < Infinity && cost <= most,
  );
  const sorted = inside.sort();
  const radii = sorted.filter((cost, k) => k === 0 || cost !== sorted[k - 1]);
  return radii.length > 0 ? radii : Float64Array.of(0);
}

async function judgeRadius(run: SolverRun, radius: number): Promise<Verdict> {
  const { problem, hooks } = run;
  const rows = listCoverRows(problem, radius);
  if (rows === null) return { is: 'impossible' };
  const prices = problem.opening?.budget == null ? null : problem.opening.costs;
  const greedy = coverGreedily(problem, rows, null);
  if (isAffordable(problem, greedy)) return { is: 'possible', open: greedy };
  if (countApart(rows, problem.required.length) > (problem.sites ?? Infinity)) return { is: 'impossible' };
  // Without a budget the fewest sites are asked for; with one the cheapest choice of at most that many.
  const { sites } = problem;
  const model = createCoverMilp(problem, rows, { prices, most: prices === null ? null : sites });
  const found = await solveMilp(model, {
    timeLimitMs: run.leftMs(),
    isCancelled: hooks.isCancelled,
    seed: problem.seed,
  });
  if (found.status === 'infeasible') return { is: 'impossible' };
  const { values } = found;
  const open = values === null ? null : [...values.keys()].filter((j) => (values[j] as number) > 0.5);
  if (open !== null && isAffordable(problem, open)) return { is: 'possible', open };
  return { is: found.status === 'optimal' ? 'impossible' : 'unknown' };
}

/** A lower bound of the cover: rows that share no candidate need one each; required ones stand beside them. */
function countApart(rows: readonly Int32Array[], requiredCount: number): number {
  const taken = new Set<number>();
  let count = 0;
  for (const row of rows) {
    if (row.some((j) => taken.has(j))) continue;
    for (const j of row) taken.add(j);
    count++;
  }
  return count + requiredCount;
}
