import type { SourceCell, SourceNote, SourceRow, SourceTable } from '#core/ledgers/source-table.ts';
import { findGridHeader } from './find-grid-header.ts';
import { leaveOutPersonal, type PersonalInput } from './leave-out-personal.ts';
import type { RawGrid, RawLayer } from './raw-table.ts';
import { recognisePersonalColumn } from './recognise-personal-column.ts';

/** What both kinds of tables come to before personal data are left out. */
interface TableDraft extends PersonalInput {
  readonly rows: readonly SourceRow[];
  readonly totals: readonly SourceRow[];
  readonly about: Pick<SourceTable, 'name' | 'headerRow' | 'crs' | 'from1904'>;
  readonly notes: readonly SourceNote[];
}

/** The table that leaves the reader: header and total rows recognised, personal columns gone. */
export const makeSourceTable = (raw: RawGrid | RawLayer): SourceTable =>
  finishTable(raw.kind === 'grid' ? draftOfGrid(raw) : draftOfLayer(raw));

function draftOfLayer({ name, columns, features, crs, notes }: RawLayer): TableDraft {
  const rows = features.map(({ cells, geometry }, index) => ({ row: index + 1, cells, geometry }));
  return { columns, rows, totals: [], about: { name, headerRow: 0, crs, from1904: false }, notes };
}

function draftOfGrid(raw: RawGrid): TableDraft {
  const header = findGridHeader(raw.rows, raw.merges);
  const filled = fillMergedTexts(raw, header.lastRow + 1);
  const rows: SourceRow[] = [];
  const totals: SourceRow[] = [];
  let empty = 0;
  for (let index = header.lastRow + 1; index < raw.rows.length; index += 1) {
    const cells = header.columns.map(({ index: column }) => filled.cell(index, column));
    if (cells.every((cell) => cell === null)) {
      empty += 1;
      continue;
    }
    const row: SourceRow = { row: index + 1, cells, geometry: null };
    if (header.totalRows.has(index)) totals.push(row);
    else rows.push(row);
  }
  const notes = [...raw.notes, ...noteHeader(header)];
  if (filled.count > 0) notes.push({ kind: 'merged_cells', values: { count: filled.count } });
  if (totals.length > 0) notes.push({ kind: 'totals_row', values: { rows: totals.map(({ row }) => row).join(', ') } });
  if (empty > 0) notes.push({ kind: 'empty_rows', values: { count: empty } });
  return {
    columns: header.columns.map(({ header: written }) => written),
    rows,
    totals,
    about: { name: raw.name, headerRow: header.lastRow + 1, crs: null, from1904: raw.from1904 },
    notes,
  };
}

function noteHeader({ firstRow, lastRow }: { readonly firstRow: number; readonly lastRow: number }): SourceNote[] {
  if (lastRow > firstRow) return [{ kind: 'merged_header', values: { first: firstRow + 1, last: lastRow + 1 } }];
  return firstRow > 0 ? [{ kind: 'header_row', values: { row: firstRow + 1 } }] : [];
}

/** Texts that stand once for several rows (a town over its villages) hold for each of them; numbers do not: they may be sums. */
function fillMergedTexts(
  { rows, merges }: RawGrid,
  firstDataRow: number,
): { readonly cell: (row: number, column: number) => SourceCell; readonly count: number } {
  const filled = new Map<number, Map<number, string>>();
  let count = 0;
  for (const { firstRow, firstColumn, lastRow, lastColumn } of merges) {
    const value = rows[firstRow]?.[firstColumn];
    if (firstRow < firstDataRow || lastRow === firstRow || lastColumn !== firstColumn || typeof value !== 'string')
      continue;
    for (let row = firstRow + 1; row <= Math.min(lastRow, rows.length - 1); row += 1) {
      if ((rows[row]?.[firstColumn] ?? null) !== null) continue;
      const ofRow = filled.get(row) ?? new Map<number, string>();
      filled.set(row, ofRow.set(firstColumn, value));
      count += 1;
    }
  }
  return { count, cell: (row, column) => rows[row]?.[column] ?? filled.get(row)?.get(column) ?? null };
}

function finishTable({ columns, rows, totals, about, notes }: TableDraft): SourceTable {
  const { kept, leftOut, samePersons } = leaveOutPersonal({ columns, rows }, recognisePersonalColumn);
  const isWhole = kept.length === columns.length;
  const strip = (row: SourceRow): SourceRow =>
    isWhole ? row : { ...row, cells: kept.map((index) => row.cells[index] ?? null) };
  return {
    ...about,
    columns: kept.map((index) => columns[index] ?? ''),
    rows: rows.map(strip),
    totals: totals.map(strip),
    leftOut,
    samePersons,
    notes: leftOut.length === 0 ? notes : [...notes, { kind: 'left_out', values: { count: leftOut.length } }],
  };
}
