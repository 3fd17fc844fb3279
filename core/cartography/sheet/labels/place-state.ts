import type { Rect } from '../drawing.ts';
import type { NameTask } from './label-problem.ts';
import { addBox, areNear, CLEARANCE, createRooms, endOf, type Rooms, startOf, writeSides } from './label-rooms.ts';

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
export const createPlaceState = (tasks: readonly NameTask[], bounds: Rect): PlaceState =>
  new GridState(createRooms(tasks), createCells(bounds), tasks.length);

/** A class, as the engine keeps what it has made of its methods from sheet to sheet. */
class GridState implements PlaceState {
  readonly choice: Int32Array;
  readonly #rooms: Rooms;
  readonly #cells: Cells;

  constructor(rooms: Rooms, cells: Cells, names: number) {
    this.choice = new Int32Array(names).fill(UNPLACED);
    this.#rooms = rooms;
    this.#cells = cells;
  }

  place(name: number, candidate: number): void {
    const rooms = this.#rooms;
    this.choice[name] = candidate;
    const end = endOf(rooms, name, candidate);
    for (let box = startOf(rooms, name, candidate); box < end; box++) addToCells(this.#cells, rooms.sides, box);
  }

  remove(name: number): void {
    const rooms = this.#rooms;
    const candidate = this.choice[name] as number;
    this.choice[name] = UNPLACED;
    if (candidate === UNPLACED) return;
    const end = endOf(rooms, name, candidate);
    for (let box = startOf(rooms, name, candidate); box < end; box++) dropFromCells(this.#cells, rooms.sides, box);
  }

  isFree(name: number, candidate: number): boolean {
    const end = endOf(this.#rooms, name, candidate);
    for (let box = startOf(this.#rooms, name, candidate); box < end; box++)
      if (this.#findInTheWay(box, name, NONE_FOUND, 0)) return false;
    return true;
  }

  inTheWay(name: number, candidate: number, most: number): readonly number[] | null {
    const found: number[] = [];
    const end = endOf(this.#rooms, name, candidate);
    for (let box = startOf(this.#rooms, name, candidate); box < end; box++)
      if (this.#findInTheWay(box, name, found, most)) return null;
    return found;
  }

  collide(a: number, candidateA: number, b: number, candidateB: number): boolean {
    const rooms = this.#rooms;
    const startB = startOf(rooms, b, candidateB);
    const endB = endOf(rooms, b, candidateB);
    const endA = endOf(rooms, a, candidateA);
    for (let box = startOf(rooms, a, candidateA); box < endA; box++)
      for (let other = startB; other < endB; other++) if (areNear(rooms.sides, box, other)) return true;
    return false;
  }

  isRoom(boxes: readonly Rect[]): boolean {
    const rooms = this.#rooms;
    for (const box of boxes) {
      writeSides(rooms.sides, rooms.trial, box);
      if (this.#findInTheWay(rooms.trial, NOBODY - 1, NONE_FOUND, 0)) return false;
    }
    return true;
  }

  occupy(boxes: readonly Rect[]): void {
    for (const box of boxes) addToCells(this.#cells, this.#rooms.sides, addBox(this.#rooms, box));
  }

  /** Adds the owners of what overlaps a box to `found`. @returns whether there are more than `most` */
  #findInTheWay(box: number, name: number, found: number[], most: number): boolean {
    const cells = this.#cells;
    const { sides, owners } = this.#rooms;
    const firstColumn = columnAt(cells, (sides[4 * box] as number) - CLEARANCE);
    const lastColumn = columnAt(cells, (sides[4 * box + 2] as number) + CLEARANCE);
    const lastRow = rowAt(cells, (sides[4 * box + 3] as number) + CLEARANCE);
    for (let row = rowAt(cells, (sides[4 * box + 1] as number) - CLEARANCE); row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++) {
        const cell = cells.boxes[row * cells.columns + column] as number[];
        for (let i = 0; i < cell.length; i++) {
          const other = cell[i] as number;
          if (!areNear(sides, box, other)) continue;
          const owner = other < owners.length ? (owners[other] as number) : NOBODY;
          if (owner === name || found.includes(owner)) continue;
          if (found.length === most) return true;
          found.push(owner);
        }
      }
    return false;
  }
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
