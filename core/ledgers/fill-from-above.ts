import type { SourceCell, SourceRow } from './source-table.ts';
import { DITTO_CELL, GROUP_HEADER } from './words/header-rows.ts';

/** Rows of a table with what stands once for several of them, and how many cells were filled by which sign. */
export interface FilledRows {
  readonly rows: readonly SourceRow[];
  /** Cells that said "as above". */
  readonly dittos: number;
  /** Empty cells under the name of an area that stands once above its rows. */
  readonly grouped: number;
}

const LONGEST_DITTO = 8;
/** A table is grouped by a column when at least this share of its cells is empty. */
const LEAST_EMPTY_SHARE = 1 / 3;

/**
 * Fills cells from the row above where the table says so: by a word (同上, 〃), or by its layout, where a column of towns or villages has a name only in the first row of
 * each group, as merged cells leave it in a file that knows none. Empty cells that are just missing are left: there the same name follows itself.
 */
export function fillFromAbove(columns: readonly string[], rows: readonly SourceRow[]): FilledRows {
  const groups = new Set(columns.flatMap((header, index) => (isGroup(header, index, rows) ? [index] : [])));
  const last: SourceCell[] = columns.map(() => null);
  let dittos = 0;
  let grouped = 0;
  const filled = rows.map((row) => {
    let cells: SourceCell[] | null = null;
    for (const [index, cell] of row.cells.entries()) {
      const above = last[index] ?? null;
      if (above !== null && isDitto(cell)) dittos++;
      else if (above !== null && cell === null && groups.has(index)) grouped++;
      else {
        last[index] = cell;
        continue;
      }
      cells ??= [...row.cells];
      cells[index] = above;
    }
    return cells === null ? row : { ...row, cells };
  });
  return { rows: filled, dittos, grouped };
}

const isDitto = (cell: SourceCell | undefined): boolean =>
  typeof cell === 'string' && cell.length <= LONGEST_DITTO && DITTO_CELL.test(cell.trim());

/** Whether a column names areas once for several rows: it begins with a name, no name follows itself, many cells are empty. */
function isGroup(header: string, column: number, rows: readonly SourceRow[]): boolean {
  if (!GROUP_HEADER.test(header.normalize('NFKC').replaceAll(/\s/g, ''))) return false;
  let last: SourceCell = null;
  let empty = 0;
  for (const [index, { cells }] of rows.entries()) {
    const cell = cells[column] ?? null;
    if (cell === null) {
      if (index === 0) return false;
      empty++;
    } else if (isDitto(cell)) continue;
    else if (typeof cell !== 'string' || cell === last) return false;
    else last = cell;
  }
  return empty >= rows.length * LEAST_EMPTY_SHARE;
}
