import type { Geometry } from '../../geo/geometry.ts';
import type { ImportRule, Repair } from '../import-finding.ts';
import type { Ledger, LedgerField, LedgerKind, LedgerValue } from '../ledger.ts';
import type { SourceRow, SourceTable } from '../source-table.ts';
import type { TableMapping } from '../table-mapping.ts';

/** A row of any ledger: what all have in common is that most have a code. */
export interface AnyRow {
  readonly code?: string;
}

/** A field of a mapped table and where its cells are. */
export interface MappedField {
  readonly field: LedgerField;
  /** Place of the column; -1 for a value that every row has. */
  readonly column: number;
  readonly constant: string | null;
}

/** What a cell came to: a value, or what is wrong with it. `also` is worth saying although the value is known. */
export type CellReading =
  | { readonly value: LedgerValue; readonly also: ImportRule | null }
  | { readonly rule: ImportRule; readonly expected: string; readonly repairs: readonly Repair[] };

/** Reads cells of one table; equal cells of a column are read once. */
export type CellReader = (mapped: MappedField, row: SourceRow) => CellReading;

/** A table that is imported. */
export interface DraftTable {
  readonly file: number;
  readonly place: number;
  readonly mapping: TableMapping;
  readonly kind: LedgerKind;
  readonly ledger: Ledger<AnyRow>;
  readonly source: SourceTable;
  /** Name of the file and, where it holds several, of the table: what ledger rows are filed under. */
  readonly sourceName: string;
  readonly fields: readonly MappedField[];
  readonly read: CellReader;
  readonly drafts: readonly RowDraft[];
}

/** A row on its way from cells to a row of the county. Rules look at it and repairs change it. */
export interface RowDraft {
  readonly table: DraftTable;
  readonly source: SourceRow;
  /** Fields that the table has; what it does not have is absent. */
  readonly values: Record<string, LedgerValue>;
  /** EPSG:4490. */
  geometry: Geometry | null;
  /** Found, stated or made; null while it is not known. */
  code: string | null;
  /** True for a code that was made for a new thing. */
  isCodeMade: boolean;
  /** The row of the county that it speaks of; null for something new. */
  before: AnyRow | null;
  /** `held` by an error, `left_out` by choice. */
  state: 'good' | 'held' | 'left_out';
}

/** The number of a row as a person counts it. */
export const rowNumberOf = (draft: RowDraft): number => draft.source.row;

/** A text that says something; null for anything else. */
export const textOf = (value: LedgerValue | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
