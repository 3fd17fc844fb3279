import type { IsoDate } from '../county/dates.ts';
import type { SourceCrs } from '../geo/source-crs.ts';
import type { LedgerKind } from './ledger.ts';

/** Where the position of a row comes from; columns by their place from 0. */
export type PositionSource =
  | { readonly kind: 'none' }
  | { readonly kind: 'geometry' }
  /** Decimal degrees, degrees-minutes-seconds or metres. */
  | { readonly kind: 'two_columns'; readonly first: number; readonly second: number }
  | { readonly kind: 'one_column'; readonly column: number }
  | { readonly kind: 'wkt'; readonly column: number }
  /** The seat of the village whose code or name a column holds. */
  | { readonly kind: 'village'; readonly column: number };

/** What the rows of a table mean beside those that are stored already. */
export const IMPORT_MODES = ['add', 'replace'] as const;
/** `add`: rows are new or change what is there; `replace`: what the area has and the table has not is removed. */
export type ImportMode = (typeof IMPORT_MODES)[number];

/** Which column of a table is which field of a ledger. */
export interface TableMapping {
  /** Place of the file and of the table in it, from 0. */
  readonly file: number;
  readonly table: number;
  /** Null: the table is not imported. */
  readonly ledger: LedgerKind | null;
  /** Place of the column from 0 by field name; fields that are not there have no column. */
  readonly columns: Readonly<Record<string, number>>;
  /** Values that every row has, by field name, as they would stand in a cell. */
  readonly constants: Readonly<Record<string, string>>;
  readonly position: PositionSource;
  /** Null while nobody said; then longitude and latitude in CGCS2000 are assumed and said so. */
  readonly crs: SourceCrs | null;
  /** Whether a person confirmed `crs`. */
  readonly crsConfirmed: boolean;
  readonly mode: ImportMode;
  /** Area of which the table speaks, for `replace` and for names that stand in several towns. */
  readonly areaCode: string;
  /** Date of which the table speaks. */
  readonly asOf: IsoDate;
}

/** A mapping that was kept for the next ledger of its kind: columns by header instead of by place. */
export interface MappingTemplate {
  readonly id: string;
  readonly name: string;
  readonly ledger: LedgerKind;
  readonly headers: Readonly<Record<string, string>>;
  readonly constants: Readonly<Record<string, string>>;
  readonly position:
    | { readonly kind: 'none' | 'geometry' }
    | { readonly kind: 'two_columns'; readonly first: string; readonly second: string }
    | { readonly kind: 'one_column' | 'wkt' | 'village'; readonly column: string };
  readonly crs: SourceCrs | null;
  readonly mode: ImportMode;
}
