import { once } from '../../../indicators/once.ts';
import type { DrawItem } from '../drawing.ts';
import { enlargeKit, type FurnitureKit, type Panel, type PanelBlock, type PanelSetting } from '../furniture-kit.ts';
import { keepByNumber } from '../kept-values.ts';
import { baselineIn, HAIRLINE, INK_2, lineItem, rectItem, textItem } from '../shapes.ts';
import { headingHeight, panelHeading } from './panel-heading.ts';
import type { TableCell, TableData } from './table-data.ts';
import {
  CELL_PADDING,
  type FittedColumn,
  lacksSubject,
  layOutTable,
  secondTitleEm,
  type TableLayout,
  wrapCell,
} from './table-layout.ts';
import { drawCellMark } from './table-marks.ts';

/** Height of the last line, which says how many rows are missing, against its em. */
const MORE_ROW = 1.62;
/** A table with fewer rows than this says too little. */
const LEAST_ROWS = 3;
/** A table that can stand on another sheet is not begun for fewer rows than this. */
const USEFUL_ROWS = 10;

/** A panel that sets a table; rows that do not fit are counted in its last line. */
export function createTablePanel(kit: FurnitureKit, table: TableData): Panel {
  const rowsOf = table.rows.length;
  const heightFor = (rows: number, width: number): number => {
    if (lacksSubject(kit, table, width)) return Number.POSITIVE_INFINITY;
    const { headHeight, rowHeights } = layOutTable(kit, table, width);
    const empty = rowsOf === 0 ? kit.em.table * MORE_ROW : headHeight;
    return headingHeight(kit) + empty + sumOf(rowHeights, rows);
  };
  return {
    id: table.id,
    title: table.title,
    isWhole: table.isWhole ?? false,
    leastHeight: (width) => heightFor(Math.min(rowsOf, LEAST_ROWS), width),
    naturalHeight: (width) => heightFor(rowsOf, width),
    // what has begun goes on before anything else begins
    usefulHeight: (width) =>
      heightFor(table.isWhole || table.isContinued ? rowsOf : Math.min(rowsOf, USEFUL_ROWS), width),
    // tried again and again until all tables fit: what is the same has its layout already
    enlarge: keepByNumber((times) => createTablePanel(enlargeKit(kit, times), table)),
    set: (width, height, setting = { goesOn: false }) => setTable(kit, table, { width, height, setting }),
    continueAfter: keepByNumber((rows) =>
      createTablePanel(kit, {
        ...table,
        title: table.isContinued ? table.title : kit.say('continued', { title: table.title }),
        isContinued: true,
        rows: table.rows.slice(rows),
        boldRows: new Set(),
      }),
    ),
  };
}

const sumOf = (heights: readonly number[], count: number): number =>
  heights.slice(0, count).reduce((sum, height) => sum + height, 0);

function setTable(
  kit: FurnitureKit,
  table: TableData,
  room: { readonly width: number; readonly height: number; readonly setting: PanelSetting },
): PanelBlock {
  const heading = headingHeight(kit);
  const size = kit.em.table;
  if (table.rows.length === 0)
    return drawnLater({ height: heading + size * MORE_ROW, omitted: 0 }, () => drawEmpty(kit, table, room.width));
  const layout = layOutTable(kit, table, room.width);
  const shown = countFitting(layout, { room: room.height - heading, more: room.setting.goesOn ? 0 : size * MORE_ROW });
  const omitted = table.rows.length - shown;
  const more =
    omitted > 0 && !room.setting.goesOn
      ? kit.say(room.setting.onNextSheet ? 'more_on_next' : 'more', { count: omitted })
      : null;
  const bottom = heading + layout.headHeight + sumOf(layout.rowHeights, shown);
  const height = more === null ? bottom : bottom + size * MORE_ROW;
  return drawnLater({ height, omitted, shown }, () =>
    drawTable(kit, table, { layout, width: room.width, shown, bottom, more }),
  );
}

/** A block whose items are drawn when they are asked for: most blocks only show what would fit. */
function drawnLater(block: Omit<PanelBlock, 'items'>, draw: () => readonly DrawItem[]): PanelBlock {
  const items = once(draw);
  return {
    ...block,
    get items() {
      return items();
    },
  };
}

const drawHeading = (kit: FurnitureKit, table: TableData, width: number): DrawItem[] =>
  panelHeading(kit, table.title, {
    width,
    ...(table.remark ? { remark: table.remark } : {}),
    second: table.secondTitle ?? null,
  });

/** A table without rows says so. */
function drawEmpty(kit: FurnitureKit, table: TableData, width: number): readonly DrawItem[] {
  const size = kit.em.table;
  const baseline = baselineIn(headingHeight(kit), size * MORE_ROW, size);
  return [...drawHeading(kit, table, width), textItem(table.empty ?? '', [0, baseline], { size, color: INK_2 })];
}

/** The first rows of a table, and how many are missing. */
function drawTable(
  kit: FurnitureKit,
  table: TableData,
  set: {
    readonly layout: TableLayout;
    readonly width: number;
    readonly shown: number;
    readonly bottom: number;
    readonly more: string | null;
  },
): readonly DrawItem[] {
  const { layout, width, shown, bottom, more } = set;
  const heading = headingHeight(kit);
  const size = kit.em.table;
  const items: DrawItem[] = [...drawHeading(kit, table, width), ...drawHead(kit, layout, { top: heading, width })];
  let y = heading + layout.headHeight;
  table.rows.slice(0, shown).forEach((cells, index) => {
    const height = layout.rowHeights[index] ?? 0;
    if (index % 2 === 0) items.push(rectItem({ x: 0, y, width, height }, { fill: '#F4F3EF' }));
    const bold = table.boldRows?.has(index) ?? false;
    layout.columns.forEach((place, at) => {
      const lines = layout.lines[index]?.[at] ?? null;
      items.push(...drawCell(kit, cells[place.index] ?? '', { place, y, height, bold, lines }));
    });
    if (table.leastRowMillimeters !== undefined)
      items.push(lineItem([0, y + height, width, y + height], { color: HAIRLINE, width: kit.line(0.25) }));
    y += height;
  });
  if (table.hasColumnRules) items.push(...columnRules(kit, layout, { top: heading, bottom }));
  if (more !== null) items.push(textItem(more, [0, baselineIn(bottom, size * MORE_ROW, size)], { size, color: INK_2 }));
  return items;
}

const columnRules = (
  kit: FurnitureKit,
  { columns }: TableLayout,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): DrawItem[] =>
  columns.slice(1).map(({ x }) => lineItem([x, top, x, bottom], { color: HAIRLINE, width: kit.line(0.25) }));

/** How many rows a height holds; where some are missing and nothing goes on in the next column, a line says so. */
function countFitting(
  { headHeight, rowHeights }: TableLayout,
  { room, more }: { readonly room: number; readonly more: number },
): number {
  const countWithin = (left: number): number => {
    let used = 0;
    let count = 0;
    for (const height of rowHeights) {
      used += height;
      if (used > left + 1e-6) break;
      count++;
    }
    return count;
  };
  const whole = countWithin(room - headHeight);
  return whole === rowHeights.length ? whole : countWithin(room - headHeight - more);
}

/** Titles of the columns on one rule, those of the second language below. */
function drawHead(
  kit: FurnitureKit,
  { columns, headHeight }: TableLayout,
  { top, width }: { readonly top: number; readonly width: number },
): DrawItem[] {
  const size = kit.em.table;
  const bottom = top + headHeight;
  const titles = columns.flatMap((place) => {
    const lines = [
      ...place.title.map((line) => ({ line, size })),
      ...place.secondTitle.map((line) => ({ line, size: secondTitleEm(kit) })),
    ];
    let baseline = bottom - size * 0.43;
    return lines.toReversed().map((one) => {
      const item = textItem(one.line, [anchorX(kit, place), baseline], {
        size: one.size,
        anchor: place.column.align,
        color: INK_2,
      });
      baseline -= one.size * LINE;
      return item;
    });
  });
  return [...titles, lineItem([0, bottom, width, bottom], { color: HAIRLINE, width: kit.line(0.25) })];
}

/** Pitch of lines in a cell against their em. */
const LINE = 1.22;

function anchorX(kit: FurnitureKit, { column, x, width }: FittedColumn): number {
  const padding = CELL_PADDING * kit.em.table;
  if (column.align === 'middle') return x + width / 2;
  return column.align === 'start' ? x + padding : x + width - padding;
}

function drawCell(
  kit: FurnitureKit,
  cell: TableCell,
  at: {
    readonly place: FittedColumn;
    readonly y: number;
    readonly height: number;
    readonly bold: boolean;
    readonly lines: readonly string[] | null;
  },
): DrawItem[] {
  const { place, y, height, bold } = at;
  if (typeof cell !== 'string')
    return drawCellMark(kit, cell, { x: place.x, y, width: place.width, height, align: place.column.align });
  const size = kit.em.table;
  const lines = at.lines ?? wrapCell(kit, cell, { width: place.width, bold });
  const first = baselineIn(y, height, size) - ((lines.length - 1) * size * LINE) / 2;
  return lines.map((line, index) =>
    textItem(line, [anchorX(kit, place), first + index * size * LINE], {
      size,
      font: bold ? 'bold' : 'sans',
      anchor: place.column.align,
    }),
  );
}
