import type { Rect } from '../drawing.ts';
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
  /** Whether no name stands in some boxes, which may be those of no candidate. */
  isRoom(boxes: readonly Rect[]): boolean;
  /** Takes boxes for good, for a place that is no candidate. */
  occupy(boxes: readonly Rect[]): void;
}

/** Owner of room that was taken for good. */
const NOBODY = -1;

/** Where none may be in the way nothing is noted. */
const NONE_FOUND: number[] = [];

/** No name placed. */
export function createPlaceState(tasks: readonly NameTask[], bounds: Rect): PlaceState {
  const rooms = createRooms(tasks);
  const grid = createCells(bounds);
  const choice = new Int32Array(tasks.length).fill(UNPLACED);

  /** Adds the owners of what overlaps a box to `found`. @returns whether there are more than `most` */
  const findInTheWay = (box: number, name: number, found: number[], most: number): boolean => {
    const { firstColumn, lastColumn, firstRow, lastRow } = grid.rangeOf(rooms, box, CLEARANCE);
    for (let row = firstRow; row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++) {
        const cell = grid.cellAt(row, column);
        for (let i = 0; i < cell.length; i++) {
          const other = cell[i] as number;
          const owner = rooms.ownerOf(other);
          if (owner === name || !rooms.areNear(box, other) || found.includes(owner)) continue;
          if (found.length === most) return true;
          found.push(owner);
        }
      }
    return false;
  };
  const state: PlaceState = {
    choice,
    place(name, candidate) {
      choice[name] = candidate;
      const end = rooms.endOf(name, candidate);
      for (let box = rooms.startOf(name, candidate); box < end; box++) grid.add(rooms, box);
    },
    remove(name) {
      const candidate = choice[name] as number;
      choice[name] = UNPLACED;
      if (candidate === UNPLACED) return;
      const end = rooms.endOf(name, candidate);
      for (let box = rooms.startOf(name, candidate); box < end; box++) grid.drop(rooms, box);
    },
    isFree(name, candidate) {
      const end = rooms.endOf(name, candidate);
      for (let box = rooms.startOf(name, candidate); box < end; box++)
        if (findInTheWay(box, name, NONE_FOUND, 0)) return false;
      return true;
    },
    inTheWay(name, candidate, most) {
      const found: number[] = [];
      const end = rooms.endOf(name, candidate);
      for (let box = rooms.startOf(name, candidate); box < end; box++)
        if (findInTheWay(box, name, found, most)) return null;
      return found;
    },
    collide(a, candidateA, b, candidateB) {
      const [endA, endB] = [rooms.endOf(a, candidateA), rooms.endOf(b, candidateB)];
      for (let box = rooms.startOf(a, candidateA); box < endA; box++)
        for (let other = rooms.startOf(b, candidateB); other < endB; other++)
          if (rooms.areNear(box, other)) return true;
      return false;
    },
    isRoom: (boxes) => boxes.every((box) => !findInTheWay(rooms.tryOut(box), NOBODY - 1, NONE_FOUND, 0)),
    occupy(boxes) {
      for (const box of boxes) grid.add(rooms, rooms.add(box));
    },
  };
  return state;
}

/** The boxes of all candidates as lists of numbers: they are looked at hundreds of thousands of times. */
interface Rooms {
  /** Left, top, right and bottom of each box, millimetres. */
  readonly sides: Float64Array;
  /** First box of a candidate, and the one after its last; none of a candidate that is not there. */
  startOf(name: number, candidate: number): number;
  endOf(name: number, candidate: number): number;
  ownerOf(box: number): number;
  /** Whether boxes overlap or are nearer than the clearance. */
  areNear(a: number, b: number): boolean;
  /** A box that is nobody's, until the next one is tried out. */
  tryOut(box: Rect): number;
  /** A box that is nobody's, for good. */
  add(box: Rect): number;
}

function createRooms(tasks: readonly NameTask[]): Rooms {
  const firstCandidate = new Int32Array(tasks.length + 1);
  tasks.forEach(({ candidates }, name) => {
    firstCandidate[name + 1] = (firstCandidate[name] as number) + candidates.length;
  });
  const starts = new Int32Array((firstCandidate[tasks.length] as number) + 1);
  let count = 0;
  tasks.forEach(({ candidates }, name) => {
    candidates.forEach(({ boxes }, candidate) => {
      count += boxes.length;
      starts[(firstCandidate[name] as number) + candidate + 1] = count;
    });
  });
  // the last box is for trying out; more come after it
  let capacity = 2 * count + 64;
  const owners = new Int32Array(count);
  let sides = new Float64Array(4 * capacity);
  const write = (box: number, { x, y, width, height }: Rect): void => {
    sides[4 * box] = x;
    sides[4 * box + 1] = y;
    sides[4 * box + 2] = x + width;
    sides[4 * box + 3] = y + height;
  };
  let next = 0;
  tasks.forEach(({ candidates }, name) => {
    for (const { boxes } of candidates)
      for (const box of boxes) {
        owners[next] = name;
        write(next++, box);
      }
  });
  const trial = next++;
  const has = (name: number, candidate: number): boolean =>
    candidate >= 0 && candidate < (firstCandidate[name + 1] as number) - (firstCandidate[name] as number);
  return {
    get sides() {
      return sides;
    },
    startOf: (name, candidate) =>
      has(name, candidate) ? (starts[(firstCandidate[name] as number) + candidate] as number) : 0,
    endOf: (name, candidate) =>
      has(name, candidate) ? (starts[(firstCandidate[name] as number) + candidate + 1] as number) : 0,
    ownerOf: (box) => (box < count ? (owners[box] as number) : NOBODY),
    areNear: (a, b) =>
      (sides[4 * a] as number) < (sides[4 * b + 2] as number) + CLEARANCE &&
      (sides[4 * b] as number) < (sides[4 * a + 2] as number) + CLEARANCE &&
      (sides[4 * a + 1] as number) < (sides[4 * b + 3] as number) + CLEARANCE &&
      (sides[4 * b + 1] as number) < (sides[4 * a + 3] as number) + CLEARANCE,
    tryOut(box) {
      write(trial, box);
      return trial;
    },
    add(box) {
      if (next === capacity) {
        capacity *= 2;
        const grown = new Float64Array(4 * capacity);
        grown.set(sides);
        sides = grown;
      }
      write(next, box);
      return next++;
    },
  };
}

/** Which boxes are taken, by place. */
function createCells({ x, y, width, height }: Rect) {
  const columns = Math.max(1, Math.ceil(width / CELL));
  const rows = Math.max(1, Math.ceil(height / CELL));
  const cells: number[][] = Array.from({ length: columns * rows }, () => []);
  const columnOf = (place: number): number => Math.max(0, Math.min(columns - 1, Math.floor((place - x) / CELL)));
  const rowOf = (place: number): number => Math.max(0, Math.min(rows - 1, Math.floor((place - y) / CELL)));

  /** Cells of a box with the room around it. */
  const rangeOf = ({ sides }: Rooms, box: number, clearance: number) => ({
    firstColumn: columnOf((sides[4 * box] as number) - clearance),
    lastColumn: columnOf((sides[4 * box + 2] as number) + clearance),
    firstRow: rowOf((sides[4 * box + 1] as number) - clearance),
    lastRow: rowOf((sides[4 * box + 3] as number) + clearance),
  });
  const cellAt = (row: number, column: number): number[] => cells[row * columns + column] as number[];
  return {
    rangeOf,
    cellAt: cellAt as (row: number, column: number) => readonly number[],
    add(rooms: Rooms, box: number): void {
      const { firstColumn, lastColumn, firstRow, lastRow } = rangeOf(rooms, box, 0);
      for (let row = firstRow; row <= lastRow; row++)
        for (let column = firstColumn; column <= lastColumn; column++) cellAt(row, column).push(box);
    },
    drop(rooms: Rooms, box: number): void {
      const { firstColumn, lastColumn, firstRow, lastRow } = rangeOf(rooms, box, 0);
      for (let row = firstRow; row <= lastRow; row++)
        for (let column = firstColumn; column <= lastColumn; column++) {
          const cell = cellAt(row, column);
          const at = cell.indexOf(box);
          if (at >= 0) cell.splice(at, 1);
        }
    },
  };
}
