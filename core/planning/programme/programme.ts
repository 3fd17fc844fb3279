/** What the road programme maximises. */
export const PROGRAMME_TARGETS = ['households', 'target_households', 'settlements'] as const;
export type ProgrammeTarget = (typeof PROGRAMME_TARGETS)[number];

/**
 * Which segments to harden first (先修哪几段). Exactly one of `budgetYuan`, `targetShare`, `joinAll` leads: the most weight for the money; the
 * least money for a share of R2 (0 to 1); the least money that joins every settlement that must be joined.
 */
export interface ProgrammeProblem {
  readonly goal:
    | { readonly kind: 'budget'; readonly budgetYuan: number }
    | { readonly kind: 'target_share'; readonly targetShare: number }
    | { readonly kind: 'join_all' };
  readonly target: ProgrammeTarget;
  /** Years to which the steps are given, with what may be spent in each; null = the total spread evenly over the years. */
  readonly years: readonly { readonly year: number; readonly budgetYuan: number | null }[];
  /** Settlements that the plan empties count too. Default: no road is hardened only for them. */
  readonly includesEmptied: boolean;
  readonly timeLimitMs: number;
  readonly seed: number;
}

/** How the solver looks out of its window: it has no clock of its own. */
export interface ProgrammeHooks {
  /** Milliseconds since some beginning. */
  readonly now: () => number;
  /** Whether to end with the best answer so far. */
  readonly isCancelled: () => boolean;
  /** The best answer so far, whenever it or its bound became better. */
  readonly tell: (answer: ProgrammeAnswer) => void;
  /** Awaited between pieces of work, so that a cancellation can come in. */
  readonly pause?: () => Promise<void>;
}

/** One step: segments that belong together, what they cost and what they newly join once the steps before are done. */
export interface ProgrammeStep {
  readonly segmentCodes: readonly string[];
  readonly year: number;
  readonly costYuan: number;
  readonly meters: number;
  /** Newly joined by this step. */
  readonly settlementCodes: readonly string[];
  readonly households: number;
  readonly people: number;
  readonly targetHouseholds: number;
  /** Weight gained per million yuan. */
  readonly gainPerMillionYuan: number;
}

/** A step for which no year has money enough. */
export type UnplacedStep = Omit<ProgrammeStep, 'year'>;

/** A road programme with its proof. Weights in the unit of the target; costs in yuan to the fen, each segment rounded for itself. */
export interface ProgrammeAnswer {
  readonly status: 'optimal' | 'feasible' | 'infeasible';
  /** By year, within it in the order of the works. */
  readonly steps: readonly ProgrammeStep[];
  /** Part of the programme that fits in no year; empty when the years' money suffices. */
  readonly unplaced: readonly UnplacedStep[];
  /** Of all steps, the unplaced ones included. */
  readonly costYuan: number;
  /** Newly joined by all steps, in the unit of the target. */
  readonly gained: number;
  /** Budget: proved most that could be gained; otherwise proved least cost in yuan. */
  readonly bound: number;
  /** abs(objective - bound) ÷ objective, the objective being `gained` or `costYuan`; 0 when both are 0. */
  readonly gap: number;
  /** Settlements joined before and after (R2), as numerators over the same denominator. */
  readonly joined: { readonly before: number; readonly after: number; readonly all: number };
  /** The same in the unit of the target, over the settlements that count: `after - before` is `gained`. */
  readonly weights: { readonly before: number; readonly after: number; readonly all: number };
  /** Settlements that no set of existing segments can join, and those left out because the plan empties them. */
  readonly impossible: readonly string[];
  readonly leftOut: readonly string[];
  readonly seed: number;
  readonly elapsedMs: number;
}
