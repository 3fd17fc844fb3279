import type { SourceCell } from './source-table.ts';
import { UNIT_CELL } from './words/header-rows.ts';

/** A rectangle of merged cells, rows and columns from 0, ends inclusive. */
export interface MergedRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** Rows of a sheet; a row may be shorter than others. */
export type Rows = readonly (readonly SourceCell[])[];

/** Rows of the header: names from `first` to `last`, rows of units and numbers until `end`. */
export interface HeaderBlock {
  readonly first: number;
  readonly last: number;
  readonly end: number;
}

/** A sheet of cells. */
export interface Sheet {
  readonly rows: Rows;
  readonly merges: readonly MergedRange[];
  readonly width: number;
}

/** Whether a cell holds anything. */
export const isFilled = (cell: SourceCell | undefined): cell is string | number | boolean =>
  cell !== null && cell !== undefined && String(cell).trim() !== '';

/** What a row holds, without its empty cells. */
export const filledOf = (row: readonly SourceCell[] | undefined): readonly (string | number | boolean)[] =>
  (row ?? []).filter(isFilled);

/** Whether a row says units and nothing else, two or more. */
export function isUnitRow(row: readonly SourceCell[] | undefined): boolean {
  const filled = filledOf(row);
  return filled.length >= 2 && filled.every((cell) => UNIT_CELL.test(String(cell).normalize('NFKC').trim()));
}

/** The header of each column. */
export function joinHeaderNames({ rows, merges, width }: Sheet, { first, last, end }: HeaderBlock): readonly string[] {
  const merged = new Map<string, SourceCell>();
  for (const merge of merges) {
    if (merge.lastRow < first || merge.firstRow > last) continue;
    const value = rows[merge.firstRow]?.[merge.firstColumn] ?? null;
    for (let row = merge.firstRow; row <= Math.min(merge.lastRow, last); row++)
      for (let column = merge.firstColumn; column <= Math.min(merge.lastColumn, width); column++)
        merged.set(`${row}/${column}`, value);
  }
  const wide = merges.filter((one) => one.lastColumn > one.firstColumn && one.firstRow <= last);
  const hasGroups = Array.from({ length: last + 1 }, (_, row) =>
    wide.some((one) => one.firstRow <= row && one.lastRow >= row),
  );
  const cellAt = (row: number, column: number): SourceCell => {
    const own = rows[row]?.[column] ?? merged.get(`${row}/${column}`) ?? null;
    if (isFilled(own) || row === last || hasGroups[row]) return own;
    return groupLeftOf(rows, { row, column, last });
  };
  const unitRow = end > last ? rows.slice(last + 1, end + 1).find(isUnitRow) : undefined;
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = [];
    for (let row = first; row <= last; row++) {
      const part = cleanHeader(cellAt(row, column));
      if (part !== '' && part !== parts.at(-1)) parts.push(part);
    }
    const unit = cleanHeader(unitRow?.[column] ?? null).replaceAll(/[()\uFF08\uFF09]/g, '');
    return unit === '' ? parts.join('/') : `${parts.join('/')}(${unit})`;
  });
}

/** In files without merged cells a group is written over its first column only. */
function groupLeftOf(
  rows: Rows,
  at: { readonly row: number; readonly column: number; readonly last: number },
): SourceCell {
  const { row, last } = at;
  if (!isFilled(rows[last]?.[at.column])) return null;
  for (let column = at.column - 1; column >= 0; column--) {
    if (!isFilled(rows[last]?.[column])) return null;
    const group = rows[row]?.[column];
    if (isFilled(group)) return group;
  }
  return null;
}

/** A header cell on one line, without blanks beside Han characters. */
function cleanHeader(cell: SourceCell): string {
  if (!isFilled(cell)) return '';
  const line = String(cell)
    .replaceAll(/[\s\u00A0\u200B\uFEFF]+/g, ' ')
    .trim();
  return line.replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}
