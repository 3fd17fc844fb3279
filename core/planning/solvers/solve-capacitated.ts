import { measureObjective } from './assign-nearest.ts';
import { assignWithinCapacity, type CapacitatedSolution } from './capacitated/assign-within-capacity.ts';
import { type CapacitatedBound, climbCapacitated } from './capacitated/capacitated-dual.ts';
import { createCapacitatedMilp } from './capacitated/capacitated-milp.ts';
import { CAPACITY_TOLERANCE, type CapacitatedModel, createCapacitatedModel } from './capacitated/capacitated-model.ts';
import { exchangeSites, isAffordableChoice } from './capacitated/exchange-sites.ts';
import { explainShortage } from './explain-shortage.ts';
import type { Infeasibility, LocationAnswer } from './location-problem.ts';
import { solveMilp } from './milp/solve-milp.ts';
import { PROOF_TOLERANCE, type SolverRun } from './solver-run.ts';

interface Search {
  readonly run: SolverRun;
  readonly model: CapacitatedModel;
  readonly seen: Set<string>;
  /** Best first, few. */
  readonly pool: CapacitatedSolution[];
}

const ITERATIONS = 1200;
/** Choices of the relaxation that are made into answers: the first of every so many. */
const TRY_EVERY = 5;
const POOL_SIZE = 3;
/** Pairs up to which HiGHS closes what is left; beyond that it would not end in the time people wait. */
const MOST_PAIRS = 25_000;
/** Pairs up to which HiGHS looks for any answer when no other was found. */
const MOST_PAIRS_FOR_ANY = 150_000;

/** An answer to begin with. */
export type CapacitatedStart = Pick<LocationAnswer, 'open' | 'assignment'>;

/**
 * Least sum of weight x cost, each demand as a whole at one open candidate, no capacity passed.
 *
 * @param start an answer that is known; one that does not hold is not taken
 */
export async function solveCapacitatedPMedian(run: SolverRun, start?: CapacitatedStart): Promise<LocationAnswer> {
  const model = createCapacitatedModel(run.problem);
  const shortage = findShortage(model);
  if (shortage !== null) return run.infeasible(shortage);
  const search: Search = { run, model, seen: new Set(), pool: [] };
  if (start !== undefined) offerValues(search, start);
  const bound = await climbCapacitated(run, model, {
    iterations: ITERATIONS,
    target: () => cutOf(search),
    onChosen: async (chosen, iteration) => {
      if (iteration % TRY_EVERY === 0) await tryChoice(search, chosen);
    },
  });
  proveValue(search, bound.value);
  for (const solution of [...search.pool]) keep(search, await exchangeSites(run, model, solution));
  return bound.value >= cutOf(search) ? proveBest(search) : closeExactly(search, bound);
}

/** Why the capacities cannot do: too little in all, or demands larger than every capacity they can reach. */
function findShortage(model: CapacitatedModel): Infeasibility | null {
  const { demandCount, candidateCount, sizes, capacities, isAllowed, sites, costs } = model;
  const must = new Set(model.required);
  const others = Array.from(capacities.keys()).filter((j) => isAllowed[j] === 1 && !must.has(j));
  others.sort((a, b) => (capacities[b] as number) - (capacities[a] as number));
  const largest = [...must, ...others.slice(0, Math.max(0, sites - must.size))];
  const room = largest.reduce((sum, j) => sum + (capacities[j] as number), 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const bottleneck: number[] = [];
  for (let i = 0; i < demandCount; i++) {
    let j = 0;
    while (j < candidateCount && costs[i * candidateCount + j] === Infinity) j++;
    if (j === candidateCount) bottleneck.push(i);
  }
  const missing = total > room * (1 + CAPACITY_TOLERANCE) ? total - room : 0;
  return missing > 0 || bottleneck.length > 0 ? { reason: 'capacity', missing, bottleneck } : null;
}

/** Values at and above this cannot hold an answer better than the best. */
function cutOf({ pool, model }: Search): number {
  const best = pool[0]?.cost ?? Infinity;
  const margin = PROOF_TOLERANCE * Math.abs(best);
  return model.isWhole && best < Infinity ? best - 1 + Math.max(1e-6, margin) : best - margin;
}

function proveValue({ run, model, pool }: Search, value: number): void {
  if (!Number.isFinite(value)) return;
  const whole = model.isWhole ? Math.ceil(value - Math.max(1e-6, PROOF_TOLERANCE * Math.abs(value))) : value;
  run.prove(Math.min(whole, pool[0]?.cost ?? Infinity));
}

function proveBest({ run }: Search): LocationAnswer {
  const best = run.best();
  if (best !== null) run.prove(best);
  return run.answer();
}

/** Opens what was chosen, and as many of the largest others as number and budget allow where the capacity does not do. */
async function tryChoice(search: Search, chosen: readonly number[]): Promise<void> {
  const { run, model, seen } = search;
  const open: number[] = [];
  for (const j of chosen) if (isAffordableChoice(model, [...open, j])) open.push(j);
  const rest = Array.from(model.capacities.keys()).filter((j) => model.isAllowed[j] === 1 && !open.includes(j));
  rest.sort((a, b) => (model.capacities[b] as number) - (model.capacities[a] as number) || a - b);
  for (const j of rest) {
    if (open.length >= model.sites) break;
    if (isAffordableChoice(model, [...open, j])) open.push(j);
  }
  open.sort((a, b) => a - b);
  const key = open.join();
  if (seen.has(key)) return;
  seen.add(key);
  const solution = await assignWithinCapacity(run, { model, open });
  if (solution !== null) keep(search, solution);
}

function keep({ run, pool }: Search, solution: CapacitatedSolution): void {
  if (pool.some(({ cost }) => cost === solution.cost)) return;
  pool.push(solution);
  pool.sort((a, b) => a.cost - b.cost);
  pool.splice(POOL_SIZE);
  if (pool[0] !== solution) return;
  run.offer(solution.open, solution.assignment, measureObjective(run.problem, solution.open, solution.assignment));
}

/** HiGHS over the pairs that the bound leaves in play. */
async function closeExactly(search: Search, bound: CapacitatedBound): Promise<LocationAnswer> {
  const { run, model, pool } = search;
  if (run.isOver()) return run.answer();
  const isKept = createFilter(search, bound);
  const milp = createCapacitatedMilp(model, isKept);
  const pairCount = milp.model.columnCount - model.candidateCount;
  const best = pool[0];
  if (pairCount > (best === undefined ? MOST_PAIRS_FOR_ANY : MOST_PAIRS)) return run.answer();
  const start = best === undefined ? null : milp.toStart(best.open, best.assignment);
  await run.hooks.pause?.();
  const found = await solveMilp(milp.model, {
    ...(start === null ? {} : { start }),
    timeLimitMs: run.leftMs(),
    isCancelled: run.hooks.isCancelled,
    seed: run.problem.seed,
    onImproved: (values) => offerValues(search, milp.toAssignment(values)),
    onBound: (value) => proveValue(search, value),
  });
  if (found.values !== null) offerValues(search, milp.toAssignment(found.values));
  // Infeasible with pairs left out says that nothing is better than the best.
  if (found.status === 'optimal' || (found.status === 'infeasible' && pool.length > 0)) return proveBest(search);
  if (found.status === 'infeasible') return explainTightness(search);
  if (found.bound !== null) proveValue(search, found.bound);
  return run.answer();
}

function offerValues(search: Search, { open, assignment }: CapacitatedStart): void {
  if (assignment.includes(-1)) return;
  // HiGHS allows a row to be passed by its own tolerance: such an assignment is not taken.
  const solution = repeatAssignment(search.model, open, assignment);
  if (solution !== null) keep(search, solution);
}

function repeatAssignment(
  model: CapacitatedModel,
  open: readonly number[],
  assignment: Int32Array,
): CapacitatedSolution | null {
  const load = new Float64Array(model.candidateCount);
  let cost = 0;
  for (let i = 0; i < assignment.length; i++) {
    const j = assignment[i] as number;
    load[j] = (load[j] as number) + (model.sizes[i] as number);
    cost += model.costs[i * model.candidateCount + j] as number;
  }
  const isFull = load.some((used, j) => used > (model.capacities[j] as number) * (1 + CAPACITY_TOLERANCE));
  return isFull || !isAffordableChoice(model, open) ? null : { open, assignment, cost };
}

/** Pairs and candidates whose use alone lifts the bound above the best answer are left out. */
function createFilter(search: Search, bound: CapacitatedBound): (demand: number | null, candidate: number) => boolean {
  const { model, pool } = search;
  const { reduced, chosen, prices, value } = bound;
  if (pool.length === 0 || reduced.length === 0) return () => true;
  const best = pool[0]?.cost ?? Infinity;
  const limit = best + PROOF_TOLERANCE * Math.abs(best);
  const must = new Set(model.required);
  const isChosen = new Set(chosen);
  const last = chosen.findLast((j) => !must.has(j));
  const worst = chosen.length >= model.sites && last !== undefined ? (reduced[last] as number) : 0;
  return (demand, candidate) => {
    const opening =
      isChosen.has(candidate) || must.has(candidate) ? 0 : Math.max(0, (reduced[candidate] as number) - worst);
    if (demand === null) return value + opening <= limit;
    const cost = model.costs[demand * model.candidateCount + candidate] as number;
    return value + opening + Math.max(0, cost - (prices[demand] as number)) <= limit;
  };
}

/** There is room in all, but no way to place every demand as a whole within number and budget. */
async function explainTightness(search: Search): Promise<LocationAnswer> {
  const { run, model } = search;
  const free = { ...model, capacities: new Float64Array(model.candidateCount).fill(Infinity) };
  const everything = Array.from(model.capacities.keys()).filter((j) => model.isAllowed[j] === 1);
  if ((await assignWithinCapacity(run, { model, open: everything })) !== null) return explainShortage(run);
  const nearest = await assignWithinCapacity(run, { model: free, open: everything });
  const { assignment } = nearest ?? { assignment: new Int32Array(0) };
  return run.infeasible({ reason: 'capacity', missing: 0, bottleneck: listOverflow(model, assignment) });
}

/** Demands that do not fit when all go to their nearest, larger ones first. */
function listOverflow({ sizes, capacities }: CapacitatedModel, assignment: Int32Array): readonly number[] {
  const room = capacities.slice();
  const order = Array.from(assignment.keys()).sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  const overflow: number[] = [];
  for (const i of order) {
    const j = assignment[i] as number;
    if ((sizes[i] as number) > (room[j] as number)) overflow.push(i);
    else room[j] = (room[j] as number) - (sizes[i] as number);
  }
  return overflow.sort((a, b) => a - b);
}
