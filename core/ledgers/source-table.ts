import type { Geometry } from '../geo/geometry.ts';
import type { SourceCrs } from '../geo/source-crs.ts';

/** Formats that are read. */
export const SOURCE_FORMATS = [
  'xlsx',
  'xls',
  'csv',
  'geojson',
  'geojson_lines',
  'shapefile',
  'geopackage',
  'kml',
  'kmz',
  'gpx',
  'filegdb',
] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** A cell as the file holds it; a date that the file marks as one is `YYYY-MM-DD`. */
export type SourceCell = string | number | boolean | null;

/** A row with its number as a person counts it: the row of the sheet from 1, else the number of the feature from 1. */
export interface SourceRow {
  readonly row: number;
  /** As many as there are columns. */
  readonly cells: readonly SourceCell[];
  /** As in the file: in its own reference system, axes as they are. Null for plain tables. */
  readonly geometry: Geometry | null;
}

/** Kinds of personal data that are recognised and left out. */
export const PERSONAL_KINDS = [
  'name',
  'identity_number',
  'telephone',
  'bank_account',
  'illness',
  'disability',
  'photograph',
  'birth_date',
  'sex',
  'home_address',
  'house_point',
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** How what was left out was recognised. */
export const LEFT_OUT_BY = ['header', 'contents', 'geometry'] as const;

/** A column, or the geometry of features, that was left out: nothing of it is kept. */
export interface LeftOutColumn {
  readonly header: string;
  readonly kind: PersonalKind;
  /** How it was recognised: by its header, by its cells, or as geometry of what has none. */
  readonly by: (typeof LEFT_OUT_BY)[number];
}

/** Something that was recognised or put right while reading; a sentence is `importFiles.note_<kind>`. */
export interface SourceNote {
  readonly kind: SourceNoteKind;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Kinds of notes of a reading. */
export const SOURCE_NOTE_KINDS = [
  'encoding',
  'header_row',
  'merged_header',
  'totals_row',
  'foot_rows',
  'empty_rows',
  'hidden_sheet',
  'hidden_rows',
  'hidden_columns',
  'formulas',
  'no_projection',
  'projection',
  'third_dimension',
  'unsupported_geometry',
  'network_link',
  'left_out',
  'wrong_extension',
  'damaged_text',
  'empty_sheet',
  'merged_cells',
  'ditto_cells',
  'grouped_cells',
  'no_attributes',
  'no_shapes',
  'other_files',
  'old_crs_member',
  'damaged_feature',
  'damaged_attributes',
  'track_left_out',
  'personal_text',
] as const;
export type SourceNoteKind = (typeof SOURCE_NOTE_KINDS)[number];

/** A sheet of a workbook, a layer of a GIS file, or a file that holds one table. */
export interface SourceTable {
  readonly name: string;
  /** Headers; merged ones over several rows are joined with `/`. Personal columns are not among them. */
  readonly columns: readonly string[];
  readonly rows: readonly SourceRow[];
  /** Rows that say the sum of others (合计, 小计, total): never things, but checked. */
  readonly totals: readonly SourceRow[];
  /** Number of the row of the (last) header, 0 where the format has none. */
  readonly headerRow: number;
  /** Reference system as the file states it; null when it does not. */
  readonly crs: SourceCrs | null;
  readonly leftOut: readonly LeftOutColumn[];
  /** Groups of rows with the same identity number, found by a keyed hash that was forgotten with the numbers. */
  readonly samePersons: readonly (readonly number[])[];
  readonly notes: readonly SourceNote[];
  /** True for dates counted from 1904 (old workbooks of the Macintosh). */
  readonly from1904: boolean;
}

/** A file that was read. */
export interface SourceFile {
  readonly name: string;
  readonly format: SourceFormat;
  readonly byteCount: number;
  /** SHA-256 of the bytes as they were sent, in hexadecimal. */
  readonly sha256: string;
  readonly tables: readonly SourceTable[];
  readonly notes: readonly SourceNote[];
}
