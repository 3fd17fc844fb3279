import type { Rect } from '../drawing.ts';

/** Side of the index's square cells, millimetres. */
const CELL = 4;
/** Where so many rectangles lie wholly on one another it does not matter how many more there are: a bound on time for thousands in one place. */
const MOST_SHARES = 6;

/** Rectangles by place, so that collisions are found without looking at all of them. */
export interface RectIndex {
  touches(rect: Rect): boolean;
  /** Sum over the index's rectangles of what they share with `rect`, as part of the smaller of the two; from `MOST_SHARES` on not more. */
  overlap(rect: Rect): number;
}

/** A rectangle that stands so many times in the same place. */
type CountedRect = Rect & { readonly count: number };

/** Each place once, in the order of coming: a thousand symbols in one place are looked at as one. */
function countAlike(rects: readonly Rect[]): Iterable<CountedRect> {
  const counted = new Map<string, CountedRect>();
  for (const { x, y, width, height } of rects) {
    const key = `${x} ${y} ${width} ${height}`;
    counted.set(key, { x, y, width, height, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return counted.values();
}

/** An index of rectangles within `bounds`; what lies outside is kept in the cells at its edge. */
export function createRectIndex(rects: readonly Rect[], bounds: Rect): RectIndex {
  const columns = Math.max(1, Math.ceil(bounds.width / CELL));
  const rows = Math.max(1, Math.ceil(bounds.height / CELL));
  const columnOf = (x: number): number => Math.max(0, Math.min(columns - 1, Math.floor((x - bounds.x) / CELL)));
  const rowOf = (y: number): number => Math.max(0, Math.min(rows - 1, Math.floor((y - bounds.y) / CELL)));
  const cells: (CountedRect[] | undefined)[] = new Array(columns * rows);
  for (const rect of countAlike(rects)) {
    const lastColumn = columnOf(rect.x + rect.width);
    const lastRow = rowOf(rect.y + rect.height);
    for (let row = rowOf(rect.y); row <= lastRow; row++)
      for (let column = columnOf(rect.x); column <= lastColumn; column++) {
        const cell = cells[row * columns + column];
        if (cell) cell.push(rect);
        else cells[row * columns + column] = [rect];
      }
  }
  /** Visits each rectangle that overlaps once, in the cell of the shared part's upper left corner, until `visit` says true. */
  const visit = (rect: Rect, found: (width: number, height: number, other: CountedRect) => boolean): boolean => {
    const lastColumn = columnOf(rect.x + rect.width);
    const lastRow = rowOf(rect.y + rect.height);
    for (let row = rowOf(rect.y); row <= lastRow; row++)
      for (let column = columnOf(rect.x); column <= lastColumn; column++) {
        for (const other of cells[row * columns + column] ?? []) {
          const left = Math.max(rect.x, other.x);
          const top = Math.max(rect.y, other.y);
          const width = Math.min(rect.x + rect.width, other.x + other.width) - left;
          const height = Math.min(rect.y + rect.height, other.y + other.height) - top;
          if (width <= 0 || height <= 0 || columnOf(left) !== column || rowOf(top) !== row) continue;
          if (found(width, height, other)) return true;
        }
      }
    return false;
  };
  return {
    touches: (rect) => visit(rect, () => true),
    overlap(rect) {
      let shares = 0;
      visit(rect, (width, height, other) => {
        shares += (other.count * width * height) / Math.min(rect.width * rect.height, other.width * other.height);
        return shares >= MOST_SHARES;
      });
      return Math.min(shares, MOST_SHARES);
    },
  };
}
