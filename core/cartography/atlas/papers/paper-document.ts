import type { TaskState } from '../../../indicators/tasks.ts';

/** A cell of a paper: words, or a stretch of time within the table's span with its state. */
export type PaperCell = string | { readonly from: string; readonly to: string; readonly state: TaskState };

/** A column; `share` of the width. */
export interface PaperColumn {
  readonly title: string;
  readonly share: number;
  readonly align: 'start' | 'middle' | 'end';
  /** Set in bold red where the row is marked. */
  readonly isState?: boolean;
}

/** A row, or a line across the table that heads the rows below it. */
export type PaperRow =
  | { readonly kind: 'row'; readonly cells: readonly PaperCell[]; readonly isLate?: boolean }
  | { readonly kind: 'group'; readonly title: string };

/** A paper as data: what it says, not how it is set. */
export interface PaperDocument {
  /** Red line at the head: who issues it. */
  readonly issuer: string;
  /** Left and right of the line under it. */
  readonly number: string;
  readonly dated: string;
  readonly title: string;
  /** To whom; empty = to nobody in particular. */
  readonly to: string;
  readonly paragraphs: readonly string[];
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
  /** First and last day of bars. */
  readonly span: readonly [from: string, to: string];
  readonly closing: readonly string[];
  /** Places to sign and date. */
  readonly signatures: readonly string[];
  /** At the foot of each page. */
  readonly source: string;
}
