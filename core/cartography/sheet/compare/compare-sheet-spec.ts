import type { IsoDate } from '../../../county/dates.ts';
import type { PlanComparison } from '../../../planning/compare-plans.ts';
import type { Language } from '../../../texts/language.ts';
import { getPaper, type Orientation, type Paper } from '../paper.ts';

/** What is asked for. */
export interface CompareSheetSpec {
  readonly paper: 'A3' | 'A4';
  readonly orientation: Orientation;
  readonly language: Language;
}

/** What a column of the page is called. */
export interface ComparedColumn {
  /** In the language of the page. */
  readonly name: string;
  readonly plan: string;
  /** Null = today. */
  readonly version: number | null;
  /** Day for which its figures stand. */
  readonly asOf: IsoDate;
}

/** A comparison to be drawn as one page. Plain data: it is handed to another thread. */
export interface CompareSheetContent {
  readonly comparison: PlanComparison;
  /** As in `comparison.columns`. */
  readonly columns: readonly ComparedColumn[];
}

/** How a column is named where there is little room: A, B, C … */
export const columnLetter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

/** The paper of a comparison: it is handed out in a meeting and read in the hand. */
export const getComparePaper = ({ paper }: Pick<CompareSheetSpec, 'paper'>): Paper => ({
  ...getPaper(paper),
  isBound: true,
});
