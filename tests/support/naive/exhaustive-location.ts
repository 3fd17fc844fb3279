import type { LocationProblem } from '#core/planning/solvers/location-problem.ts';

/** The best objective over all choices of candidates and, with capacities, all assignments; null = none is feasible. For a handful of demands and candidates. */
export function searchExhaustively(problem: LocationProblem): number | null {
  let best: number | null = null;
  for (let mask = 0; mask < 1 << problem.candidateCount; mask++) {
    const open = Array.from({ length: problem.candidateCount }, (_, j) => j).filter((j) => (mask >> j) & 1);
    if (!mayBeOpen(problem, open)) continue;
    const value = measureChoice(problem, open);
    if (value === null) continue;
    if (best === null || (problem.kind === 'maximal_cover' ? value > best : value < best)) best = value;
  }
  return best;
}

function mayBeOpen({ required, excluded, sites, opening }: LocationProblem, open: readonly number[]): boolean {
  if (!required.every((j) => open.includes(j)) || excluded.some((j) => open.includes(j))) return false;
  if (sites !== null && open.length > sites) return false;
  if (opening === null || opening.budget === null) return true;
  return open.reduce((sum, j) => sum + (opening.costs[j] ?? 0), 0) <= opening.budget;
}

function measureChoice(problem: LocationProblem, open: readonly number[]): number | null {
  const { kind, demandCount, weights, opening } = problem;
  if (kind === 'capacitated_p_median') return assignAll(problem, open, { demand: 0, load: new Map() });
  const nearest = Array.from({ length: demandCount }, (_, i) =>
    Math.min(Infinity, ...open.map((j) => costOf(problem, i, j))),
  );
  if (kind === 'maximal_cover') {
    return nearest.reduce((sum, cost, i) => sum + (cost < Infinity ? (weights[i] ?? 0) : 0), 0);
  }
  if (nearest.includes(Infinity)) return null;
  if (kind === 'set_cover') return open.reduce((sum, j) => sum + (opening?.costs[j] ?? 1), 0);
  if (kind === 'p_center') return Math.max(0, ...nearest);
  return nearest.reduce((sum, cost, i) => sum + cost * (weights[i] ?? 0), 0);
}

function costOf({ costs, candidateCount, limit }: LocationProblem, i: number, j: number): number {
  const cost = costs[i * candidateCount + j] ?? Infinity;
  return limit !== null && cost > limit ? Infinity : cost;
}

interface Load {
  readonly demand: number;
  readonly load: ReadonlyMap<number, number>;
}

function assignAll(problem: LocationProblem, open: readonly number[], { demand, load }: Load): number | null {
  if (demand === problem.demandCount) return 0;
  let best: number | null = null;
  for (const j of open) {
    const cost = costOf(problem, demand, j);
    const used = (load.get(j) ?? 0) + (problem.sizes?.[demand] ?? 0);
    if (cost === Infinity || used > (problem.capacities?.[j] ?? 0)) continue;
    const rest = assignAll(problem, open, { demand: demand + 1, load: new Map(load).set(j, used) });
    if (rest === null) continue;
    const value = rest + cost * (problem.weights[demand] ?? 0);
    if (best === null || value < best) best = value;
  }
  return best;
}
