import {
  filledOf,
  type HeaderBlock,
  isFilled,
  isUnitRow,
  joinHeaderNames,
  type MergedRange,
  type Rows,
  type Sheet,
} from './join-header-names.ts';
import { isHeaderWord } from './match-header.ts';
import type { SourceCell } from './source-table.ts';
import { FOOT_ROW, INDEX_CELL, LINE_ABOVE, MONEY_HEADER, TOTAL_ROW, UNIT_LINE } from './words/header-rows.ts';

/** What a sheet is made of; rows and columns from 0. */
export interface RecognisedHeader {
  readonly firstRow: number;
  /** Last row of the header, also where it is rows of units or column numbers; -1 with `firstRow` 0 when there is no header. */
  readonly lastRow: number;
  /** Columns with a header or a value. Parts of several rows are joined with `/`; a unit from a line of its own stands in brackets. */
  readonly columns: readonly { readonly index: number; readonly header: string }[];
  /** Rows that say the sum of others (合计, 小计, total). */
  readonly totalRows: ReadonlySet<number>;
  /** Rows that are neither: notes and signatures below the table, the header printed again. */
  readonly footRows: ReadonlySet<number>;
}

/** Rows from the top among which the header is looked for. */
const ROWS_LOOKED_AT = 40;
/** Rows of one header at most. */
const MOST_HEADER_ROWS = 6;

/** Finds the header of a sheet: not in the first row, merged, over several rows, with lines of titles, units and numbers, and the rows that are no things. */
export function recogniseHeader(rows: Rows, merges: readonly MergedRange[]): RecognisedHeader {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const best = findBestRow(rows, width);
  if (best < 0)
    return { firstRow: 0, lastRow: -1, columns: nameColumns(rows, [], -1), totalRows: new Set(), footRows: new Set() };
  const block = growBlock({ rows, merges, width }, best);
  const names = joinHeaderNames({ rows, merges, width }, block);
  const unit = findUnitLine(rows, block.first);
  const headers = names.map((name) =>
    unit !== null && MONEY_HEADER.test(name) && !/[(\uFF08]/.test(name) ? `${name}(${unit})` : name,
  );
  return {
    firstRow: block.first,
    lastRow: block.end,
    columns: nameColumns(rows, headers, block.end),
    ...findOtherRows(rows, block),
  };
}

/** A text that is not a number, a date or a code in disguise. */
const isWordy = (cell: SourceCell | undefined): cell is string =>
  typeof cell === 'string' &&
  cell.trim() !== '' &&
  !/^[\s\d.,\-/:%\u5E74\u6708\u65E5+Ee()]+$/.test(cell.normalize('NFKC'));

/** The row with most headers and fewest numbers; the first of equals, -1 when nothing looks like one. */
function findBestRow(rows: Rows, width: number): number {
  let best = -1;
  let most = 0;
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  const counts = countRows(looked);
  for (const [index, row] of looked.entries()) {
    const filled = filledOf(row);
    if (filled.length < Math.min(2, width) || isTotalRow(row)) continue;
    const texts = filled.filter((cell) => isWordy(cell) && cell.length <= 40);
    if (texts.some((cell) => /[:\uFF1A]\s*\S/.test(String(cell))) && texts.length < width / 2) continue;
    const words = texts.filter((cell) => isHeaderWord(String(cell)) && counts.get(cell) === 1).length;
    const score = words * 3 + new Set(texts).size - (filled.length - texts.length) * 3;
    if (score > most) {
      best = index;
      most = score;
    }
  }
  return best;
}

/** In how many different rows each text stands: values of closed lists stand in several (卫生室 is a header of sites and a kind of service), headers in one. */
function countRows(rows: Rows): ReadonlyMap<SourceCell, number> {
  const counts = new Map<SourceCell, number>();
  const different = new Map(rows.map((row) => [JSON.stringify(row), row]));
  for (const row of different.values())
    for (const cell of new Set(row)) if (isWordy(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
}

/** The header around its best row. */
function growBlock(sheet: Sheet, best: number): HeaderBlock {
  const { rows, merges, width } = sheet;
  let first = best;
  let last = best;
  const isVertical = ({ firstRow, lastRow, firstColumn, lastColumn }: MergedRange) =>
    lastRow > firstRow && lastRow - firstRow < MOST_HEADER_ROWS && lastColumn - firstColumn + 1 < width * 0.8;
  for (const merge of merges) {
    if (!isVertical(merge) || merge.firstRow > best || merge.lastRow < best) continue;
    first = Math.min(first, merge.firstRow);
    last = Math.max(last, merge.lastRow);
  }
  while (first > 0 && best - first < MOST_HEADER_ROWS && isGroupRow(sheet, first - 1, last)) first--;
  while (last - best < MOST_HEADER_ROWS && isSubRow(rows, last)) last++;
  let end = last;
  while (end + 1 < rows.length && end - last < 2 && (isUnitRow(rows[end + 1]) || isIndexRow(rows[end + 1]))) end++;
  return { first, last, end };
}

/** Whether a row above names groups of columns: texts only, several or merged over a part of the width, no title and no line about the table. */
function isGroupRow({ rows, merges, width }: Sheet, index: number, below: number): boolean {
  const filled = filledOf(rows[index]);
  if (
    filled.length === 0 ||
    !filled.every((cell) => isWordy(cell) && cell.length <= 20 && !LINE_ABOVE.test(cell.normalize('NFKC')))
  )
    return false;
  if (filled.length >= 2)
    return (
      filled.length < filledOf(rows[below]).length + 1 ||
      filled.filter((cell) => isHeaderWord(String(cell))).length >= 2
    );
  const column = rows[index]?.findIndex(isFilled) ?? 0;
  const merge = merges.find((one) => one.firstRow === index && one.firstColumn === column);
  const span = merge ? merge.lastColumn - merge.firstColumn + 1 : 1;
  return span < width * 0.6 && column > 0;
}

/** Whether the row below a header goes on with it: words only, under blanks or groups and never under a header of its own. */
function isSubRow(rows: Rows, above: number): boolean {
  const top = rows[above] ?? [];
  const row = rows[above + 1];
  if (row === undefined || isTotalRow(row)) return false;
  const filled = row.flatMap((cell, column) => (isFilled(cell) ? [column] : []));
  if (filled.length < 2 || !filled.every((column) => isWordy(row[column]))) return false;
  const isUnderBlank = (column: number) => !isFilled(top[column]);
  const isUnderGroup = (column: number) =>
    isFilled(top[column]) && !isFilled(top[column + 1]) && isFilled(row[column + 1]);
  return filled.every((column) => isUnderBlank(column) || isUnderGroup(column)) && filled.some(isUnderBlank);
}

/** Columns that are numbered: four or more in order, or with the stems that forms use. */
function isIndexRow(row: readonly SourceCell[] | undefined): boolean {
  const filled = filledOf(row).map((cell) => String(cell).normalize('NFKC').trim());
  if (filled.length < 3 || !filled.every((cell) => INDEX_CELL.test(cell))) return false;
  const numbers = filled.map((cell) => Number(cell.replaceAll(/[()]/g, ''))).filter((number) => !Number.isNaN(number));
  const isInOrder = numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
  return isInOrder && (numbers.length === filled.length ? numbers.length >= 4 && numbers[0] === 1 : true);
}

/** Columns that have a header or a value anywhere below. */
function nameColumns(rows: Rows, headers: readonly string[], lastRow: number): RecognisedHeader['columns'] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), headers.length);
  const isUsed = new Uint8Array(width);
  for (let index = lastRow + 1; index < rows.length; index++)
    rows[index]?.forEach((cell, column) => {
      if (isFilled(cell)) isUsed[column] = 1;
    });
  return Array.from({ length: width }, (_, index) => ({ index, header: headers[index] ?? '' })).filter(
    ({ index, header }) => header !== '' || isUsed[index] === 1,
  );
}

/** The unit of money that a line above the header states; null for 万元 and where none does. */
function findUnitLine(rows: Rows, first: number): string | null {
  for (const row of rows.slice(0, first))
    for (const cell of filledOf(row)) {
      const unit = UNIT_LINE.exec(String(cell).normalize('NFKC').replaceAll(/\s/g, ''))?.[1];
      if (unit) return unit;
    }
  return null;
}

/** Rows below the header that are no things. */
function findOtherRows(
  rows: Rows,
  { first, last, end }: HeaderBlock,
): Pick<RecognisedHeader, 'totalRows' | 'footRows'> {
  const totalRows = new Set<number>();
  const footRows = new Set<number>();
  const printed = rows.slice(first, last + 1).map((row) => JSON.stringify(filledOf(row)));
  let isFoot = false;
  for (let index = end + 1; index < rows.length; index++) {
    const row = rows[index] ?? [];
    if (isTotalRow(row)) totalRows.add(index);
    else {
      const filled = filledOf(row);
      const head = compact(filled[0]);
      isFoot =
        filled.length > 0 &&
        filled.length <= 4 &&
        (FOOT_ROW.test(head) || (isFoot && filled.length <= 2 && head.length > 0));
      if (isFoot || (filled.length > 1 && printed.includes(JSON.stringify(filled)))) footRows.add(index);
    }
  }
  return { totalRows, footRows };
}

/** Whether one of the first three cells says that the row is a sum, and a number follows. */
function isTotalRow(row: readonly SourceCell[]): boolean {
  let looked = 0;
  for (const cell of row) {
    if (!isFilled(cell)) continue;
    if (looked++ === 3) return false;
    if (typeof cell === 'string' && TOTAL_ROW.test(compact(cell)))
      return row.some((one) => typeof one === 'number' || (typeof one === 'string' && /^[\d,.]+$/.test(one.trim())));
  }
  return false;
}

const compact = (cell: string | number | boolean | undefined): string =>
  String(cell ?? '')
    .normalize('NFKC')
    .replaceAll(/\s/g, '');
