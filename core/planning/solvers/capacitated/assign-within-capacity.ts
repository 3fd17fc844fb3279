import type { SolverRun } from '../solver-run.ts';
import { CAPACITY_TOLERANCE, type CapacitatedModel } from './capacitated-model.ts';

/** Every demand at one open candidate, no capacity passed. */
export interface CapacitatedSolution {
  readonly open: readonly number[];
  readonly assignment: Int32Array;
  readonly cost: number;
}

/** Which candidates are open. */
export interface AssignmentQuestion {
  readonly model: CapacitatedModel;
  readonly open: readonly number[];
  /** Moves only, no exchanges. */
  readonly isQuick?: boolean;
}

/** An assignment under way: candidate of each demand (-1 = not placed) and the room left at each candidate. */
interface Filling {
  readonly open: readonly number[];
  readonly assignment: Int32Array;
  readonly room: Float64Array;
}

/** Passes over all pairs at most; each ends in a better assignment. */
const MOST_PASSES = 60;

/**
 * Assigns all demands to open candidates: those that lose most by not getting their first go first (largest first when that fails), what does not fit is
 * placed by moving others, and then single moves and exchanges better the whole.
 *
 * @returns null = no assignment was found, which proves nothing
 * @see Martello & Toth 1990, "Knapsack Problems", chapter 7; Osman & Christofides 1994, "Capacitated clustering problems by hybrid simulated annealing and tabu search", ITOR 1(3)
 */
export async function assignWithinCapacity(
  run: SolverRun,
  { model, open, isQuick = false }: AssignmentQuestion,
): Promise<CapacitatedSolution | null> {
  const { sizes, capacities } = model;
  let total = 0;
  for (const size of sizes) total += size;
  const room = open.reduce((sum, j) => sum + (capacities[j] as number), 0);
  if (total > room * (1 + CAPACITY_TOLERANCE)) return null;
  const regrets = measureRegrets(model, open);
  const all = Array.from(sizes.keys());
  const orders = [
    () =>
      all.toSorted(
        (a, b) =>
          (regrets[b] as number) - (regrets[a] as number) || (sizes[b] as number) - (sizes[a] as number) || a - b,
      ),
    () =>
      all.toSorted(
        (a, b) =>
          (sizes[b] as number) - (sizes[a] as number) || (regrets[b] as number) - (regrets[a] as number) || a - b,
      ),
  ];
  for (const order of orders) {
    const filling = fillInOrder(model, open, order());
    if (filling === null) continue;
    for (let pass = 0; pass < MOST_PASSES && !run.isOver(); pass++) {
      if (run.isPauseDue()) await run.pause();
      const isMoved = moveSingles(model, filling);
      const isSwapped = !isQuick && swapPairs(model, filling);
      if (!isMoved && !isSwapped) break;
    }
    return { open, assignment: filling.assignment, cost: costOfAssignment(model, filling.assignment) };
  }
  return null;
}

/** Sum of costs of a whole assignment. */
export function costOfAssignment({ costs, candidateCount }: CapacitatedModel, assignment: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < assignment.length; i++) sum += costs[i * candidateCount + (assignment[i] as number)] as number;
  return sum;
}

/** What each demand loses when it gets its second instead of its first open candidate; `Infinity` = there is no second. */
function measureRegrets(
  { demandCount, candidateCount, costs }: CapacitatedModel,
  open: readonly number[],
): Float64Array {
  return Float64Array.from({ length: demandCount }, (_, i) => {
    let first = Infinity;
    let second = Infinity;
    for (const j of open) {
      const cost = costs[i * candidateCount + j] as number;
      if (cost < first) [first, second] = [cost, first];
      else if (cost < second) second = cost;
    }
    return second === Infinity ? Number.MAX_VALUE : second - first;
  });
}

function fillInOrder(model: CapacitatedModel, open: readonly number[], order: readonly number[]): Filling | null {
  const { candidateCount, costs, sizes, capacities } = model;
  const filling: Filling = {
    open,
    assignment: new Int32Array(model.demandCount).fill(-1),
    room: capacities.map((capacity) => capacity * (1 + CAPACITY_TOLERANCE)),
  };
  const left: number[] = [];
  for (const i of order) {
    let best = -1;
    let least = Infinity;
    for (const j of open) {
      const cost = costs[i * candidateCount + j] as number;
      if (cost >= least || (filling.room[j] as number) < (sizes[i] as number)) continue;
      least = cost;
      best = j;
    }
    if (best < 0) left.push(i);
    else place(model, filling, { demand: i, to: best });
  }
  return left.every((i) => makeRoom(model, filling, i)) ? filling : null;
}

interface Placing {
  readonly demand: number;
  readonly to: number;
}

function place({ sizes }: CapacitatedModel, { assignment, room }: Filling, { demand, to }: Placing): void {
  const from = assignment[demand] as number;
  const size = sizes[demand] as number;
  if (from >= 0) room[from] = (room[from] as number) + size;
  room[to] = (room[to] as number) - size;
  assignment[demand] = to;
}

/** Places a demand by sending one other elsewhere: the cheapest such pair. */
function makeRoom(model: CapacitatedModel, filling: Filling, demand: number): boolean {
  const { candidateCount, costs, sizes, demandCount } = model;
  const { assignment, room, open } = filling;
  const size = sizes[demand] as number;
  let least = Infinity;
  let found: { readonly other: number; readonly to: number; readonly at: number } | null = null;
  for (let other = 0; other < demandCount; other++) {
    const at = assignment[other] as number;
    if (at < 0 || (room[at] as number) + (sizes[other] as number) < size) continue;
    const base = (costs[demand * candidateCount + at] as number) - (costs[other * candidateCount + at] as number);
    if (!(base < Infinity)) continue;
    for (const to of open) {
      if (to === at || (room[to] as number) < (sizes[other] as number)) continue;
      const price = base + (costs[other * candidateCount + to] as number);
      if (price < least) [least, found] = [price, { other, to, at }];
    }
  }
  if (found === null) return false;
  place(model, filling, { demand: found.other, to: found.to });
  place(model, filling, { demand, to: found.at });
  return true;
}

function moveSingles(model: CapacitatedModel, filling: Filling): boolean {
  const { candidateCount, costs, sizes, demandCount } = model;
  const { assignment, room, open } = filling;
  let isMoved = false;
  for (let i = 0; i < demandCount; i++) {
    let least = (costs[i * candidateCount + (assignment[i] as number)] as number) * (1 - 1e-12);
    let best = -1;
    for (const j of open) {
      const cost = costs[i * candidateCount + j] as number;
      if (cost >= least || (room[j] as number) < (sizes[i] as number)) continue;
      least = cost;
      best = j;
    }
    if (best < 0) continue;
    place(model, filling, { demand: i, to: best });
    isMoved = true;
  }
  return isMoved;
}

function swapPairs(model: CapacitatedModel, filling: Filling): boolean {
  const { candidateCount: m, costs, sizes, demandCount } = model;
  const { assignment, room } = filling;
  let isSwapped = false;
  for (let i = 0; i < demandCount; i++) {
    for (let k = i + 1; k < demandCount; k++) {
      const a = assignment[i] as number;
      const b = assignment[k] as number;
      if (a === b) continue;
      const now = (costs[i * m + a] as number) + (costs[k * m + b] as number);
      const then = (costs[i * m + b] as number) + (costs[k * m + a] as number);
      if (then >= now * (1 - 1e-12)) continue;
      const more = (sizes[i] as number) - (sizes[k] as number);
      if ((room[b] as number) < more || (room[a] as number) < -more) continue;
      room[a] = (room[a] as number) + more;
      room[b] = (room[b] as number) - more;
      assignment[i] = b;
      assignment[k] = a;
      isSwapped = true;
    }
  }
  return isSwapped;
}
