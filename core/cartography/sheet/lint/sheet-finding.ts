import type { IndicatorContext } from '../../../indicators/context.ts';
import type { Language } from '../../../texts/language.ts';
import { type TextKey, type TextValues, text } from '../../../texts/text.ts';
import type { MapDefinition } from '../../map-definition.ts';
import type { ComposedSheet } from '../composed-sheet.ts';
import type { SheetSpec } from '../sheet-spec.ts';

/** What the linter found wrong: key of the topic `sheetLint`. */
export type LintRule = TextKey<'sheetLint'>;

/** A finding about a sheet. `error` stops a public edition, `warning` should be looked at before printing, `hint` is worth knowing. */
export interface SheetFinding {
  readonly rule: LintRule;
  readonly severity: 'error' | 'warning' | 'hint';
  /** Placeholders of the sentence: what was got, what is expected. Never personal data. */
  readonly values: TextValues;
}

/** A page as the linter reads it. */
export type LintPage = Pick<ComposedSheet, 'items' | 'title' | 'layout' | 'paper' | 'isBound' | 'report'>;

/** What is linted: the spec, the county at its date, and the composed pages; the map sheet comes first. */
export interface LintInput {
  readonly spec: SheetSpec;
  readonly context: IndicatorContext;
  readonly pages: readonly LintPage[];
}

/** The same with what all rules read. */
export interface LintScope extends LintInput {
  /** The map as the edition has it. */
  readonly definition: MapDefinition;
  /** Every text of each page with the height of its em square in millimetres. */
  readonly textsByPage: readonly (readonly LintText[])[];
  /** The same of all pages. */
  readonly texts: readonly LintText[];
  /** All texts one after the other without any space: sentences are found whatever lines they were broken into. */
  readonly allText: string;
}

/** A text of a page. */
export interface LintText {
  readonly text: string;
  readonly size: number;
}

/** The sentence of a finding: what was got, what is expected, where. */
export const describeFinding = ({ rule, values }: SheetFinding, language: Language): string =>
  text(language, 'sheetLint', rule, values);
