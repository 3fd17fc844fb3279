import type { MedianBound, MedianPrices } from './median-bound.ts';
import type { MedianBranch } from './median-branch.ts';

/** Where a climb stands: prices, what is chosen at them, and the way the last step went. */
export interface DualState {
  readonly demand: Float64Array;
  budget: number;
  readonly reduced: Float64Array;
  readonly isChosen: Uint8Array;
  readonly share: Float64Array;
  /** Cheapest first. */
  chosen: readonly number[];
  value: number;
  readonly direction: Float64Array;
  budgetDirection: number;
}

/** Memory of the average choice: about 1 ÷ 0.05 = 20 steps. */
const SHARE_STEP = 0.05;
/** How far a step is turned away from the last one that it would undo (Camerini, Fratta & Maffioli 1975). */
const TURN = 1.5;

/** The beginning of a climb in a branch, nothing measured yet. */
export function createDualState(branch: MedianBranch, prices: MedianPrices): DualState {
  const { candidateCount, openingCosts, outside } = branch;
  return {
    demand: prices.demand.map((price, i) => clampPrice(branch, i, price)),
    budget: openingCosts === null ? 0 : prices.budget,
    reduced: new Float64Array(candidateCount),
    isChosen: new Uint8Array(candidateCount),
    share: new Float64Array(candidateCount),
    chosen: [],
    value: -Infinity,
    direction: new Float64Array(outside.length),
    budgetDirection: 0,
  };
}

/** The bound at the prices as they stand. */
export const snapshotBound = ({ value, demand, budget, reduced, chosen }: DualState): Omit<MedianBound, 'share'> => ({
  value,
  prices: { demand: demand.slice(), budget },
  reduced: reduced.slice(),
  chosen,
});

/** Back to prices that were better, with no direction. */
export function returnToPrices(state: DualState, to: MedianPrices): void {
  state.demand.set(to.demand);
  state.budget = to.budget;
  state.direction.fill(0);
  state.budgetDirection = 0;
}

/** What opening each candidate adds at these prices, which are chosen, and the bound. */
export function evaluatePrices(branch: MedianBranch, state: DualState): void {
  const { free, openingCosts, room } = branch;
  const { reduced, share, budget, isChosen } = state;
  for (let f = 0; f < free.length; f++) {
    const j = free[f] as number;
    reduced[j] = openingCosts === null ? 0 : budget * (openingCosts[j] as number);
    share[j] = (share[j] as number) * (1 - SHARE_STEP);
  }
  let value = payDemands(branch, state.demand, reduced) - (openingCosts === null ? 0 : budget * room);
  const chosen = choose(branch, reduced);
  isChosen.fill(0);
  for (const j of chosen) {
    value += reduced[j] as number;
    isChosen[j] = 1;
    share[j] = (share[j] as number) + SHARE_STEP;
  }
  state.chosen = chosen;
  state.value = value;
}

/**
 * One step of the prices along the subgradient.
 *
 * @returns false when the prices cannot move: the choice serves every demand once
 */
export function movePrices(
  branch: MedianBranch,
  state: DualState,
  { pace, target }: { readonly pace: number; readonly target: number },
): boolean {
  const { openingCosts, room } = branch;
  const { demand, direction } = state;
  const demandCount = demand.length;
  const over = openingCosts === null ? 0 : state.chosen.reduce((sum, j) => sum + (openingCosts[j] as number), -room);
  const { length, turn } = turnDirection(direction, countService(branch, demand, state.isChosen));
  const scale = openingCosts === null || !(room > 0) ? 0 : demandCount / room ** 2;
  state.budgetDirection = over + turn * state.budgetDirection;
  if (length === 0 && (over <= 0 || scale === 0)) return false;
  const width =
    (pace * Math.max(target - state.value, 1e-9 * Math.abs(target))) / (length + scale * state.budgetDirection ** 2);
  for (let i = 0; i < demandCount; i++) {
    demand[i] = clampPrice(branch, i, (demand[i] as number) + width * (direction[i] as number));
  }
  state.budget = Math.max(0, state.budget + width * scale * state.budgetDirection);
  return true;
}

/** The direction becomes what is asked now, with as much of the last one as keeps the two from going back and forth; its squared length comes back. */
function turnDirection(
  direction: Float64Array,
  slack: Float64Array,
): { readonly length: number; readonly turn: number } {
  let along = 0;
  let before = 0;
  for (let i = 0; i < direction.length; i++) {
    along += (slack[i] as number) * (direction[i] as number);
    before += (direction[i] as number) ** 2;
  }
  const turn = along < 0 && before > 0 ? (-TURN * along) / before : 0;
  let length = 0;
  for (let i = 0; i < direction.length; i++) {
    direction[i] = (slack[i] as number) + turn * (direction[i] as number);
    length += (direction[i] as number) ** 2;
  }
  return { length, turn };
}

/** A price below the nearest candidate, or above what being outside costs, only lowers the bound. */
function clampPrice({ starts, costs, outside }: MedianBranch, i: number, price: number): number {
  const at = starts[i] as number;
  const most = outside[i] as number;
  const least = at < (starts[i + 1] as number) ? (costs[at] as number) : most;
  return Math.min(most, Math.max(least, price));
}

function payDemands(
  { starts, candidates, costs, outside }: MedianBranch,
  demand: Float64Array,
  reduced: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < outside.length; i++) {
    const price = demand[i] as number;
    sum += price;
    const end = starts[i + 1] as number;
    for (let at = starts[i] as number; at < end; at++) {
      const cost = costs[at] as number;
      if (cost >= price) break;
      const j = candidates[at] as number;
      reduced[j] = (reduced[j] as number) + cost - price;
    }
  }
  return sum;
}

function choose({ free, sites }: MedianBranch, reduced: Float64Array): readonly number[] {
  const paying: number[] = [];
  for (let f = 0; f < free.length; f++) if ((reduced[free[f] as number] as number) < 0) paying.push(free[f] as number);
  paying.sort((a, b) => (reduced[a] as number) - (reduced[b] as number) || a - b);
  return paying.slice(0, Math.max(0, sites));
}

/** By demand: 1 less how often the choice serves it; nothing where the price stands at its end and would only leave it. */
function countService(branch: MedianBranch, demand: Float64Array, isChosen: Uint8Array): Float64Array {
  const { starts, candidates, costs, outside } = branch;
  const slack = new Float64Array(outside.length);
  for (let i = 0; i < outside.length; i++) {
    const price = demand[i] as number;
    const end = starts[i + 1] as number;
    let served = 0;
    let at = starts[i] as number;
    for (; at < end; at++) {
      if ((costs[at] as number) >= price) break;
      if (isChosen[candidates[at] as number] === 1) served++;
    }
    slack[i] = served === 0 && price >= (outside[i] as number) ? 0 : 1 - served;
  }
  return slack;
}
