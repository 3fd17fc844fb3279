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
  const cells = createCells(bounds);
  const choice = new Int32Array(tasks.length).fill(UNPLACED);
  const findInTheWay = createSearch(rooms, cells);
  const state: PlaceState = {
    choice,
    place(name, candidate) {
      choice[name] = candidate;
      const end = rooms.endOf(name, candidate);
      for (let box = rooms.startOf(name, candidate); box < end; box++) addToCells(cells, rooms.sides, box);
    },
    remove(name) {
      const candidate = choice[name] as number;
      choice[name] = UNPLACED;
      if (candidate === UNPLACED) return;
      const end = rooms.endOf(name, candidate);
      for (let box = rooms.startOf(name, candidate); box < end; box++) dropFromCells(cells, rooms.sides, box);
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
      const [startB, endB] = [rooms.startOf(b, candidateB), rooms.endOf(b, candidateB)];
      const endA = rooms.endOf(a, candidateA);
      for (let box = rooms.startOf(a, candidateA); box < endA; box++)
        for (let other = startB; other < endB; other++) if (areNear(rooms.sides, box, other)) return true;
      return false;
    },
    isRoom(boxes) {
      for (const box of boxes) if (findInTheWay(rooms.tryOut(box), NOBODY - 1, NONE_FOUND, 0)) return false;
      return true;
    },
    occupy(boxes) {
      for (const box of boxes) addToCells(cells, rooms.sides, rooms.add(box));
    },
  };
  return state;
}

/** Adds the owners of what overlaps a box to `found`. @returns whether there are more than `most` */
type Search = (box: number, name: number, found: number[], most: number) => boolean;

const createSearch =
  (rooms: Rooms, cells: Cells): Search =>
  (box, name, found, most) => {
    const { sides } = rooms;
    const firstColumn = columnAt(cells, (sides[4 * box] as number) - CLEARANCE);
    const lastColumn = columnAt(cells, (sides[4 * box + 2] as number) + CLEARANCE);
    const lastRow = rowAt(cells, (sides[4 * box + 3] as number) + CLEARANCE);
    for (let row = rowAt(cells, (sides[4 * box + 1] as number) - CLEARANCE); row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++) {
        const cell = cells.boxes[row * cells.columns + column] as number[];
        for (let i = 0; i < cell.length; i++) {
          const other = cell[i] as number;
          if (!areNear(sides, box, other)) continue;
          const owner = rooms.ownerOf(other);
          if (owner === name || found.includes(owner)) continue;
          if (found.length === most) return true;
          found.push(owner);
        }
      }
    return false;
  };

/** The boxes of all candidates as lists of numbers: they are looked at hundreds of thousands of times. */
interface Rooms {
  /** Left, top, right and bottom of each box, millimetres. */
  readonly sides: Float64Array;
  /** First box of a candidate, and the one after its last; none of a candidate that is not there. */
  startOf(name: number, candidate: number): number;
  endOf(name: number, candidate: number): number;
  ownerOf(box: number): number;
  /** A box that is nobody's, until the next one is tried out. */
  tryOut(box: Rect): number;
  /** A box that is nobody's, for good. */
  add(box: Rect): number;
}

/** Whether boxes overlap or are nearer than the clearance. */
const areNear = (sides: Float64Array, a: number, b: number): boolean =>
  (sides[4 * a] as number) < (sides[4 * b + 2] as number) + CLEARANCE &&
  (sides[4 * b] as number) < (sides[4 * a + 2] as number) + CLEARANCE &&
  (sides[4 * a + 1] as number) < (sides[4 * b + 3] as number) + CLEARANCE &&
  (sides[4 * b + 1] as number) < (sides[4 * a + 3] as number) + CLEARANCE;

function createRooms(tasks: readonly NameTask[]): Rooms {
  const { firstCandidate, starts, count } = countBoxes(tasks);
  // the last box is for trying out; more come after it
  let capacity = count + SPARE_BOXES;
  const owners = new Int32Array(count);
  let sides = new Float64Array(4 * capacity);
  const write = (box: number, { x, y, width, height }: Rect): void => {
    sides[4 * box] = x;
    sides[4 * box + 1] = y;
    sides[4 * box + 2] = x + width;
    sides[4 * box + 3] = y + height;
  };
  let next = 0;
  for (let name = 0; name < tasks.length; name++)
    for (const { boxes } of (tasks[name] as NameTask).candidates)
      for (const box of boxes) {
        owners[next] = name;
        write(next++, box);
      }
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

/** Boxes that there is room for beside those of the candidates, to begin with. */
const SPARE_BOXES = 1024;

/** Where the candidates of each name begin, and the boxes of each candidate. */
function countBoxes(tasks: readonly NameTask[]) {
  const firstCandidate = new Int32Array(tasks.length + 1);
  for (let name = 0; name < tasks.length; name++)
    firstCandidate[name + 1] = (firstCandidate[name] as number) + (tasks[name] as NameTask).candidates.length;
  const starts = new Int32Array((firstCandidate[tasks.length] as number) + 1);
  let [candidate, count] = [0, 0];
  for (const { candidates } of tasks)
    for (const { boxes } of candidates) {
      count += boxes.length;
      starts[++candidate] = count;
    }
  return { firstCandidate, starts, count };
}

/** Which boxes are taken, by place. */
interface Cells {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  /** Row by row; in each cell in the order in which they were taken. */
  readonly boxes: readonly number[][];
}

function createCells({ x, y, width, height }: Rect): Cells {
  const columns = Math.max(1, Math.ceil(width / CELL));
  const rows = Math.max(1, Math.ceil(height / CELL));
  return { left: x, top: y, columns, rows, boxes: Array.from({ length: columns * rows }, () => []) };
}

const columnAt = ({ columns, left }: Cells, x: number): number =>
  Math.max(0, Math.min(columns - 1, Math.floor((x - left) / CELL)));
const rowAt = ({ rows, top }: Cells, y: number): number =>
  Math.max(0, Math.min(rows - 1, Math.floor((y - top) / CELL)));

function addToCells(cells: Cells, sides: Float64Array, box: number): void {
  const firstColumn = columnAt(cells, sides[4 * box] as number);
  const lastColumn = columnAt(cells, sides[4 * box + 2] as number);
  const lastRow = rowAt(cells, sides[4 * box + 3] as number);
  for (let row = rowAt(cells, sides[4 * box + 1] as number); row <= lastRow; row++)
    for (let column = firstColumn; column <= lastColumn; column++)
      (cells.boxes[row * cells.columns + column] as number[]).push(box);
}

function dropFromCells(cells: Cells, sides: Float64Array, box: number): void {
  const firstColumn = columnAt(cells, sides[4 * box] as number);
  const lastColumn = columnAt(cells, sides[4 * box + 2] as number);
  const lastRow = rowAt(cells, sides[4 * box + 3] as number);
  for (let row = rowAt(cells, sides[4 * box + 1] as number); row <= lastRow; row++)
    for (let column = firstColumn; column <= lastColumn; column++)
      dropFrom(cells.boxes[row * cells.columns + column] as number[], box);
}

/** Takes a number out of a list, the others in their order: without the list that `splice` makes of what it takes. */
function dropFrom(list: number[], value: number): void {
  let at = list.indexOf(value);
  if (at < 0) return;
  for (; at < list.length - 1; at++) list[at] = list[at + 1] as number;
  list.pop();
}
