import type { ChoiceBasis, ChoiceRequest, ChoiceResult } from '#core/api/choices.ts';
import type { CountyPart } from '#core/county/county-parts.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import type { Language } from '#core/texts/language.ts';
import type { SentError } from '../db/embedded/sent-error.ts';

/** The commands of a plan, and the published plan under it. Today is one without commands. */
export interface ChoiceDraft {
  readonly basedOn: string | null;
  readonly commands: readonly PlanCommand[];
}

/** A question to the solvers, complete but for the county. */
export interface ChoiceOrder {
  readonly request: ChoiceRequest;
  readonly draft: ChoiceDraft;
  readonly basis: ChoiceBasis;
  /** Binds the commands of the answer to one step of undo and begins their ids. */
  readonly batch: string;
  readonly language: Language;
}

/** What the service asks of the solver thread. A county is sent once for each revision, in parts. */
export type ChoiceThreadRequest =
  | { readonly kind: 'begin_county' }
  | { readonly kind: 'county_part'; readonly part: CountyPart }
  /** `cancelled`: one number, not 0 = give the best so far; it is shared, because a thread that computes hears no messages. */
  | { readonly kind: 'solve'; readonly id: number; readonly order: ChoiceOrder; readonly cancelled: SharedArrayBuffer };

/** What the solver thread answers: the best so far, then the end. */
export type ChoiceThreadReply =
  | { readonly kind: 'interim'; readonly id: number; readonly answer: ChoiceResult }
  | { readonly kind: 'done'; readonly id: number; readonly answer: ChoiceResult }
  | { readonly kind: 'failed'; readonly id: number; readonly error: SentError };
