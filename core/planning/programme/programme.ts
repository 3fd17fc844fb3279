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

/** A road programme with its proof. Weights in the unit of the target. */
export interface ProgrammeAnswer {
  readonly status: 'optimal' | 'feasible' | 'infeasible';
  readonly steps: readonly ProgrammeStep[];
  readonly costYuan: number;
  /** Newly joined, in the unit of the target. */
  readonly gained: number;
  /** Budget: proved most that could be gained; otherwise proved least cost. */
  readonly bound: number;
  readonly gap: number;
  /** R2 before and after, as numerators over the same denominator. */
  readonly joined: { readonly before: number; readonly after: number; readonly all: number };
  /** Settlements that no set of existing segments can join, and those left out because the plan empties them. */
  readonly impossible: readonly string[];
  readonly leftOut: readonly string[];
  readonly seed: number;
  readonly elapsedMs: number;
}
