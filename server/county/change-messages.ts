import type { CountyPart } from '#core/county/county-parts.ts';
import type { CountyText } from '#core/county/county-text.ts';
import type { SentError } from '../db/embedded/sent-error.ts';
import type { RoadText } from './county-text-store.ts';
import type { PreparedChange } from './prepare-county-change.ts';

/** What the thread that prepares a change is asked, once. */
export interface ChangeOrder {
  /** The county as it is. */
  readonly text: CountyText;
  readonly roads: RoadText;
  /** A `CountyChange` as gzipped JSON. */
  readonly change: Uint8Array;
  /** The county before `change` was written, when it is to be taken back; null to write it. */
  readonly undone: CountyText | null;
}

/** What it answers: the changed lists of the county in memory, in parts, then the change as it is stored. */
export type ChangeReply =
  | { readonly kind: 'part'; readonly part: CountyPart }
  | { readonly kind: 'done'; readonly prepared: PreparedChange }
  | { readonly kind: 'failed'; readonly error: SentError };
