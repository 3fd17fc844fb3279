import { fillFromAbove } from '#core/ledgers/fill-from-above.ts';
import { recogniseHeader } from '#core/ledgers/recognise-header.ts';
import { recognisePersonal } from '#core/ledgers/recognise-personal.ts';
import type { SourceCell, SourceNote, SourceRow, SourceTable } from '#core/ledgers/source-table.ts';
import { nameRows } from './geometry-reader.ts';
import { leaveOutPersonal, type PersonalInput } from './leave-out-personal.ts';
import { isSigned, maskPersonalText } from './mask-personal-text.ts';
import type { RawGrid, RawLayer } from './raw-table.ts';

/** What both kinds of tables come to before personal data are left out. */
interface TableDraft extends PersonalInput {
  readonly rows: readonly SourceRow[];
  readonly totals: readonly SourceRow[];
  readonly about: Pick<SourceTable, 'name' | 'headerRow' | 'crs' | 'from1904'>;
  readonly notes: readonly SourceNote[];
  /** Lines beside the table that name persons. */
  readonly signedLines: number;
}

/** The table that leaves the reader: header and total rows recognised, personal columns gone. */
export const makeSourceTable = (raw: RawGrid | RawLayer): SourceTable =>
  finishTable(raw.kind === 'grid' ? draftOfGrid(raw) : draftOfLayer(raw));

function draftOfLayer({ name, columns, features, crs, notes }: RawLayer): TableDraft {
  const rows = features.map(({ cells, geometry }, index) => ({ row: index + 1, cells, geometry }));
  return {
    columns,
    rows,
    ownCell: (row, column) => features[row - 1]?.cells[column] ?? null,
    totals: [],
    about: { name, headerRow: 0, crs, from1904: false },
    notes,
    signedLines: 0,
  };
}

function draftOfGrid(raw: RawGrid): TableDraft {
  const header = recogniseHeader(raw.rows, raw.merges);
  const filled = fillMergedTexts(raw, header.lastRow + 1);
  const rows: SourceRow[] = [];
  const totals: SourceRow[] = [];
  const feet: number[] = [];
  let empty = 0;
  // Most sheets are plain: their rows are taken as they are, which spares a copy of each.
  const isPlain = filled.count === 0 && header.columns.every(({ index }, place) => index === place);
  for (let index = header.lastRow + 1; index < raw.rows.length; index += 1) {
    const own = raw.rows[index] ?? [];
    const cells =
      isPlain && own.length === header.columns.length
        ? own
        : header.columns.map(({ index: column }) => filled.cell(index, column));
    if (cells.every((cell) => cell === null)) empty += 1;
    else if (header.footRows.has(index)) feet.push(index + 1);
    else (header.totalRows.has(index) ? totals : rows).push({ row: index + 1, cells, geometry: null });
  }
  const above = raw.rows.slice(0, header.firstRow);
  const columns = header.columns.map(({ header: written }) => written);
  const { rows: filledRows, dittos, grouped } = fillFromAbove(columns, rows);
  return {
    columns,
    rows: filledRows,
    ownCell: (row, column) => raw.rows[row - 1]?.[header.columns[column]?.index ?? -1] ?? null,
    totals,
    about: { name: raw.name, headerRow: header.lastRow + 1, crs: null, from1904: raw.from1904 },
    notes: [
      ...raw.notes,
      ...noteHeader(header),
      ...noteCount('merged_cells', filled.count),
      ...noteCount('ditto_cells', dittos),
      ...noteCount('grouped_cells', grouped),
      ...noteRows(
        'totals_row',
        totals.map(({ row }) => row),
      ),
      ...noteRows('foot_rows', feet),
      ...noteCount('empty_rows', empty),
    ],
    signedLines: [...above, ...feet.map((row) => raw.rows[row - 1] ?? [])].filter(isSigned).length,
  };
}

const noteCount = (kind: SourceNote['kind'], count: number): readonly SourceNote[] =>
  count === 0 ? [] : [{ kind, values: { count } }];

const noteRows = (kind: SourceNote['kind'], rows: readonly number[]): readonly SourceNote[] =>
  rows.length === 0 ? [] : [{ kind, values: { rows: nameRows(rows) } }];

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

function finishTable(draft: TableDraft): SourceTable {
  const { columns, rows, totals, about, notes, signedLines } = draft;
  const { kept, leftOut, samePersons } = leaveOutPersonal(draft, recognisePersonal);
  let masked = 0;
  const isWhole = kept.length === columns.length;
  const strip = (row: SourceRow): SourceRow => {
    if (isWhole && row.cells.every((cell) => maskPersonalText(cell) === null)) return row;
    return {
      ...row,
      cells: kept.map((index) => {
        const cell = row.cells[index] ?? null;
        const hidden = maskPersonalText(cell);
        if (hidden !== null) masked += 1;
        return hidden ?? cell;
      }),
    };
  };
  const stripped = { rows: rows.map(strip), totals: totals.map(strip) };
  return {
    ...about,
    ...stripped,
    columns: kept.map((index) => columns[index] ?? ''),
    leftOut,
    samePersons,
    notes: [...notes, ...noteCount('left_out', leftOut.length), ...noteCount('personal_text', masked + signedLines)],
  };
}
