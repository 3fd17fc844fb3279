import type { SheetFont } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { shortenText, wrapEvenly, wrapText } from '../wrap-text.ts';
import type { TableColumn, TableData } from './table-data.ts';

/** Height of a row of one line against its em; each further line adds the leading. */
const ROW = 1.62;
const LEADING = 1.22;
/** Free width at each side of a cell, in ems. */
export const CELL_PADDING = 0.4;
/** A text is broken into at most so many lines; what is longer ends with an ellipsis. */
const MOST_LINES = 4;
/** Titles in the second language against the em of the table. */
const SECOND_TITLE = 0.82;

/** Em of titles in the second language: smaller than those of the first where that can still be read. */
export const secondTitleEm = ({ em, leastEm }: FurnitureKit): number =>
  Math.min(em.table, Math.max(leastEm.text, em.table * SECOND_TITLE));

/** A column in its place. */
export interface FittedColumn {
  readonly column: TableColumn;
  readonly index: number;
  readonly x: number;
  readonly width: number;
  /** Lines of its title in both languages. */
  readonly title: readonly string[];
  readonly secondTitle: readonly string[];
}

/** A table at a width: its columns, and how high its rows get. */
export interface TableLayout {
  readonly columns: readonly FittedColumn[];
  readonly headHeight: number;
  readonly rowHeights: readonly number[];
  /** Lines of the texts in flexible columns, by row and by place in `columns`; `null` = not a text, or a column that holds each in one line. */
  readonly lines: readonly (readonly (readonly string[] | null)[])[];
}

/** Sizes and widths of a table that are kept: it is tried at some of each, on paper after paper. */
const MOST_LAYOUTS = 24;
const known = new WeakMap<TableData, Map<string, TableLayout>>();

/** Lays a table out at a width, once for each size of characters. */
export function layOutTable(kit: FurnitureKit, table: TableData, width: number): TableLayout {
  const layouts = known.get(table) ?? new Map<string, TableLayout>();
  known.set(table, layouts);
  const key = `${kit.em.table} ${width}`;
  const found = layouts.get(key);
  if (found) return found;
  const columns = fitColumns(kit, table, width);
  const size = kit.em.table;
  const titleHeight = Math.max(
    1,
    ...columns.map(({ title, secondTitle }) => title.length + (secondTitle.length * secondTitleEm(kit)) / size),
  );
  const lines = table.rows.map((row, at) => {
    const bold = table.boldRows?.has(at) ?? false;
    const ems = measureRow(kit, row)[bold ? 'bold' : 'sans'];
    return columns.map(({ column, index, width: room }) => {
      const cell = row[index] ?? '';
      if (!column.flexible || typeof cell !== 'string') return null;
      // most cells fit
      return (ems[index] ?? 0) * size <= roomIn(kit, room) ? [cell] : wrapCell(kit, cell, { width: room, bold });
    });
  });
  const least = table.leastRowMillimeters ?? 0;
  const layout = {
    columns,
    lines,
    headHeight: size * (ROW + (titleHeight - 1) * LEADING),
    rowHeights: lines.map((ofRow) => {
      const most = Math.max(1, ...ofRow.map((ofCell) => ofCell?.length ?? 1));
      return Math.max(least, size * (ROW + (most - 1) * LEADING));
    }),
  };
  if (layouts.size >= MOST_LAYOUTS) layouts.clear();
  layouts.set(key, layout);
  return layout;
}

/** Whether a table finds no room at this width for what it is about. */
export const lacksSubject = (kit: FurnitureKit, table: TableData, width: number): boolean => {
  const countSubjects = (columns: readonly TableColumn[]): number =>
    columns.filter(({ isSubject }) => isSubject).length;
  const wanted = countSubjects(table.columns);
  return wanted > 0 && countSubjects(layOutTable(kit, table, width).columns.map(({ column }) => column)) < wanted;
};

/** A cell's text in lines: whole where it fits in one, broken where it does not, shortened with an ellipsis where it needs too many. */
export function wrapCell(
  kit: FurnitureKit,
  content: string,
  { width, bold }: { readonly width: number; readonly bold: boolean },
): readonly string[] {
  const style = {
    measure: kit.measure,
    font: bold ? ('bold' as const) : ('sans' as const),
    size: kit.em.table,
    width: roomIn(kit, width),
  };
  if (kit.measure(content, style.font, style.size) <= style.width) return [content];
  const lines = wrapEvenly(content, style);
  const shown = lines.slice(0, MOST_LINES);
  return shown.map((line, index) =>
    index === MOST_LINES - 1 && lines.length > MOST_LINES
      ? shortenText(textAfter(content, lines.slice(0, index)), style)
      : shortenText(line, style),
  );
}

/** What of a text comes after its first lines, with the spaces at which it was broken. */
const textAfter = (content: string, lines: readonly string[]): string =>
  content.slice(lines.reduce((at, line) => content.indexOf(line, at) + line.length, 0)).trimStart();

/** Width of the text in a cell. */
const roomIn = (kit: FurnitureKit, width: number): number => width - 2 * CELL_PADDING * kit.em.table + 0.01;

/** Columns with their places; the least important ones go first when the width does not suffice. */
function fitColumns(kit: FurnitureKit, table: TableData, width: number): FittedColumn[] {
  const size = kit.em.table;
  const padding = 2 * CELL_PADDING * size;
  const naturals = naturalEms(kit, table).map((ems) => ems * size + padding);
  let kept = table.columns.map((column, index) => ({ column, index }));
  const least = (index: number, column: TableColumn): number => {
    const natural = naturals[index] ?? 0;
    return column.flexible ? Math.min(natural, Math.max(size * 5, titleEms(kit, column) * size) + padding) : natural;
  };
  const total = (): number => kept.reduce((sum, { column, index }) => sum + least(index, column), 0);
  while (total() > width && kept.some(({ column }) => column.rank > 0)) {
    const rank = Math.max(...kept.map(({ column }) => column.rank));
    kept = kept.filter(({ column }) => column.rank < rank);
  }
  const fixed = kept.reduce((sum, { column, index }) => sum + (column.flexible ? 0 : (naturals[index] ?? 0)), 0);
  const flexible = kept.filter(({ column }) => column.flexible);
  const wanted = flexible.reduce((sum, { index }) => sum + (naturals[index] ?? 0), 0);
  const left = width - fixed;
  const stretch = flexible.length > 0 ? left / wanted : 1;
  const leastLeft = flexible.reduce((sum, { column, index }) => sum + least(index, column), 0);
  // too little: flexible columns share by what they want what their least leaves; too much: every column gets its part of it
  const flexWidth = (column: TableColumn, index: number, natural: number): number => {
    if (left >= wanted || left < leastLeft) return natural * stretch;
    const share = wanted > leastLeft ? (left - leastLeft) / (wanted - leastLeft) : 0;
    return least(index, column) + (natural - least(index, column)) * share;
  };
  const spare = flexible.length === 0 || stretch > 1.6 ? Math.max(0, width - fixed - wanted) / kept.length : 0;
  let x = 0;
  return kept.map(({ column, index }) => {
    const natural = naturals[index] ?? 0;
    const fitted = spare > 0 ? natural + spare : column.flexible ? flexWidth(column, index, natural) : natural;
    const place = { column, index, x, width: fitted, ...wrapTitles(kit, column, fitted - padding + 0.01) };
    x += fitted;
    return place;
  });
}

function wrapTitles(kit: FurnitureKit, column: TableColumn, width: number) {
  const wrap = (title: string | undefined, size: number): string[] => {
    if (!title) return [];
    const style = { measure: kit.measure, font: 'sans' as const, size, width };
    return wrapText(title, style).map((line) => shortenText(line, style));
  };
  const size = kit.em.table;
  return { title: wrap(column.title, size), secondTitle: wrap(column.secondTitle, secondTitleEm(kit)) };
}

const knownEms = new WeakMap<TableData, readonly number[]>();

/** Widths of the columns' longest texts in ems, measured once for each table. */
function naturalEms(kit: FurnitureKit, table: TableData): readonly number[] {
  const measured = knownEms.get(table);
  if (measured) return measured;
  const ems = table.columns.map((column, index) => {
    let widest = titleEms(kit, column);
    for (const row of table.rows) widest = Math.max(widest, measureRow(kit, row).bold[index] ?? 0);
    return Math.max(widest, leastEms(table, index)) * 1.02 * (column.share ?? 1);
  });
  knownEms.set(table, ems);
  return ems;
}

/** Widths of the texts of a row in ems, 0 for marks. */
interface RowEms {
  readonly bold: readonly number[];
  readonly sans: readonly number[];
}

const knownRows = new WeakMap<TableData['rows'][number], RowEms>();

/** Measures a row once: the rest of a table that goes on elsewhere has the rows of the whole. */
function measureRow({ measure }: FurnitureKit, row: TableData['rows'][number]): RowEms {
  const found = knownRows.get(row);
  if (found) return found;
  const emsIn = (font: SheetFont) => row.map((cell) => (typeof cell === 'string' ? measure(cell, font, 1) : 0));
  const measured = { bold: emsIn('bold'), sans: emsIn('sans') };
  knownRows.set(row, measured);
  return measured;
}

/** Width of marks: a light, a box, a stamp with its date. */
const leastEms = ({ rows }: TableData, index: number): number =>
  rows.some((row) => typeof row[index] === 'object' && 'stamp' in row[index]) ? STAMP_EMS : 1.2;

/** Width of a stamp with its date in a table, in ems. */
export const STAMP_EMS = 10.4;

/** Width of the longest word of a column's titles, in ems. */
const titleEms = (kit: FurnitureKit, { title, secondTitle = '' }: TableColumn): number =>
  Math.max(
    ...titleParts(title).map((part) => kit.measure(part, 'bold', 1)),
    ...titleParts(secondTitle).map((part) => kit.measure(part, 'bold', 1)),
  );

/** Titles of Latin letters are broken between words, Chinese ones are not. */
const titleParts = (title: string): readonly string[] => (/[a-z]/i.test(title) ? title.split(' ') : [title]);
