import type { PlanCommand } from '../county/plan.ts';

/** Two people changed the same thing of a plan: what one sent, and what stands there by the other since. */
export interface PlanConflict {
  /** Code of the thing both speak of. */
  readonly about: string;
  readonly mine: readonly PlanCommand[];
  readonly theirs: readonly PlanCommand[];
  /** Ids of those of `theirs` that the other took out of the plan; absent = none. */
  readonly removed?: readonly string[];
}
