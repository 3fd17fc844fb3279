import { insetRect, type Rect, rectContains, rectsOverlap } from '../drawing.ts';

/** A symbol that stands for the state of a thing: a stamp, a light, a site's square, the number of a late task. */
export interface Mark {
  /** What moves as one: a symbol with its flags, its number and its name. */
  readonly key: string;
  /** Room that it takes, millimetres. */
  readonly rect: Rect;
  /** Whether it may stand beside its place; others stay and are stood clear of. */
  readonly mayMove: boolean;
  /** Where else it is at its place, best first: a mark of a road anywhere along it. */
  readonly otherPlaces?: readonly MarkShift[];
}

/** How far a mark is moved, millimetres right and down. */
export type MarkShift = readonly [right: number, down: number];

/** Marks keep this far from each other, millimetres. */
const GAP = 0.3;
/** Distances and directions tried, the distances against the mark's own size. */
const STEP = 0.2;
const STEPS = 14;
const DIRECTIONS = 16;

/**
 * Moves marks that would cover each other beside their places, each as little as it can: of two in one place the one named later moves. A mark that finds no
 * room nearby stays where it is. The same marks in the same order give the same places.
 *
 * @returns the shifts of the marks that move, by key
 */
export function spreadMarks(marks: readonly Mark[], map: Rect): ReadonlyMap<string, MarkShift> {
  const shifts = new Map<string, MarkShift>();
  const taken = new TakenRoom();
  for (const { rect, mayMove } of marks) if (!mayMove) taken.add(insetRect(rect, -GAP));
  const isFree = (place: Rect): boolean => taken.isFree(place);
  const fits = (place: Rect): boolean => rectContains(map, place) && isFree(place);
  for (const { key, rect, mayMove, otherPlaces = [] } of marks) {
    if (!mayMove) continue;
    const shift = isFree(rect)
      ? null
      : (otherPlaces.find((other) => fits(moveRect(rect, other))) ?? findShift(rect, fits));
    if (shift) shifts.set(key, shift);
    taken.add(insetRect(shift ? moveRect(rect, shift) : rect, -GAP));
  }
  return shifts;
}

/** Side of the cells by which taken room is found, millimetres, and cells in a row: more than any paper is wide. */
const CELL = 8;
const ROW = 100_000;

/** Rectangles by place: thousands of marks stand on a sheet, of which each has a few neighbours. */
class TakenRoom {
  readonly #cells = new Map<number, Rect[]>();

  add(rect: Rect): void {
    someCell(rect, (cell) => {
      const known = this.#cells.get(cell);
      if (known) known.push(rect);
      else this.#cells.set(cell, [rect]);
      return false;
    });
  }

  isFree(place: Rect): boolean {
    return !someCell(place, (cell) => this.#cells.get(cell)?.some((other) => rectsOverlap(place, other)) === true);
  }
}

/** Goes through the cells of a rectangle until one will do. @returns whether one did */
function someCell({ x, y, width, height }: Rect, test: (cell: number) => boolean): boolean {
  const lastColumn = Math.floor((x + width) / CELL);
  const lastRow = Math.floor((y + height) / CELL);
  for (let row = Math.floor(y / CELL); row <= lastRow; row++)
    for (let column = Math.floor(x / CELL); column <= lastColumn; column++) if (test(row * ROW + column)) return true;
  return false;
}

/** The nearest place that will do; null where there is none. */
function findShift(rect: Rect, fits: (place: Rect) => boolean): MarkShift | null {
  const size = Math.max(rect.width, rect.height);
  for (let step = 1; step <= STEPS; step++)
    for (let i = 0; i < DIRECTIONS; i++) {
      const angle = (i * 2 * Math.PI) / DIRECTIONS;
      const shift = [Math.cos(angle) * step * STEP * size, Math.sin(angle) * step * STEP * size] as const;
      if (fits(moveRect(rect, shift))) return shift;
    }
  return null;
}

/** A rectangle elsewhere. */
export const moveRect = (rect: Rect, [right, down]: MarkShift): Rect => ({
  ...rect,
  x: rect.x + right,
  y: rect.y + down,
});
