import type { Contour, DrawItem, Rect } from '../drawing.ts';

/** How much dark line lies under a name. */
export interface InkGrid {
  /** Mean darkness of a rectangle by the lines in it, 0 = white paper, 1 = black. */
  inkOf(rect: Rect): number;
}

/** Cells along the longer side of the map: 0.6 mm on A3, 1.5 mm on A0. */
const CELLS = 700;

/**
 * Darkness of the lines drawn, on a grid whose sums make any rectangle one look-up. Fills do not count: names stand on them everywhere.
 */
export function createInkGrid(items: readonly DrawItem[], map: Rect): InkGrid {
  const cell = Math.max(map.width, map.height) / CELLS;
  const columns = Math.max(1, Math.ceil(map.width / cell));
  const rows = Math.max(1, Math.ceil(map.height / cell));
  const ink = new Float32Array(columns * rows);
  forEachLine(items, (line, closed, weight) => {
    const points = line.length / 2;
    for (let i = closed ? 0 : 1; i < points; i++) {
      const before = (i + points - 1) % points;
      const x1 = ((line[2 * before] ?? 0) - map.x) / cell;
      const y1 = ((line[2 * before + 1] ?? 0) - map.y) / cell;
      const x2 = ((line[2 * i] ?? 0) - map.x) / cell;
      const y2 = ((line[2 * i + 1] ?? 0) - map.y) / cell;
      const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1))));
      for (let s = 0; s < steps; s++) {
        const column = Math.floor(x1 + ((x2 - x1) * (s + 0.5)) / steps);
        const row = Math.floor(y1 + ((y2 - y1) * (s + 0.5)) / steps);
        if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
        const at = row * columns + column;
        // the thickness of a line beyond its cell counts by its width
        ink[at] = Math.max(ink[at] ?? 0, weight / cell);
      }
    }
  });
  const sums = sumTable(ink, columns, rows);
  const columnOf = (x: number): number => Math.max(0, Math.min(columns, Math.round((x - map.x) / cell)));
  const rowOf = (y: number): number => Math.max(0, Math.min(rows, Math.round((y - map.y) / cell)));
  return {
    inkOf(rect) {
      const left = columnOf(rect.x);
      const top = rowOf(rect.y);
      const right = Math.max(left + 1, columnOf(rect.x + rect.width));
      const bottom = Math.max(top + 1, rowOf(rect.y + rect.height));
      if (right > columns || bottom > rows) return 0;
      const at = (column: number, row: number): number => sums[row * (columns + 1) + column] ?? 0;
      const sum = at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
      return sum / ((right - left) * (bottom - top));
    },
  };
}

/** Sums of all cells above and to the left. */
function sumTable(values: Float32Array, columns: number, rows: number): Float64Array {
  const sums = new Float64Array((columns + 1) * (rows + 1));
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      sum += values[row * columns + column] ?? 0;
      sums[(row + 1) * (columns + 1) + column + 1] = (sums[row * (columns + 1) + column + 1] ?? 0) + sum;
    }
  }
  return sums;
}

/** Lines with their darkness times width in millimetres; lines that a later white one covers (hollow roads) count by their casing. */
function forEachLine(
  items: readonly DrawItem[],
  visit: (line: Contour, closed: boolean, weight: number) => void,
): void {
  for (const item of items) {
    if (item.kind === 'group') forEachLine(item.items, visit);
    else if (item.kind === 'path' && item.stroke && item.stroke.color !== item.fill) {
      const weight = darknessOf(item.stroke.color) * Math.min(1.5, item.stroke.width);
      if (weight > 0.01) for (const contour of item.contours) visit(contour, item.closed, weight);
    }
  }
}

/** 0 = white, 1 = black, by the luma of ITU-R BT.601. */
function darknessOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return 1 - (0.299 * red + 0.587 * green + 0.114 * blue);
}
