import type { Geometry } from '#core/geo/geometry.ts';

/** What the cells of a column are. Dates are `YYYY-MM-DD`. */
export type OutType = 'text' | 'integer' | 'number' | 'boolean' | 'date';

/** A column of a file. */
export interface OutColumn {
  /** In camelCase: the column of GIS formats. */
  readonly name: string;
  /** In the reader's language, with its unit: the header of workbooks and text tables. */
  readonly title: string;
  /** At most ten ASCII letters: the column of a DBF. */
  readonly shortName: string;
  readonly type: OutType;
  /** Words of a closed list, offered in workbooks; null for free values. */
  readonly words: readonly string[] | null;
}

/** A value as a file holds it; null = not known. */
export type OutValue = string | number | boolean | null;

/** A row of a file; `geometry` EPSG:4490. */
export interface OutRow {
  readonly values: readonly OutValue[];
  readonly geometry: Geometry | null;
}

/** A table of a file: a sheet, a layer, a text table. */
export interface OutTable {
  /** In snake_case, unique in the file: the name of a layer. */
  readonly name: string;
  /** In the reader's language: the name of a sheet. */
  readonly title: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly OutRow[];
  /** Kinds of geometry that may occur; empty for a plain table. */
  readonly geometries: readonly Geometry['type'][];
}

/** A file that is handed out. */
export interface OutFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
