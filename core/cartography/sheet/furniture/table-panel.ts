import type { Light } from '../../../indicators/figure.ts';
import type { DrawItem } from '../drawing.ts';
import { enlargeKit, type FurnitureKit, type Panel, type PanelBlock, type PanelSetting } from '../furniture-kit.ts';
import { baselineIn, HAIRLINE, INK_2, lineItem, rectItem, textItem } from '../shapes.ts';
import { shortenText } from '../wrap-text.ts';
import { lightMark } from './light-mark.ts';
import { headingHeight, panelHeading } from './panel-heading.ts';

/** A cell: text, or a light. */
export type TableCell = string | { readonly light: Light } | { readonly number: number };

/** A column of a table. */
export interface TableColumn {
  readonly title: string;
  readonly align: 'start' | 'middle' | 'end';
  /** Columns with the highest number are left out first when the panel is narrow; 0 always stays. */
  readonly rank: number;
  /** Takes what width is left and is shortened when there is too little. */
  readonly flexible?: boolean;
}

/** A table as data: what it says, not how it is set. */
export interface TableData {
  readonly id: string;
  readonly title: string;
  readonly remark?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** The rest of a table that began in the column before. */
  readonly isContinued?: boolean;
  /** Rows set in bold: totals. */
  readonly boldRows?: ReadonlySet<number>;
  /** Better whole than shared out: a ranking. */
  readonly isWhole?: boolean;
  /** Said in place of rows when there are none. */
  readonly empty?: string;
}

/** Height of a row against its em. */
const ROW = 1.62;
/** Free width at each side of a cell, in ems. */
const CELL_PADDING = 0.4;
/** A table with fewer rows than this says too little. */
const LEAST_ROWS = 3;
/** A table that can stand on another sheet is not begun for fewer rows than this. */
const USEFUL_ROWS = 10;

/** A panel that sets a table; rows that do not fit are counted in its last line. */
export function createTablePanel(kit: FurnitureKit, table: TableData): Panel {
  const row = kit.em.table * ROW;
  const heightFor = (rows: number): number => headingHeight(kit) + (rows + 1) * row;
  const rowsOf = Math.max(1, table.rows.length);
  return {
    id: table.id,
    title: table.title,
    isWhole: table.isWhole ?? false,
    leastHeight: () => heightFor(Math.min(rowsOf, LEAST_ROWS)),
    usefulHeight: () => heightFor(table.isWhole ? rowsOf : Math.min(rowsOf, USEFUL_ROWS)),
    enlarge: (times) => createTablePanel(enlargeKit(kit, times), table),
    set: (width, height, setting = { goesOn: false }) =>
      setTable(kit, table, { width, row, height: Math.min(height, heightFor(rowsOf)), setting }),
    continueAfter: (rows) =>
      createTablePanel(kit, {
        ...table,
        title: table.isContinued ? table.title : kit.say('continued', { title: table.title }),
        isContinued: true,
        rows: table.rows.slice(rows),
        boldRows: new Set(),
      }),
  };
}

function setTable(
  kit: FurnitureKit,
  table: TableData,
  room: { readonly width: number; readonly height: number; readonly row: number; readonly setting: PanelSetting },
): PanelBlock {
  const heading = headingHeight(kit);
  const items: DrawItem[] = panelHeading(kit, table.title, {
    width: room.width,
    ...(table.remark ? { remark: table.remark } : {}),
  });
  const size = kit.em.table;
  if (table.rows.length === 0) {
    items.push(textItem(table.empty ?? '', [0, baselineIn(heading, room.row, size)], { size, color: INK_2 }));
    return { height: heading + room.row, items, omitted: 0 };
  }
  const fitting = Math.floor((room.height - heading) / room.row + 1e-6) - 1;
  // the last line says how many rows are missing, unless they follow in the next column
  const shown = table.rows.length <= fitting ? table.rows.length : Math.max(0, fitting - (room.setting.goesOn ? 0 : 1));
  const columns = fitColumns(kit, table, room.width);
  columns.forEach(({ column, x, width }) => {
    items.push(
      cellText(kit, column.title, { column, x, width, top: heading, row: room.row, muted: true, bold: false }),
    );
  });
  table.rows.slice(0, shown).forEach((cells, index) => {
    const top = heading + (index + 1) * room.row;
    if (index % 2 === 0)
      items.push(rectItem({ x: 0, y: top, width: room.width, height: room.row }, { fill: '#F4F3EF' }));
    const bold = table.boldRows?.has(index) ?? false;
    for (const { column, index: at, x, width } of columns) {
      const cell = cells[at] ?? '';
      if (typeof cell === 'string')
        items.push(cellText(kit, cell, { column, x, width, top, row: room.row, muted: false, bold }));
      else if ('light' in cell) {
        const height = size * 1.2;
        items.push(
          ...lightMark(kit, cell.light, {
            x: x + (width - height) / 2,
            y: top + (room.row - height) / 2,
            height,
          }),
        );
      } else items.push(...numberMark(kit, cell.number, { x: x + width / 2, y: top + room.row / 2 }));
    }
  });
  const omitted = table.rows.length - shown;
  const saysMore = omitted > 0 && !room.setting.goesOn;
  const bottom = heading + (shown + 1 + (saysMore ? 1 : 0)) * room.row;
  if (saysMore)
    items.push(
      textItem(
        kit.say(room.setting.onNextSheet ? 'more_on_next' : 'more', { count: omitted }),
        [0, baselineIn(bottom - room.row, room.row, size)],
        {
          size,
          color: INK_2,
        },
      ),
    );
  items.push(
    lineItem([0, heading + room.row, room.width, heading + room.row], { color: HAIRLINE, width: kit.line(0.25) }),
  );
  return { height: bottom, items, omitted, shown };
}

interface FittedColumn {
  readonly column: TableColumn;
  readonly index: number;
  readonly x: number;
  readonly width: number;
}

/** Columns with their places; the least important ones go first when the width does not suffice. */
function fitColumns(kit: FurnitureKit, table: TableData, width: number): FittedColumn[] {
  const size = kit.em.table;
  const padding = 2 * CELL_PADDING * size;
  const naturals = naturalEms(kit, table).map((ems) => ems * size + padding);
  let kept = table.columns.map((column, index) => ({ column, index }));
  const least = (index: number, column: TableColumn): number =>
    column.flexible ? Math.min(naturals[index] ?? 0, size * 5 + padding) : (naturals[index] ?? 0);
  const total = (): number => kept.reduce((sum, { column, index }) => sum + least(index, column), 0);
  while (total() > width && kept.some(({ column }) => column.rank > 0)) {
    const rank = Math.max(...kept.map(({ column }) => column.rank));
    kept = kept.filter(({ column }) => column.rank < rank);
  }
  const fixed = kept.reduce((sum, { column, index }) => sum + (column.flexible ? 0 : (naturals[index] ?? 0)), 0);
  const flexible = kept.filter(({ column }) => column.flexible);
  const wanted = flexible.reduce((sum, { index }) => sum + (naturals[index] ?? 0), 0);
  const left = width - fixed;
  // too little: flexible columns share it by what they want; too much: every column gets its part of it
  const stretch = flexible.length > 0 ? left / wanted : 1;
  const spare = flexible.length === 0 || stretch > 1.6 ? Math.max(0, width - fixed - wanted) / kept.length : 0;
  let x = 0;
  return kept.map(({ column, index }) => {
    const natural = naturals[index] ?? 0;
    const fitted = spare > 0 ? natural + spare : column.flexible ? natural * stretch : natural;
    const place = { column, index, x, width: fitted };
    x += fitted;
    return place;
  });
}

const knownEms = new WeakMap<TableData, readonly number[]>();

/** Widths of the columns' longest texts in ems, measured once for each table. */
function naturalEms(kit: FurnitureKit, table: TableData): readonly number[] {
  const known = knownEms.get(table);
  if (known) return known;
  const measured = table.columns.map((column, index) => {
    const texts = table.rows.map((row) => row[index] ?? '').filter((cell) => typeof cell === 'string');
    const widest = Math.max(...[column.title, ...texts].map((content) => kit.measure(content, 'bold', 1)));
    return Math.max(widest, 1.2) * 1.02;
  });
  knownEms.set(table, measured);
  return measured;
}

function cellText(
  kit: FurnitureKit,
  content: string,
  at: {
    readonly column: TableColumn;
    readonly x: number;
    readonly width: number;
    readonly top: number;
    readonly row: number;
    readonly muted: boolean;
    readonly bold: boolean;
  },
): DrawItem {
  const size = kit.em.table;
  const font = at.bold ? 'bold' : 'sans';
  const padding = CELL_PADDING * size;
  const shown = shortenText(content, { measure: kit.measure, font, size, width: at.width - 2 * padding + 0.01 });
  const { align } = at.column;
  const x = align === 'start' ? at.x + padding : align === 'end' ? at.x + at.width - padding : at.x + at.width / 2;
  return textItem(shown, [x, baselineIn(at.top, at.row, size)], {
    size,
    font,
    anchor: align,
    ...(at.muted ? { color: INK_2 } : {}),
  });
}

/** The red numbered square of a late task, as on the map. */
function numberMark(kit: FurnitureKit, number: number, middle: { readonly x: number; readonly y: number }): DrawItem[] {
  const side = kit.em.table * 1.3;
  const size = kit.em.table * (number > 99 ? 0.66 : 0.86);
  return [
    rectItem({ x: middle.x - side / 2, y: middle.y - side / 2, width: side, height: side }, { fill: '#B3261E' }),
    textItem(String(number), [middle.x, middle.y + size * 0.36], {
      size,
      font: 'bold',
      color: '#FFFFFF',
      anchor: 'middle',
    }),
  ];
}
