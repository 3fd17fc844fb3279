import type { SolverRun } from '../solver-run.ts';
import { createDualState, evaluatePrices, movePrices, returnToPrices, snapshotBound } from './dual-state.ts';
import type { MedianBound, MedianPrices } from './median-bound.ts';
import type { MedianBranch } from './median-branch.ts';

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

const LEAST_PACE = 0.002;

/**
 * Climbs to a lower bound of a branch: that each demand is served once, and the budget, are relaxed with prices; what is left picks the candidates that
 * pay most. Prices follow the subgradient, turned away from going back and forth.
 *
 * @see Narula, Ogbu & Samuelsson 1977, "An algorithm for the p-median problem", Operations Research 25(4)
 * @see Camerini, Fratta & Maffioli 1975, "On improving relaxation methods by modified gradient techniques", Math. Programming Study 3
 */
export async function climbDual(run: SolverRun, branch: MedianBranch, options: ClimbOptions): Promise<MedianBound> {
  const state = createDualState(branch, options.prices);
  let best = snapshotBound(state);
  let { pace } = options;
  let idle = 0;
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    if (run.isOver()) break;
    if (run.isPauseDue()) await run.pause();
    evaluatePrices(branch, state);
    await options.onChosen(state.chosen, iteration);
    if (state.value > best.value) {
      const isMuch = state.value - best.value > 1e-4 * Math.abs(options.target() - best.value);
      best = snapshotBound(state);
      idle = isMuch ? 0 : idle + 1;
    } else idle++;
    if (best.value >= options.target()) break;
    if (idle >= options.patience) {
      idle = 0;
      pace /= 2;
      if (pace < LEAST_PACE) break;
      returnToPrices(state, best.prices);
    }
    if (!movePrices(branch, state, { pace, target: options.target() })) break;
  }
  return { ...best, share: state.share };
}
