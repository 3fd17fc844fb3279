import type { Rect } from '../drawing.ts';
import type { NameTask } from './label-problem.ts';

/** Names keep this far from each other, millimetres. */
export const CLEARANCE = 0.25;

/** The boxes of all candidates as lists of numbers: they are looked at hundreds of thousands of times. */
export interface Rooms {
  /** Left, top, right and bottom of each box, millimetres. */
  sides: Float64Array;
  /** Name of each box of a candidate; those after them are nobody's. */
  readonly owners: Int32Array;
  /** First candidate of each name, and the one after the last. */
  readonly firstCandidate: Int32Array;
  /** First box of each candidate, and the one after the last. */
  readonly starts: Int32Array;
  /** A box that is nobody's, for trying out. */
  readonly trial: number;
  /** Where the next box that is taken for good goes. */
  next: number;
}

/** First box of a candidate; where that is not there it ends where it begins. */
export const startOf = (rooms: Rooms, name: number, candidate: number): number =>
  hasCandidate(rooms, name, candidate)
    ? (rooms.starts[(rooms.firstCandidate[name] as number) + candidate] as number)
    : 0;
/** The box after the last of a candidate. */
export const endOf = (rooms: Rooms, name: number, candidate: number): number =>
  hasCandidate(rooms, name, candidate)
    ? (rooms.starts[(rooms.firstCandidate[name] as number) + candidate + 1] as number)
    : 0;
const hasCandidate = ({ firstCandidate }: Rooms, name: number, candidate: number): boolean =>
  candidate >= 0 && candidate < (firstCandidate[name + 1] as number) - (firstCandidate[name] as number);

/** Whether boxes overlap or are nearer than the clearance. */
export const areNear = (sides: Float64Array, a: number, b: number): boolean =>
  (sides[4 * a] as number) < (sides[4 * b + 2] as number) + CLEARANCE &&
  (sides[4 * b] as number) < (sides[4 * a + 2] as number) + CLEARANCE &&
  (sides[4 * a + 1] as number) < (sides[4 * b + 3] as number) + CLEARANCE &&
  (sides[4 * b + 1] as number) < (sides[4 * a + 3] as number) + CLEARANCE;

/** Writes where a box is. */
export function writeSides(sides: Float64Array, box: number, { x, y, width, height }: Rect): void {
  sides[4 * box] = x;
  sides[4 * box + 1] = y;
  sides[4 * box + 2] = x + width;
  sides[4 * box + 3] = y + height;
}

/** Boxes that there is room for beside those of the candidates, to begin with. */
const SPARE_BOXES = 1024;

/** The boxes of all candidates of some names. */
export function createRooms(tasks: readonly NameTask[]): Rooms {
  const { firstCandidate, starts, count } = countBoxes(tasks);
  const owners = new Int32Array(count);
  const sides = new Float64Array(4 * (count + SPARE_BOXES));
  let next = 0;
  for (let name = 0; name < tasks.length; name++)
    for (const { boxes } of (tasks[name] as NameTask).candidates)
      for (const box of boxes) {
        owners[next] = name;
        writeSides(sides, next++, box);
      }
  return { sides, owners, firstCandidate, starts, trial: count, next: count + 1 };
}

/** Takes a box for good. @returns which it is */
export function addBox(rooms: Rooms, box: Rect): number {
  if (4 * rooms.next === rooms.sides.length) {
    const grown = new Float64Array(2 * rooms.sides.length);
    grown.set(rooms.sides);
    rooms.sides = grown;
  }
  writeSides(rooms.sides, rooms.next, box);
  return rooms.next++;
}

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
