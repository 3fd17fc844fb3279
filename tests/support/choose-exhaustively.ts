import type { LocationAnswer, LocationProblem, SolverHooks } from '#core/planning/solvers/location-problem.ts';

/** Every set of candidates and, where capacities count, every assignment: right by its plainness, for problems of a handful of things. */
export function chooseExhaustively(problem: LocationProblem, hooks?: SolverHooks): LocationAnswer {
  let best: { readonly open: readonly number[]; readonly assignment: Int32Array; readonly objective: number } | null =
    null;
  const excluded = new Set(problem.excluded);
  const allowed = Array.from({ length: problem.candidateCount }, (_, i) => i).filter((i) => !excluded.has(i));
  for (let set = 1; set < 2 ** allowed.length; set++) {
    const open = allowed.filter((_, bit) => (set >> bit) & 1);
    if (!isAllowed(problem, open)) continue;
    const assignment = assign(problem, open);
    if (assignment === null) continue;
    const objective = measure(problem, open, assignment);
    const isBetter =
      best === null || (problem.kind === 'maximal_cover' ? objective > best.objective : objective < best.objective);
    if (isBetter) best = { open, assignment, objective };
  }
  const answer: LocationAnswer = {
    status: best === null ? 'infeasible' : 'optimal',
    open: best?.open ?? [],
    assignment: best?.assignment ?? new Int32Array(problem.demandCount).fill(-1),
    objective: best?.objective ?? null,
    bound: best?.objective ?? null,
    gap: best === null ? null : 0,
    seed: problem.seed,
    elapsedMs: 1,
    infeasibility: best === null ? { reason: 'capacity', missing: 0, bottleneck: [] } : null,
  };
  hooks?.tell(answer);
  return answer;
}

function isAllowed({ required, sites, opening }: LocationProblem, open: readonly number[]): boolean {
  if (!required.every((one) => open.includes(one)) || (sites !== null && open.length > sites)) return false;
  const yuan = open.reduce((sum, one) => sum + (opening?.costs[one] ?? 0), 0);
  return opening === null || opening.budget === null || yuan <= opening.budget;
}

const costOf = ({ costs, candidateCount }: LocationProblem, demand: number, site: number): number =>
  costs[demand * candidateCount + site] ?? Infinity;

/** The best assignment to the open ones; null where somebody has none and the problem wants all. */
function assign(problem: LocationProblem, open: readonly number[]): Int32Array | null {
  if (problem.capacities !== null) return assignWithRoom(problem, open);
  const assignment = new Int32Array(problem.demandCount).fill(-1);
  for (let demand = 0; demand < problem.demandCount; demand++) {
    let least = problem.limit ?? Number.MAX_VALUE;
    for (const site of open) {
      const cost = costOf(problem, demand, site);
      if (cost > least || (cost === least && assignment[demand] !== -1)) continue;
      least = cost;
      assignment[demand] = site;
    }
    if (assignment[demand] === -1 && problem.kind !== 'maximal_cover') return null;
  }
  return assignment;
}

function assignWithRoom(problem: LocationProblem, open: readonly number[]): Int32Array | null {
  const room = Float64Array.from(problem.capacities ?? []);
  const current = new Int32Array(problem.demandCount).fill(-1);
  let best: Int32Array | null = null;
  let bestCost = Infinity;
  const visit = (demand: number, cost: number): void => {
    if (cost >= bestCost) return;
    if (demand === problem.demandCount) {
      best = current.slice();
      bestCost = cost;
      return;
    }
    const size = problem.sizes?.[demand] ?? 0;
    for (const site of open) {
      const more = (problem.weights[demand] ?? 0) * costOf(problem, demand, site);
      if (more === Infinity || (room[site] ?? 0) < size) continue;
      room[site] = (room[site] ?? 0) - size;
      current[demand] = site;
      visit(demand + 1, cost + more);
      room[site] = (room[site] ?? 0) + size;
    }
  };
  visit(0, 0);
  return best;
}

function measure(problem: LocationProblem, open: readonly number[], assignment: Int32Array): number {
  const costs = [...assignment].map((site, demand) => (site < 0 ? null : costOf(problem, demand, site)));
  const weightOf = (demand: number): number => problem.weights[demand] ?? 0;
  switch (problem.kind) {
    case 'set_cover':
      return problem.opening === null
        ? open.length
        : open.reduce((sum, one) => sum + (problem.opening?.costs[one] ?? 0), 0);
    case 'p_center':
      return Math.max(...costs.map((cost) => cost ?? 0));
    case 'maximal_cover':
      return costs.reduce<number>((sum, cost, demand) => sum + (cost === null ? 0 : weightOf(demand)), 0);
    default:
      return costs.reduce<number>((sum, cost, demand) => sum + (cost ?? 0) * weightOf(demand), 0);
  }
}
