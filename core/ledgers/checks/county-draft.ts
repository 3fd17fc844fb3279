import type { CheckContext } from './check-context.ts';
import type { DraftOutcome } from './draft-outcome.ts';
import type { RowDraft } from './row-draft.ts';

/** An import on its way into the county. Rules of the whole county may put rows right or leave them out. */
export interface CountyDraft {
  readonly context: CheckContext;
  readonly outcomes: Map<RowDraft, DraftOutcome>;
  /** Puts a row anew after its draft was repaired; leaves it out when the draft is. */
  settleAgain(draft: RowDraft): void;
}
