import { type Rect, rectsOverlap } from '../drawing.ts';

/** Side of the index's square cells, millimetres. */
const CELL = 12;

/** Cells in a row of keys: more than any sheet has. */
const ROW_OF_KEYS = 65_536;

/** Rectangles by place, so that collisions are found without looking at all of them. */
export interface RectIndex {
  add(rect: Rect): void;
  touches(rect: Rect): boolean;
  /** Sum over the index's rectangles of what they share with `rect`, as part of the smaller of the two. */
  overlap(rect: Rect): number;
}

/** An empty index. */
export function createRectIndex(): RectIndex {
  const cells = new Map<number, Rect[]>();
  const forCells = (rect: Rect, visit: (key: number) => void): void => {
    const firstColumn = Math.floor(rect.x / CELL);
    const firstRow = Math.floor(rect.y / CELL);
    const lastColumn = Math.floor((rect.x + rect.width) / CELL);
    const lastRow = Math.floor((rect.y + rect.height) / CELL);
    for (let column = firstColumn; column <= lastColumn; column++)
      for (let row = firstRow; row <= lastRow; row++) visit(column * ROW_OF_KEYS + row);
  };
  const near = (rect: Rect): Set<Rect> => {
    const found = new Set<Rect>();
    forCells(rect, (key) => {
      for (const other of cells.get(key) ?? []) if (rectsOverlap(rect, other)) found.add(other);
    });
    return found;
  };
  return {
    add(rect) {
      forCells(rect, (key) => {
        const cell = cells.get(key);
        if (cell) cell.push(rect);
        else cells.set(key, [rect]);
      });
    },
    touches: (rect) => near(rect).size > 0,
    overlap(rect) {
      let shares = 0;
      for (const other of near(rect)) {
        const width = Math.min(rect.x + rect.width, other.x + other.width) - Math.max(rect.x, other.x);
        const height = Math.min(rect.y + rect.height, other.y + other.height) - Math.max(rect.y, other.y);
        shares += (width * height) / Math.min(rect.width * rect.height, other.width * other.height);
      }
      return shares;
    },
  };
}
