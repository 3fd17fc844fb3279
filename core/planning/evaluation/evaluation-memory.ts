import type { UnplacedReason } from './evaluation.ts';
import type { OpenFlow } from './measured-flow.ts';

/** Households of one settlement without a place, as an evaluation gives them. */
export interface UnplacedEntry {
  readonly settlementCode: string;
  readonly households: number;
  readonly people: number;
  readonly reason: UnplacedReason;
}

/**
 * What one position of a dragged site leaves to the next: flows to other sites and those without a place mostly stay as they are, and are then the
 * very same objects.
 */
export interface EvaluationMemory {
  /** Index of the dragged site: what goes there is never the same. */
  readonly changingSite: number;
  /** By explicit group of the demand. */
  readonly explicit: (OpenFlow | undefined)[];
  /** By waiting group of the demand, with the first of its households. */
  readonly nearest: ({ readonly from: number; readonly flow: OpenFlow } | undefined)[];
  /** By waiting group of the demand, with the first of its households. */
  readonly unplaced: ({ readonly from: number; readonly entry: UnplacedEntry } | undefined)[];
}

/** Nothing is remembered yet. */
export const createEvaluationMemory = (changingSite: number): EvaluationMemory => ({
  changingSite,
  explicit: [],
  nearest: [],
  unplaced: [],
});
