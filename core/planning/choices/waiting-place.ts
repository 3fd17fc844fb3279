import type { LocationAnswer, LocationProblem } from '../solvers/location-problem.ts';

/**
 * Waiting costs so many times the longest trip: dearer than any way of placing somebody, so that as many as possible are placed, and not so dear
 * that bounds drown in it.
 */
const TIMES_LONGEST = 10;

/**
 * The same problem with one more candidate, the last: to wait, which is always open, has room for all, costs nothing to open and much to go to. Only
 * where capacities count.
 */
export function addWaitingPlace(problem: LocationProblem): LocationProblem {
  const { candidateCount, demandCount, capacities, sizes, costs, opening, required, sites } = problem;
  if (capacities === null || sizes === null) return problem;
  const width = candidateCount + 1;
  const wider = new Float64Array(demandCount * width).fill(waitingCost(problem));
  for (let demand = 0; demand < demandCount; demand++) {
    wider.set(costs.subarray(demand * candidateCount, (demand + 1) * candidateCount), demand * width);
  }
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return {
    ...problem,
    candidateCount: width,
    costs: wider,
    capacities: Float64Array.of(...capacities, all),
    required: [...required, candidateCount],
    sites: sites === null ? null : sites + 1,
    opening: opening && { ...opening, costs: Float64Array.of(...opening.costs, 0) },
  };
}

function waitingCost({ costs }: Pick<LocationProblem, 'costs'>): number {
  let longest = 1;
  for (const cost of costs) if (cost !== Infinity && cost > longest) longest = cost;
  return TIMES_LONGEST * longest;
}

/**
 * An answer in which those who wait have no site. Objective and bound are those of the trips; the bound is one for answers that leave as many
 * waiting.
 */
export function readLocationAnswer(
  { problem, candidates }: { readonly problem: LocationProblem; readonly candidates: readonly unknown[] },
  answer: LocationAnswer,
): LocationAnswer {
  const waiting = candidates.length;
  if (problem.candidateCount === waiting || answer.objective === null) return answer;
  let waited = 0;
  const assignment = answer.assignment.map((candidate, demand) => {
    if (candidate !== waiting) return candidate;
    waited += (problem.weights[demand] ?? 0) * (problem.costs[demand * problem.candidateCount + waiting] ?? 0);
    return -1;
  });
  const objective = answer.objective - waited;
  const bound = answer.bound === null ? null : Math.max(0, answer.bound - waited);
  const gap = bound === null ? null : objective > 0 ? Math.abs(objective - bound) / objective : 0;
  const isProved = answer.status === 'optimal';
  return {
    ...answer,
    assignment,
    open: answer.open.filter((candidate) => candidate !== waiting),
    objective,
    bound: isProved ? objective : bound,
    gap: isProved ? 0 : gap,
  };
}
