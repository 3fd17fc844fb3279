import type { LocationAnswer, LocationProblem } from './location-problem.ts';

/** What an answer breaks, in English, for logs and tests; nothing = it holds. */
export type LocationFault = string;

/** Sums are repeated in another order: they may differ by rounding. */
const TOLERANCE = 1e-9;

/**
 * Checks an answer by itself, with none of the solvers' code: what is open, single assignment, way and limit, capacities, number, budget, the objective repeated, and the
 * bound on the right side of it.
 */
export function checkLocationAnswer(problem: LocationProblem, answer: LocationAnswer): readonly LocationFault[] {
  if (answer.objective === null) return checkWithout(answer);
  return [
    ...checkOpen(problem, answer),
    ...checkAssignment(problem, answer),
    ...checkCapacities(problem, answer),
    ...checkFigures(problem, answer, answer.objective),
  ];
}

function checkWithout({ status, open, infeasibility }: LocationAnswer): readonly LocationFault[] {
  const faults: LocationFault[] = [];
  if (status !== 'infeasible' && status !== 'unknown') faults.push(`status ${status} without an objective`);
  if (status === 'infeasible' && infeasibility === null) faults.push('infeasible without a reason');
  if (open.length > 0) faults.push('candidates are open without an objective');
  return faults;
}

function checkOpen(problem: LocationProblem, { open }: LocationAnswer): readonly LocationFault[] {
  const { required, excluded, sites, opening, candidateCount } = problem;
  const faults: LocationFault[] = [];
  const isOpen = new Set(open);
  if (isOpen.size !== open.length) faults.push('a candidate is open twice');
  if (open.some((j, k) => k > 0 && j < (open[k - 1] ?? 0))) faults.push('open candidates are not ascending');
  for (const j of open) if (!(j >= 0 && j < candidateCount)) faults.push(`open candidate ${j} is not in the list`);
  for (const j of required) if (!isOpen.has(j)) faults.push(`required candidate ${j} is closed`);
  for (const j of excluded) if (isOpen.has(j)) faults.push(`excluded candidate ${j} is open`);
  if (sites !== null && open.length > sites) faults.push(`${open.length} candidates are open, at most ${sites} may be`);
  if (opening !== null && opening.budget !== null) {
    let spent = 0;
    for (const j of open) spent += opening.costs[j] ?? Number.NaN;
    if (!(spent <= opening.budget * (1 + TOLERANCE))) faults.push(`${spent} is spent of a budget of ${opening.budget}`);
  }
  return faults;
}

function checkAssignment(problem: LocationProblem, { open, assignment }: LocationAnswer): readonly LocationFault[] {
  const { demandCount, candidateCount, costs, kind, limit } = problem;
  const faults: LocationFault[] = [];
  const isOpen = new Set(open);
  if (assignment.length !== demandCount) faults.push(`${assignment.length} demands are assigned of ${demandCount}`);
  for (const [i, j] of assignment.entries()) {
    if (j === -1) {
      if (kind !== 'maximal_cover') faults.push(`demand ${i} is not assigned`);
      continue;
    }
    if (!isOpen.has(j)) faults.push(`demand ${i} goes to candidate ${j}, which is closed`);
    const cost = costs[i * candidateCount + j] ?? Number.NaN;
    if (!(cost < Infinity)) faults.push(`demand ${i} has no way to candidate ${j}`);
    if (limit !== null && cost > limit)
      faults.push(`demand ${i} goes ${cost} to candidate ${j}, over the limit of ${limit}`);
  }
  return faults;
}

function checkCapacities(problem: LocationProblem, { assignment }: LocationAnswer): readonly LocationFault[] {
  const { kind, sizes, weights, capacities } = problem;
  if (kind !== 'capacitated_p_median' || capacities === null) return [];
  const load = new Map<number, number>();
  for (const [i, j] of assignment.entries()) load.set(j, (load.get(j) ?? 0) + ((sizes ?? weights)[i] ?? Number.NaN));
  return [...load]
    .filter(([j, used]) => !(used <= (capacities[j] ?? Number.NaN) * (1 + TOLERANCE)))
    .map(([j, used]) => `candidate ${j} takes ${used} of ${capacities[j]}`);
}

function checkFigures(problem: LocationProblem, answer: LocationAnswer, objective: number): readonly LocationFault[] {
  const { status, bound, gap } = answer;
  const faults: LocationFault[] = [];
  const repeated = repeatObjective(problem, answer);
  const slack = TOLERANCE * Math.max(1, Math.abs(repeated));
  if (!(Math.abs(repeated - objective) <= slack)) faults.push(`objective is ${objective}, repeated it is ${repeated}`);
  const isPassed =
    bound !== null && (problem.kind === 'maximal_cover' ? bound < objective - slack : bound > objective + slack);
  if (isPassed) faults.push(`bound ${bound} is on the wrong side of ${objective}`);
  if (status === 'optimal' && (bound === null || Math.abs(bound - objective) > slack || gap !== 0)) {
    faults.push(`optimal with bound ${bound} and gap ${gap}`);
  }
  return faults;
}

function repeatObjective(
  { kind, weights, costs, candidateCount, opening }: LocationProblem,
  answer: LocationAnswer,
): number {
  const terms: number[] = [];
  if (kind === 'set_cover')
    for (const j of answer.open) terms.push(opening === null ? 1 : (opening.costs[j] ?? Number.NaN));
  else {
    for (const [i, j] of answer.assignment.entries()) {
      if (j < 0) continue;
      const cost = costs[i * candidateCount + j] ?? Number.NaN;
      const weight = weights[i] ?? Number.NaN;
      terms.push(kind === 'p_center' ? cost : kind === 'maximal_cover' ? weight : weight * cost);
    }
  }
  if (kind === 'p_center') return terms.reduce((most, term) => Math.max(most, term), 0);
  // Smallest first: another order than the solvers', and the more exact one.
  return terms.sort((a, b) => a - b).reduce((sum, term) => sum + term, 0);
}
