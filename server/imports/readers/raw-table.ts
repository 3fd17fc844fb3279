import type { Geometry } from '#core/geo/geometry.ts';
import type { SourceCrs } from '#core/geo/source-crs.ts';
import type { SourceCell, SourceNote } from '#core/ledgers/source-table.ts';

/** A rectangle of merged cells, rows and columns from 0, ends inclusive. */
export interface MergedCells {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A sheet or a text table as it stands, before anything is known about its header. */
export interface RawGrid {
  readonly kind: 'grid';
  readonly name: string;
  /** From the first row of the sheet; rows may be of different lengths. */
  readonly rows: readonly (readonly SourceCell[])[];
  readonly merges: readonly MergedCells[];
  readonly from1904: boolean;
  readonly notes: readonly SourceNote[];
}

/** A feature of a layer. */
export interface RawFeature {
  readonly cells: readonly SourceCell[];
  readonly geometry: Geometry | null;
}

/** A layer of a GIS file: its columns have names. */
export interface RawLayer {
  readonly kind: 'layer';
  readonly name: string;
  readonly columns: readonly string[];
  readonly features: readonly RawFeature[];
  readonly crs: SourceCrs | null;
  readonly notes: readonly SourceNote[];
}

/** What a reader makes of a file, with what it says of the file as a whole. */
export interface RawFile {
  readonly tables: readonly (RawGrid | RawLayer)[];
  readonly notes: readonly SourceNote[];
}
