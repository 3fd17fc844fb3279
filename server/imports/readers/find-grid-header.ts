import type { SourceCell } from '#core/ledgers/source-table.ts';
import type { MergedCells } from './raw-table.ts';

/** Where the header of a grid stands; rows and columns from 0. */
export interface GridHeader {
  readonly firstRow: number;
  /** -1 with `firstRow` 0 where there is none. */
  readonly lastRow: number;
  readonly columns: readonly { readonly index: number; readonly header: string }[];
  /** Rows that say the sum of others. */
  readonly totalRows: ReadonlySet<number>;
}

const ROWS_LOOKED_AT = 30;

/** Finds the header: the first row of texts that is as wide as the table. */
export function findGridHeader(rows: readonly (readonly SourceCell[])[], _merges: readonly MergedCells[]): GridHeader {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const counts = rows.slice(0, ROWS_LOOKED_AT).map((row) => row.filter((cell) => cell !== null).length);
  const usual = Math.max(...counts, 1);
  const found = counts.findIndex(
    (count, index) =>
      count >= usual / 2 && (rows[index] ?? []).every((cell) => cell === null || typeof cell === 'string'),
  );
  const headerRow = Math.max(found, 0);
  const columns = Array.from({ length: width }, (_, index) => ({
    index,
    header: String(rows[headerRow]?.[index] ?? ''),
  }));
  return { firstRow: headerRow, lastRow: headerRow, columns, totalRows: new Set() };
}
