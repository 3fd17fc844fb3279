import type { Contour, DrawItem, PathItem, Rect } from '../drawing.ts';
import { forEachContour } from '../packed-contours.ts';

/** How much dark line lies under a name. */
export interface InkGrid {
  /** Mean darkness of a rectangle by the lines in it, 0 = white paper, 1 = black. */
  inkOf(rect: Rect): number;
}

/** Side of a cell, millimetres: finer than the lines of names, coarser on maps of more than so many cells. */
const CELL = 0.8;
const MOST_CELLS = 1200;
/** Darkness is summed up in whole numbers of this fineness. */
const FINENESS = 255;

/**
 * Darkness of the lines drawn, on a grid whose sums make any rectangle one look-up. Fills do not count: names stand on them everywhere.
 */
export function createInkGrid(items: readonly DrawItem[], map: Rect): InkGrid {
  const cell = Math.max(CELL, Math.max(map.width, map.height) / MOST_CELLS);
  const hasItems = items.length > 0;
  const columns = hasItems ? Math.max(1, Math.ceil(map.width / cell)) : 0;
  const rows = hasItems ? Math.max(1, Math.ceil(map.height / cell)) : 0;
  // one more row and column: first the cells' own ink, then sums of all cells above and to the left
  const ink = new Int32Array((columns + 1) * (rows + 1));
  const grid = { ink, columns, rows, cell, left: map.x, top: map.y };
  forEachPath(items, ({ contours, closed }, weight) => {
    // a line wider than a cell counts by its width
    const darkness = Math.round((weight / cell) * FINENESS);
    forEachContour(contours, (line, start, end) => darken(grid, line, { start, end, closed, darkness }));
  });
  sumUp(ink, columns, rows);
  return new SummedInk(grid);
}

interface Ink {
  readonly ink: Int32Array;
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
  readonly left: number;
  readonly top: number;
}

/** A class, as the engine keeps what it has made of its methods from sheet to sheet. */
class SummedInk implements InkGrid {
  readonly #grid: Ink;

  constructor(grid: Ink) {
    this.#grid = grid;
  }

  inkOf({ x, y, width, height }: Rect): number {
    const { ink, columns, rows, cell, left, top } = this.#grid;
    const firstColumn = nearest((x - left) / cell, columns);
    const firstRow = nearest((y - top) / cell, rows);
    const endColumn = Math.max(firstColumn + 1, nearest((x + width - left) / cell, columns));
    const endRow = Math.max(firstRow + 1, nearest((y + height - top) / cell, rows));
    if (endColumn > columns || endRow > rows) return 0;
    const stride = columns + 1;
    const sum =
      (ink[endRow * stride + endColumn] as number) -
      (ink[endRow * stride + firstColumn] as number) -
      (ink[firstRow * stride + endColumn] as number) +
      (ink[firstRow * stride + firstColumn] as number);
    return sum / ((endColumn - firstColumn) * (endRow - firstRow) * FINENESS);
  }
}

/** The boundary between cells nearest to a place, from 0 to `most`. */
const nearest = (place: number, most: number): number => Math.max(0, Math.min(most, Math.round(place)));

/** Darkens the cells that a line runs through: a place in each step of one cell. */
function darken(
  { ink, columns, rows, cell, left, top }: Ink,
  line: Contour,
  of: { readonly start: number; readonly end: number; readonly closed: boolean; readonly darkness: number },
): void {
  const { start, end, closed, darkness } = of;
  if (end - start < 2) return;
  const stride = columns + 1;
  const first = closed ? end - 2 : start;
  let x1 = ((line[first] as number) - left) / cell;
  let y1 = ((line[first + 1] as number) - top) / cell;
  for (let i = closed ? start : start + 2; i + 1 < end; i += 2) {
    const x2 = ((line[i] as number) - left) / cell;
    const y2 = ((line[i + 1] as number) - top) / cell;
    const dx = x2 - x1;
    const dy = y2 - y1;
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))));
    for (let s = 0; s < steps; s++) {
      const share = (s + 0.5) / steps;
      const column = Math.floor(x1 + dx * share);
      const row = Math.floor(y1 + dy * share);
      if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
      const at = (row + 1) * stride + column + 1;
      if ((ink[at] as number) < darkness) ink[at] = darkness;
    }
    x1 = x2;
    y1 = y2;
  }
}

/** Turns values of cells into sums of all cells above and to the left, in place. */
function sumUp(values: Int32Array, columns: number, rows: number): void {
  const stride = columns + 1;
  for (let row = 1; row <= rows; row++) {
    let sum = 0;
    for (let at = row * stride + 1; at <= row * stride + columns; at++) {
      sum += values[at] ?? 0;
      values[at] = (values[at - stride] ?? 0) + sum;
    }
  }
}

/** Paths with their darkness times width in millimetres; lines that a later white one covers (hollow roads) count by their casing. */
function forEachPath(
  items: readonly DrawItem[],
  visit: (path: PathItem, weight: number) => void,
  darknessByColor: Map<string, number> = new Map(),
): void {
  for (const item of items) {
    if (item.kind === 'group') forEachPath(item.items, visit, darknessByColor);
    else if (item.kind === 'path' && item.stroke && item.stroke.color !== item.fill) {
      const { color, width } = item.stroke;
      const darkness = darknessByColor.get(color) ?? darknessOf(color);
      darknessByColor.set(color, darkness);
      const weight = darkness * Math.min(1.5, width);
      if (weight > 0.01) visit(item, weight);
    }
  }
}

/** 0 = white, 1 = black, by the luma of ITU-R BT.601. */
function darknessOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return 1 - (0.299 * red + 0.587 * green + 0.114 * blue);
}
