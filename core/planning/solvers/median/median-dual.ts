import type { SolverRun } from '../solver-run.ts';
import type { MedianBranch } from './median-branch.ts';

/** Prices of the relaxed conditions: what each demand pays, and what a unit of budget costs. */
export interface MedianPrices {
  readonly demand: Float64Array;
  readonly budget: number;
}

/** The best bound found in a branch, and what goes with it. */
export interface MedianBound {
  readonly value: number;
  readonly prices: MedianPrices;
  /** By candidate: what opening it adds to the bound. */
  readonly reduced: Float64Array;
  /** Candidates chosen at these prices, cheapest first. */
  readonly chosen: readonly number[];
  /** By candidate: how often it was chosen of late, 0 to 1: near to the broken optimum of the linear model. */
  readonly share: Float64Array;
}

/** How to climb. */
export interface ClimbOptions {
  readonly prices: MedianPrices;
  readonly iterations: number;
  /** Share of the way to the target that a step takes at first. */
  readonly pace: number;
  /** Iterations without a better bound until the pace is halved. */
  readonly patience: number;
  /** What the bound is to reach: the climb ends there. */
  readonly target: () => number;
  /** Sees what is chosen, in descending promise; may find better answers. */
  readonly onChosen: (chosen: readonly number[], iteration: number) => Promise<void>;
}

/** Memory of the average choice: about 1 ÷ 0.05 = 20 steps. */
const SHARE_STEP = 0.05;
const LEAST_PACE = 0.002;

/**
 * Climbs to a lower bound of a branch: that each demand is served once, and the budget, are relaxed with prices; what is left picks the candidates that
 * pay most. Prices follow the subgradient, turned away from going back and forth.
 *
 * @see Narula, Ogbu & Samuelsson 1977, "An algorithm for the p-median problem", Operations Research 25(4)
 * @see Camerini, Fratta & Maffioli 1975, "On improving relaxation methods by modified gradient techniques", Math. Programming Study 3
 */
export async function climbDual(run: SolverRun, branch: MedianBranch, options: ClimbOptions): Promise<MedianBound> {
  const step = createStep(branch, options.prices);
  let best = step.snapshot();
  let { pace } = options;
  let idle = 0;
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    if (run.isOver()) break;
    if (run.isPauseDue()) await run.pause();
    step.evaluate();
    await options.onChosen(step.chosen(), iteration);
    if (step.value() > best.value) {
      const isMuch = step.value() - best.value > 1e-4 * Math.abs(options.target() - best.value);
      best = step.snapshot();
      idle = isMuch ? 0 : idle + 1;
    } else idle++;
    if (best.value >= options.target()) break;
    if (idle >= options.patience) {
      idle = 0;
      pace /= 2;
      if (pace < LEAST_PACE) break;
      step.returnTo(best.prices);
    }
    if (!step.move(pace, options.target())) break;
  }
  return { ...best, share: step.share };
}

function createStep(branch: MedianBranch, prices: MedianPrices) {
  const { free, outside, openingCosts, room, candidateCount } = branch;
  const demandCount = outside.length;
  const demand = prices.demand.slice();
  let budget = openingCosts === null ? 0 : prices.budget;
  for (let i = 0; i < demandCount; i++) demand[i] = clampPrice(branch, i, demand[i] as number);
  const reduced = new Float64Array(candidateCount);
  const isChosen = new Uint8Array(candidateCount);
  const share = new Float64Array(candidateCount);
  const direction = new Float64Array(demandCount);
  let budgetDirection = 0;
  let chosen: readonly number[] = [];
  let value = -Infinity;
  return {
    share,
    value: () => value,
    chosen: () => chosen,
    snapshot: (): Omit<MedianBound, 'share'> => ({
      value,
      prices: { demand: demand.slice(), budget },
      reduced: reduced.slice(),
      chosen,
    }),
    returnTo: (to: MedianPrices) => {
      demand.set(to.demand);
      budget = to.budget;
      direction.fill(0);
      budgetDirection = 0;
    },
    evaluate: () => {
      for (let f = 0; f < free.length; f++) {
        const j = free[f] as number;
        reduced[j] = openingCosts === null ? 0 : budget * (openingCosts[j] as number);
        share[j] = (share[j] as number) * (1 - SHARE_STEP);
      }
      value = payDemands(branch, demand, reduced) - (openingCosts === null ? 0 : budget * room);
      chosen = choose(branch, reduced);
      isChosen.fill(0);
      for (const j of chosen) {
        value += reduced[j] as number;
        isChosen[j] = 1;
        share[j] = (share[j] as number) + SHARE_STEP;
      }
    },
    /** @returns false when the prices cannot move: the choice serves every demand once */
    move: (pace: number, target: number): boolean => {
      const slack = countService(branch, demand, isChosen);
      let along = 0;
      let before = 0;
      for (let i = 0; i < demandCount; i++) {
        along += (slack[i] as number) * (direction[i] as number);
        before += (direction[i] as number) ** 2;
      }
      const over = openingCosts === null ? 0 : chosen.reduce((sum, j) => sum + (openingCosts[j] as number), -room);
      const turn = along < 0 && before > 0 ? (-1.5 * along) / before : 0;
      let length = 0;
      for (let i = 0; i < demandCount; i++) {
        direction[i] = (slack[i] as number) + turn * (direction[i] as number);
        length += (direction[i] as number) ** 2;
      }
      const scale = openingCosts === null || !(room > 0) ? 0 : demandCount / room ** 2;
      budgetDirection = over + turn * budgetDirection;
      if (length === 0 && (over <= 0 || scale === 0)) return false;
      const width =
        (pace * Math.max(target - value, 1e-9 * Math.abs(target))) / (length + scale * budgetDirection ** 2);
      for (let i = 0; i < demandCount; i++) {
        demand[i] = clampPrice(branch, i, (demand[i] as number) + width * (direction[i] as number));
      }
      budget = Math.max(0, budget + width * scale * budgetDirection);
      return true;
    },
  };
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
