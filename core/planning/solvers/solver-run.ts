import type { Infeasibility, LocationAnswer, LocationProblem, SolverHooks } from './location-problem.ts';

/** What is known of a problem while it is solved: the best answer, the best bound, and whether one should go on. */
export interface SolverRun {
  readonly problem: LocationProblem;
  readonly hooks: SolverHooks;
  /** Cancelled, or the time is up. Cheap enough for every step. */
  readonly isOver: () => boolean;
  /** True when the last pause is so long ago that `pause` should be awaited. */
  readonly isPauseDue: () => boolean;
  readonly pause: () => Promise<void>;
  /** Milliseconds that are left. */
  readonly leftMs: () => number;
  /** Takes an answer when it is better than the best so far; tells of it. */
  readonly offer: (open: readonly number[], assignment: Int32Array, objective: number) => void;
  /** Takes a proved bound when it is better than the best so far; tells of it where an answer is known. */
  readonly prove: (bound: number) => void;
  /** Objective of the best answer so far; null = none. */
  readonly best: () => number | null;
  /** The answer as it stands. */
  readonly answer: () => LocationAnswer;
  readonly infeasible: (reason: Infeasibility) => LocationAnswer;
}

/** Pause this often: half of what was promised, because a step may take as long again. */
const PAUSE_EVERY_MS = 20;

/**
 * Objective and bound count as equal when they differ by no more than this share: sums of some thousand products in double precision are exact to about
 * 1e-12 of their size, so that 1e-9 is never reached by rounding alone and means nothing on the ground.
 */
export const PROOF_TOLERANCE = 1e-9;

/** True when the bound proves the objective, in either sense. */
export function isProved(objective: number, bound: number): boolean {
  return Math.abs(objective - bound) <= PROOF_TOLERANCE * Math.max(1e-9, Math.abs(objective));
}

/** A run over a problem that is about to be solved. */
export function createSolverRun(problem: LocationProblem, hooks: SolverHooks): SolverRun {
  const startMs = hooks.now();
  const isMaximum = problem.kind === 'maximal_cover';
  const isBetter = (value: number, than: number): boolean => (isMaximum ? value > than : value < than);
  let pausedAtMs = startMs;
  let lookedAtMs = startMs;
  let isEnded = false;
  let best: Pick<LocationAnswer, 'open' | 'assignment'> & { objective: number } = { ...EMPTY, objective: Number.NaN };
  let isFound = false;
  let bound: number | null = null;
  const elapsedMs = (): number => hooks.now() - startMs;
  const answer = (): LocationAnswer =>
    describe({ problem, best: isFound ? best : null, bound, elapsedMs: elapsedMs() });
  return {
    problem,
    hooks,
    isOver: () => {
      lookedAtMs = hooks.now();
      isEnded ||= lookedAtMs - startMs >= hooks.timeLimitMs || hooks.isCancelled();
      return isEnded;
    },
    isPauseDue: () => hooks.pause !== undefined && hooks.now() - pausedAtMs >= PAUSE_EVERY_MS,
    pause: async () => {
      await hooks.pause?.();
      pausedAtMs = hooks.now();
    },
    leftMs: () => Math.max(0, hooks.timeLimitMs - elapsedMs()),
    offer: (open, assignment, objective) => {
      if (isFound && !isBetter(objective, best.objective)) return;
      best = { open: open.toSorted((a, b) => a - b), assignment: assignment.slice(), objective };
      isFound = true;
      hooks.tell(answer());
    },
    prove: (proved) => {
      if (bound !== null && !isBetter(bound, proved)) return;
      bound = proved;
      if (isFound) hooks.tell(answer());
    },
    best: () => (isFound ? best.objective : null),
    answer,
    infeasible: (infeasibility) => ({
      ...describe({ problem, best: null, bound: null, elapsedMs: elapsedMs() }),
      status: 'infeasible',
      infeasibility,
    }),
  };
}

const EMPTY = { open: [], assignment: new Int32Array(0) };

interface State {
  readonly problem: LocationProblem;
  readonly best: (Pick<LocationAnswer, 'open' | 'assignment'> & { readonly objective: number }) | null;
  readonly bound: number | null;
  readonly elapsedMs: number;
}

function describe({ problem, best, bound, elapsedMs }: State): LocationAnswer {
  const rest = { seed: problem.seed, elapsedMs, infeasibility: null };
  if (best === null) {
    const assignment = new Int32Array(problem.demandCount).fill(-1);
    return { status: 'unknown', open: [], assignment, objective: null, bound, gap: null, ...rest };
  }
  const { objective } = best;
  const isOptimal = bound !== null && isProved(objective, bound);
  // A bound that is beyond the objective by rounding only is the objective.
  const shown = isOptimal ? objective : bound;
  const gap = shown === null ? null : Math.abs(objective - shown) / Math.max(Math.abs(objective), Number.MIN_VALUE);
  return { ...best, status: isOptimal ? 'optimal' : 'feasible', bound: shown, gap, ...rest };
}
