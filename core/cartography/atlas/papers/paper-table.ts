import { dateToDay } from '../../../county/dates.ts';
import type { DrawItem, MeasureText } from '../../sheet/drawing.ts';
import { HAIRLINE, INK, INK_2, lineItem, rectItem, textItem } from '../../sheet/shapes.ts';
import { wrapText } from '../../sheet/wrap-text.ts';
import type { PaperCell, PaperColumn, PaperDocument, PaperRow } from './paper-document.ts';
import { LETTER_RED, PAPER_CONTENT, PAPER_TYPE } from './paper-style.ts';

/** A row of known height that can be drawn anywhere. */
export interface SetRow {
  readonly height: number;
  readonly isGroup: boolean;
  draw(top: number): readonly DrawItem[];
}

/** Heading and rows of a table; words wrap within their cells. */
export interface SetTable {
  readonly heading: SetRow;
  readonly rows: readonly SetRow[];
}

const RULE = { color: HAIRLINE, width: 0.2 } as const;
const STRONG_RULE = { color: INK, width: 0.35 } as const;
const GROUP_GROUND = '#F1EFE8';
const BAR_COLORS = { late: LETTER_RED, due_soon: '#D98E04', open: '#5B7A9D', done: '#8A8A8A' } as const;

/** Sets the table of a paper. */
export function createPaperTable(document: PaperDocument, measure: MeasureText): SetTable {
  const columns = placeColumns(document.columns);
  return {
    heading: setHeading(columns, measure),
    rows: document.rows.map((row) =>
      row.kind === 'group' ? setGroup(row.title) : setRow(row, { columns, measure, span: document.span }),
    ),
  };
}

interface PlacedColumn {
  readonly column: PaperColumn;
  readonly x: number;
  readonly width: number;
}

function placeColumns(columns: readonly PaperColumn[]): readonly PlacedColumn[] {
  let x = PAPER_CONTENT.x;
  return columns.map((column) => {
    const width = column.share * PAPER_CONTENT.width;
    const placed = { column, x, width };
    x += width;
    return placed;
  });
}

function setHeading(columns: readonly PlacedColumn[], measure: MeasureText): SetRow {
  const cells = columns.map((placed) => ({ placed, lines: wrapCell(placed.column.title, placed, measure) }));
  const height = heightOf(cells.map(({ lines }) => lines.length)) + 0.8;
  const { x, width } = PAPER_CONTENT;
  return {
    height,
    isGroup: false,
    draw: (top) => [
      rectItem({ x, y: top, width, height }, { fill: GROUP_GROUND }),
      lineItem([x, top, x + width, top], STRONG_RULE),
      lineItem([x, top + height, x + width, top + height], STRONG_RULE),
      ...cells.flatMap(({ placed, lines }) => drawLines(lines, placed, { top, height, bold: true })),
    ],
  };
}

function setGroup(title: string): SetRow {
  const height = PAPER_TYPE.cellRow + 2.2;
  const { x, width } = PAPER_CONTENT;
  return {
    height,
    isGroup: true,
    draw: (top) => [
      rectItem({ x, y: top, width, height }, { fill: '#F8F7F3' }),
      lineItem([x, top + height, x + width, top + height], RULE),
      textItem(title, [x + PAPER_TYPE.cellPadding, top + height / 2 + PAPER_TYPE.cell * 0.38], {
        size: PAPER_TYPE.cell * 1.06,
        font: 'bold',
      }),
    ],
  };
}

function setRow(
  row: Extract<PaperRow, { readonly kind: 'row' }>,
  {
    columns,
    measure,
    span,
  }: { readonly columns: readonly PlacedColumn[]; readonly measure: MeasureText; readonly span: PaperDocument['span'] },
): SetRow {
  const cells = columns.map((placed, index) => {
    const cell = row.cells[index] ?? '';
    return { placed, cell, lines: typeof cell === 'string' ? wrapCell(cell, placed, measure) : [] };
  });
  const height = heightOf(cells.map(({ lines }) => lines.length));
  const { x, width } = PAPER_CONTENT;
  return {
    height,
    isGroup: false,
    draw: (top) => [
      lineItem([x, top + height, x + width, top + height], RULE),
      ...cells.flatMap(({ placed, cell, lines }) =>
        typeof cell === 'string'
          ? drawLines(lines, placed, {
              top,
              height,
              bold: false,
              isLate: (row.isLate ?? false) && placed.column.isState === true,
            })
          : drawBar(cell, placed, { top, height, span }),
      ),
    ],
  };
}

const wrapCell = (words: string, { width }: PlacedColumn, measure: MeasureText): readonly string[] =>
  words === ''
    ? []
    : wrapText(words, { measure, font: 'sans', size: PAPER_TYPE.cell, width: width - 2 * PAPER_TYPE.cellPadding });

const heightOf = (lines: readonly number[]): number => Math.max(1, ...lines) * PAPER_TYPE.cellRow + 1.8;

function drawLines(
  lines: readonly string[],
  { column, x, width }: PlacedColumn,
  {
    top,
    height,
    bold,
    isLate = false,
  }: { readonly top: number; readonly height: number; readonly bold: boolean; readonly isLate?: boolean },
): readonly DrawItem[] {
  const size = PAPER_TYPE.cell;
  const { cellPadding: padding, cellRow } = PAPER_TYPE;
  const at = { start: x + padding, middle: x + width / 2, end: x + width - padding }[column.align];
  const first = top + (height - lines.length * cellRow) / 2;
  return lines.map((line, index) =>
    textItem(line, [at, first + (index + 0.5) * cellRow + size * 0.38], {
      size,
      font: bold || isLate ? 'bold' : 'sans',
      anchor: column.align,
      ...(isLate && { color: LETTER_RED }),
    }),
  );
}

/** A bar from start to deadline between the first and last day of the campaign, years marked by hairlines. */
function drawBar(
  { from, to, state }: Exclude<PaperCell, string>,
  { x, width }: PlacedColumn,
  { top, height, span }: { readonly top: number; readonly height: number; readonly span: PaperDocument['span'] },
): readonly DrawItem[] {
  const padding = PAPER_TYPE.cellPadding;
  const [first, last] = [dateToDay(span[0]), dateToDay(span[1])];
  const at = (date: string): number => {
    const share = (dateToDay(date) - first) / Math.max(1, last - first);
    return x + padding + Math.min(1, Math.max(0, share)) * (width - 2 * padding);
  };
  const years = Array.from({ length: Number(span[1].slice(0, 4)) - Number(span[0].slice(0, 4)) }, (_, index) =>
    at(`${Number(span[0].slice(0, 4)) + index + 1}-01-01`),
  );
  // a task that begins after its deadline is a fault of the ledger: its bar ends at the deadline
  const left = Math.min(at(from), at(to));
  const bar = { x: left, y: top + height / 2 - 1.1, width: Math.max(0.8, at(to) - left), height: 2.2 };
  return [
    ...years.map((year) => lineItem([year, top, year, top + height], { color: HAIRLINE, width: 0.12 })),
    rectItem(bar, { fill: BAR_COLORS[state], stroke: { color: INK_2, width: 0.1 } }),
  ];
}
