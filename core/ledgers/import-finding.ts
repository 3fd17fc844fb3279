import type { LonLat } from '../geo/lon-lat.ts';
import type { LedgerKind, LedgerValue } from './ledger.ts';

/** Rules that rows are checked by; a sentence is `import-rules.rule_<rule>`, what it means `import-rules.about_<rule>`. */
export const IMPORT_RULES = [
  'required_missing',
  'number_unreadable',
  'number_out_of_range',
  'date_unreadable',
  'date_in_future',
  'choice_unknown',
  'boolean_unreadable',
  'code_malformed',
  'code_from_number',
  'code_unknown',
  'code_of_other_kind',
  'name_differs_from_code',
  'name_ambiguous',
  'text_damaged',
  'duplicate_in_file',
  'same_person_twice',
  'household_split',
  'household_in_two_sites',
  'people_differ_from_members',
  'causes_do_not_add_up',
  'capacity_exceeded',
  'position_missing',
  'position_unreadable',
  'axes_swapped',
  'outside_county',
  'outside_village',
  'geometry_wrong_kind',
  'ring_open',
  'self_crossing',
  'no_length',
  'sliver',
  'areas_overlap',
  'areas_gap',
  'road_end_unjoined',
  'segment_doubled',
  'totals_differ',
  'reported_total_differs',
  'removed_but_needed',
] as const;
export type ImportRule = (typeof IMPORT_RULES)[number];

/** `error` keeps the row out until it is repaired or left out by choice; `warning` is written as it is unless a repair is chosen; `note` is for information. */
export type FindingSeverity = 'error' | 'warning' | 'note';

/** What can be done about a finding. */
export type Repair =
  /** Another value in a field of the row. */
  | { readonly kind: 'set'; readonly field: string; readonly value: LedgerValue }
  /** The field becomes unknown. */
  | { readonly kind: 'clear'; readonly field: string }
  /** The row is not imported. */
  | { readonly kind: 'leave_out' }
  /** The row is written as it is although it breaks the rule (warnings only). */
  | { readonly kind: 'keep' }
  /** The two numbers of the position change places. */
  | { readonly kind: 'swap_axes' }
  /** The geometry is put right: ring closed, crossing removed, sliver given to its neighbour, end joined. */
  | { readonly kind: 'mend_geometry' };

/** Something that is wrong with a row, a table (`row` 0) or the whole import. */
export interface ImportFinding {
  readonly rule: ImportRule;
  readonly severity: FindingSeverity;
  /** Places from 0. */
  readonly file: number;
  readonly table: number;
  /** Row as a person counts it; 0 for the table as a whole. */
  readonly row: number;
  readonly ledger: LedgerKind;
  /** Name of the field; null when it is about the row. */
  readonly field: string | null;
  /** Code of the thing, where the row has one. */
  readonly code: string | null;
  /** What stands there, shortened to 60 characters; never personal data. */
  readonly got: string;
  /** What was expected: a value, a range, or a list; empty where the rule says it. */
  readonly expected: string;
  /** The proposed repair first, others that make sense after it. */
  readonly repairs: readonly Repair[];
  /** Where, EPSG:4490; null for what has no place. */
  readonly position: LonLat | null;
}

/** What a person chose: for all findings of a rule in a table, or for one row. The choice for a row wins. */
export interface RepairChoice {
  readonly rule: ImportRule;
  readonly file: number;
  readonly table: number;
  /** Null: every row. */
  readonly row: number | null;
  /** `proposed`: the first of each finding's own repairs. */
  readonly repair: Repair | { readonly kind: 'proposed' };
}
