/** Problems of where to open sites. */
export const LOCATION_KINDS = ['p_median', 'capacitated_p_median', 'maximal_cover', 'set_cover', 'p_center'] as const;
export type LocationKind = (typeof LOCATION_KINDS)[number];

/**
 * Which of the candidates to open, and who goes where.
 *
 * `p_median`: least sum of weight x cost with at most `sites` open; `capacitated_p_median`: the same, each demand as a whole to one site and no site over
 * its capacity; `maximal_cover`: most weight within `limit`; `set_cover`: fewest (or cheapest) sites so that every demand is within `limit`;
 * `p_center`: least worst cost with at most `sites` open.
 */
export interface LocationProblem {
  readonly kind: LocationKind;
  readonly demandCount: number;
  readonly candidateCount: number;
  /** At least 0, aligned with demands. */
  readonly weights: Float64Array;
  /** Row by row: `costs[demand * candidateCount + candidate]`; `Infinity` = no way. */
  readonly costs: Float64Array;
  /** What each demand takes of a capacity; only for `capacitated_p_median`. */
  readonly sizes: Float64Array | null;
  readonly capacities: Float64Array | null;
  /** Candidates that must be open, and those that must not. */
  readonly required: readonly number[];
  readonly excluded: readonly number[];
  /** Most sites open; null = as many as wanted (`set_cover`, or a budget alone). */
  readonly sites: number | null;
  /** What opening costs, aligned with candidates, with the most that may be spent; null = free. */
  readonly opening: { readonly costs: Float64Array; readonly budget: number | null } | null;
  readonly limit: number | null;
  readonly seed: number;
}

/** How a solver looks out of its window: it has no clock of its own. */
export interface SolverHooks {
  /** Milliseconds since some beginning. */
  readonly now: () => number;
  /** Looked at at least every 50 ms. */
  readonly isCancelled: () => boolean;
  /** Awaited at least every 50 ms, so that messages (a cancel) can come in; absent = the solver runs on without a pause. */
  readonly pause?: () => Promise<void>;
  /** The best answer so far, whenever it or its bound became better. */
  readonly tell: (answer: LocationAnswer) => void;
  /** After this the best answer so far is given. */
  readonly timeLimitMs: number;
}

/** Why nothing is feasible, or what could not be placed; demands and candidates as indexes. */
export type Infeasibility =
  | { readonly reason: 'no_candidates' }
  | { readonly reason: 'too_many_required'; readonly required: number; readonly sites: number }
  /** Demands within `limit` of (or with a way to) no allowed candidate. */
  | { readonly reason: 'uncovered'; readonly demands: readonly number[] }
  /** The given number of sites cannot cover all: `needed` is a proved lower bound. */
  | { readonly reason: 'too_few_sites'; readonly needed: number; readonly sites: number }
  /** `missing` in units of size: what the largest allowed capacities together lack; `bottleneck`: demands that no free capacity can take as a whole. */
  | { readonly reason: 'capacity'; readonly missing: number; readonly bottleneck: readonly number[] }
  | { readonly reason: 'budget'; readonly needed: number; readonly budget: number };

/** What was found. `bound` is a proved lower bound (upper for `maximal_cover`). */
export interface LocationAnswer {
  /** `optimal` only when proved; `feasible`: an answer with a gap; `infeasible`: proved, with the reason; `unknown`: nothing found in time. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** Ascending. */
  readonly open: readonly number[];
  /** Candidate of each demand; -1 = none (not covered, no way). */
  readonly assignment: Int32Array;
  readonly objective: number | null;
  readonly bound: number | null;
  /** abs(objective - bound) ÷ abs(objective); 0 when proved. */
  readonly gap: number | null;
  readonly seed: number;
  readonly elapsedMs: number;
  readonly infeasibility: Infeasibility | null;
}
