import { type Rect, rectsOverlap } from '../drawing.ts';
import type { NameTask } from './label-problem.ts';

/** Names keep this far from each other, millimetres. */
const CLEARANCE = 0.25;
/** Side of the grid's cells, millimetres. */
const CELL = 8;

/** A name without a place. */
export const UNPLACED = -1;

/** Which place each name has, with the room taken. */
export interface PlaceState {
  /** Index of the name's candidate, or `UNPLACED`. */
  readonly choice: Int32Array;
  place(name: number, candidate: number): void;
  remove(name: number): void;
  isFree(name: number, candidate: number): boolean;
  /** Names whose places overlap a candidate, each once; null when there are more than `most`. */
  inTheWay(name: number, candidate: number, most: number): readonly number[] | null;
  /** Whether candidates of two names overlap each other. */
  collide(a: number, candidateA: number, b: number, candidateB: number): boolean;
}

/** No name placed. */
export function createPlaceState(tasks: readonly NameTask[], bounds: Rect): PlaceState {
  const columns = Math.max(1, Math.ceil(bounds.width / CELL));
  const rows = Math.max(1, Math.ceil(bounds.height / CELL));
  const cells: Occupant[][] = Array.from({ length: columns * rows }, () => []);
  const choice = new Int32Array(tasks.length).fill(UNPLACED);
  const boxesOf = (name: number, candidate: number): readonly Rect[] => tasks[name]?.candidates[candidate]?.boxes ?? [];
  const columnOf = (x: number): number => Math.max(0, Math.min(columns - 1, Math.floor((x - bounds.x) / CELL)));
  const rowOf = (y: number): number => Math.max(0, Math.min(rows - 1, Math.floor((y - bounds.y) / CELL)));

  /** Visits the cells of a box with its clearance until `visit` says true. */
  const forCells = (box: Rect, visit: (cell: Occupant[]) => boolean): boolean => {
    const lastColumn = columnOf(box.x + box.width + CLEARANCE);
    const lastRow = rowOf(box.y + box.height + CLEARANCE);
    for (let row = rowOf(box.y - CLEARANCE); row <= lastRow; row++)
      for (let column = columnOf(box.x - CLEARANCE); column <= lastColumn; column++) {
        const cell = cells[row * columns + column];
        if (cell && cell.length > 0 && visit(cell)) return true;
      }
    return false;
  };
  const addTo = (box: Rect, occupant: Occupant): void => {
    const lastColumn = columnOf(box.x + box.width);
    const lastRow = rowOf(box.y + box.height);
    for (let row = rowOf(box.y); row <= lastRow; row++)
      for (let column = columnOf(box.x); column <= lastColumn; column++) cells[row * columns + column]?.push(occupant);
  };
  const dropFrom = (box: Rect, name: number): void => {
    forCells(box, (cell) => {
      for (let i = cell.length - 1; i >= 0; i--) if (cell[i]?.name === name) cell.splice(i, 1);
      return false;
    });
  };
  const state: PlaceState = {
    choice,
    place(name, candidate) {
      choice[name] = candidate;
      for (const box of boxesOf(name, candidate)) addTo(box, { name, box });
    },
    remove(name) {
      for (const box of boxesOf(name, choice[name] ?? UNPLACED)) dropFrom(box, name);
      choice[name] = UNPLACED;
    },
    isFree: (name, candidate) => state.inTheWay(name, candidate, 0) !== null,
    inTheWay(name, candidate, most) {
      const found: number[] = [];
      for (const box of boxesOf(name, candidate)) {
        const isTooMany = forCells(box, (cell) => {
          for (const other of cell) {
            if (other.name === name || !areNear(box, other.box) || found.includes(other.name)) continue;
            if (found.length === most) return true;
            found.push(other.name);
          }
          return false;
        });
        if (isTooMany) return null;
      }
      return found;
    },
    collide: (a, candidateA, b, candidateB) =>
      boxesOf(a, candidateA).some((box) => boxesOf(b, candidateB).some((other) => areNear(box, other))),
  };
  return state;
}

interface Occupant {
  readonly name: number;
  readonly box: Rect;
}

/** Whether boxes overlap or are nearer than the clearance. */
const areNear = (a: Rect, b: Rect): boolean =>
  rectsOverlap(a, {
    x: b.x - CLEARANCE,
    y: b.y - CLEARANCE,
    width: b.width + 2 * CLEARANCE,
    height: b.height + 2 * CLEARANCE,
  });
