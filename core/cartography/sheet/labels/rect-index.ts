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
function countAlike(rects: readonly Rect[]): readonly CountedRect[] {
  const counted: { -readonly [Key in keyof CountedRect]: CountedRect[Key] }[] = [];
  const byLeft = new Map<number, typeof counted>();
  for (const { x, y, width, height } of rects) {
    const inColumn = byLeft.get(x);
    const known = inColumn?.find((other) => other.y === y && other.width === width && other.height === height);
    if (known) {
      known.count++;
      continue;
    }
    const first = { x, y, width, height, count: 1 };
    counted.push(first);
    if (inColumn) inColumn.push(first);
    else byLeft.set(x, [first]);
  }
  return counted;
}

/** An index of rectangles within `bounds`; what lies outside is kept in the cells at its edge. */
export const createRectIndex = (rects: readonly Rect[], bounds: Rect): RectIndex =>
  new GridIndex(createGrid(countAlike(rects), bounds));

/** A class, as the engine keeps what it has made of its methods from sheet to sheet. */
class GridIndex implements RectIndex {
  readonly #grid: Grid;

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  touches(rect: Rect): boolean {
    return this.#grid.inCells.length > 0 && visitOverlaps(this.#grid, rect, true) > 0;
  }

  overlap(rect: Rect): number {
    return this.#grid.inCells.length > 0 ? Math.min(visitOverlaps(this.#grid, rect, false), MOST_SHARES) : 0;
  }
}

interface Grid {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  /** Left, top, right, bottom, area and count of each rectangle. */
  readonly places: Float64Array;
  /** Where the rectangles of each cell begin in `inCells`; one more for the end. */
  readonly starts: Int32Array;
  readonly inCells: Int32Array;
}

/** Numbers of a rectangle in `Grid.places`. */
const PLACE = 6;

const columnAt = ({ columns, left }: Pick<Grid, 'columns' | 'left'>, x: number): number =>
  Math.max(0, Math.min(columns - 1, Math.floor((x - left) / CELL)));
const rowAt = ({ rows, top }: Pick<Grid, 'rows' | 'top'>, y: number): number =>
  Math.max(0, Math.min(rows - 1, Math.floor((y - top) / CELL)));

function createGrid(counted: readonly CountedRect[], bounds: Rect): Grid {
  const columns = Math.max(1, Math.ceil(bounds.width / CELL));
  const rows = Math.max(1, Math.ceil(bounds.height / CELL));
  const size = { left: bounds.x, top: bounds.y, columns, rows };
  const places = new Float64Array(counted.length * PLACE);
  counted.forEach(({ x, y, width, height, count }, i) => {
    places.set([x, y, x + width, y + height, width * height, count], i * PLACE);
  });
  const eachCell = (visit: (cell: number, rect: number) => void): void => {
    for (let i = 0; i < counted.length; i++) {
      const place = i * PLACE;
      const firstColumn = columnAt(size, places[place] as number);
      const lastColumn = columnAt(size, places[place + 2] as number);
      const lastRow = rowAt(size, places[place + 3] as number);
      for (let row = rowAt(size, places[place + 1] as number); row <= lastRow; row++)
        for (let column = firstColumn; column <= lastColumn; column++) visit(row * columns + column, i);
    }
  };
  const starts = new Int32Array(columns * rows + 1);
  eachCell((cell) => {
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  });
  for (let cell = 0; cell < columns * rows; cell++) starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
  const inCells = new Int32Array(starts[columns * rows] ?? 0);
  const ends = starts.slice();
  eachCell((cell, rect) => {
    inCells[ends[cell] ?? 0] = rect;
    ends[cell] = (ends[cell] ?? 0) + 1;
  });
  return { ...size, places, starts, inCells };
}

/**
 * Sums up what each rectangle that overlaps shares, each looked at once, in the cell of the shared part's upper left corner, until `MOST_SHARES`.
 *
 * @param isOneEnough the first is told of as 1
 */
function visitOverlaps(grid: Grid, { x, y, width, height }: Rect, isOneEnough: boolean): number {
  const { columns, places, starts, inCells } = grid;
  const right = x + width;
  const bottom = y + height;
  const firstColumn = columnAt(grid, x);
  const lastColumn = columnAt(grid, right);
  const lastRow = rowAt(grid, bottom);
  let shares = 0;
  for (let row = rowAt(grid, y); row <= lastRow; row++)
    for (let column = firstColumn; column <= lastColumn; column++) {
      const cell = row * columns + column;
      const end = starts[cell + 1] as number;
      for (let at = starts[cell] as number; at < end; at++) {
        const place = (inCells[at] as number) * PLACE;
        const left = Math.max(x, places[place] as number);
        const sharedWidth = Math.min(right, places[place + 2] as number) - left;
        if (sharedWidth <= 0) continue;
        const top = Math.max(y, places[place + 1] as number);
        const sharedHeight = Math.min(bottom, places[place + 3] as number) - top;
        if (sharedHeight <= 0) continue;
        if (columnAt(grid, left) !== column || rowAt(grid, top) !== row) continue;
        if (isOneEnough) return 1;
        const least = Math.min(width * height, places[place + 4] as number);
        shares += ((places[place + 5] as number) * sharedWidth * sharedHeight) / least;
        if (shares >= MOST_SHARES) return shares;
      }
    }
  return shares;
}
