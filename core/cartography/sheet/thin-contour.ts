import type { Contour } from './drawing.ts';

/** Vertices nearer than this to the one before are left out: a plotter cannot draw them (millimetres). */
export const LEAST_VERTEX_DISTANCE = 0.05;

/** Steps of the paper's grid in a millimetre. */
const STEPS = 1 / LEAST_VERTEX_DISTANCE;

/**
 * A contour whose vertices lie on the paper's grid of `LEAST_VERTEX_DISTANCE`, each at the grid point nearest to it, once. A vertex goes where its own
 * position says, whichever ring it belongs to and wherever that begins: boundaries that two areas share stay shared. Rings come without the closing
 * vertex; loops and spikes that only rounding made are taken out of them. What is smaller than the grid stays as it is.
 *
 * @param length how many numbers of `contour` count, from its beginning
 */
export function thinContour(contour: Contour, closed: boolean, length: number = contour.length): number[] {
  if (!closed) return thinLine(contour, length);
  const grid = grids.slice(0, toGrid(contour, length));
  dropClosing(grid);
  untangle(grid);
  if (grid.length < 6) return [...contour.slice(0, length)];
  for (let i = 0; i < grid.length; i++) grid[i] = (grid[i] ?? 0) / STEPS;
  return grid;
}

/**
 * The same for a line of millimetres from `start` to before `end` of an array, in place; one that comes to a point has less than four numbers.
 *
 * @returns the place after it
 */
export function thinInPlace(numbers: Float64Array, start: number, end: number): number {
  let place = start;
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  for (let i = start; i + 1 < end; i += 2) {
    const x = Math.round((numbers[i] as number) * STEPS) + 0;
    const y = Math.round((numbers[i + 1] as number) * STEPS) + 0;
    if (x === lastX && y === lastY) continue;
    numbers[place++] = x / STEPS;
    numbers[place++] = y / STEPS;
    lastX = x;
    lastY = y;
  }
  return place;
}

function thinLine(line: Contour, length: number): number[] {
  const count = toGrid(line, length);
  if (count < 4) return endsOf(line, length);
  for (let i = 0; i < count; i++) grids[i] = (grids[i] ?? 0) / STEPS;
  return grids.slice(0, count);
}

const endsOf = (line: Contour, length: number): number[] =>
  length < 4 ? [...line.slice(0, length)] : [line[0] ?? 0, line[1] ?? 0, line[length - 2] ?? 0, line[length - 1] ?? 0];

/** Room for one contour after the other; its slices take no more room than they have numbers. */
const grids: number[] = [0.5];

/** Writes vertices in whole steps of the grid into `grids`, those that fall onto the one before left out. @returns how many numbers */
function toGrid(contour: Contour, length: number): number {
  let count = 0;
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  for (let i = 0; i + 1 < length; i += 2) {
    // no negative zero
    const x = Math.round((contour[i] ?? 0) * STEPS) + 0;
    const y = Math.round((contour[i + 1] ?? 0) * STEPS) + 0;
    if (x === lastX && y === lastY) continue;
    grids[count++] = x;
    grids[count++] = y;
    lastX = x;
    lastY = y;
  }
  return count;
}

function dropClosing(ring: number[]): void {
  while (ring.length > 2 && ring[0] === ring[ring.length - 2] && ring[1] === ring[ring.length - 1]) ring.splice(-2);
}

/** Loops that rounding makes have no more edges than this. */
const MOST_LOOP = 8;
/** A repair may bare another; more rounds than this are never needed by rings that were simple. */
const MOST_ROUNDS = 8;

/** Takes spikes (there and back) and small loops out of a ring in place. */
function untangle(ring: number[]): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let isClean = true;
    for (let i = 0; i < ring.length / 2 && ring.length >= 6; i++) {
      const loop = findLoop(ring, i);
      if (loop === 0) continue;
      isClean = false;
      dropVertices(ring, i + 1, loop);
    }
    if (isClean) return;
  }
}

/** How many vertices after `i` make a loop that the edge from `i` begins; 0 = none. */
function findLoop(ring: readonly number[], i: number): number {
  const count = ring.length / 2;
  const most = Math.min(MOST_LOOP, count - 2);
  if (isSamePoint(ring, i, i + 2)) return 2;
  for (let edges = 2; edges <= most; edges++) if (edgesCross(ring, i, i + edges)) return edges;
  return 0;
}

/** Drops `count` vertices from `from` on, around the ring's end. */
function dropVertices(ring: number[], from: number, count: number): void {
  const vertices = ring.length / 2;
  for (let step = 0; step < count && ring.length > 2; step++) {
    const at = from % vertices;
    const isAtFront = at + step >= vertices;
    ring.splice(isAtFront ? 0 : at * 2, 2);
  }
}

const isSamePoint = (ring: readonly number[], a: number, b: number): boolean => {
  const count = ring.length / 2;
  const [first, second] = [(a % count) * 2, (b % count) * 2];
  return ring[first] === ring[second] && ring[first + 1] === ring[second + 1];
};

/** Whether the edges from vertices `a` and `b` cross each other within both; exact, as the grid's numbers are whole. */
function edgesCross(ring: readonly number[], a: number, b: number): boolean {
  return (
    sideOf(ring, [a, a + 1, b]) * sideOf(ring, [a, a + 1, b + 1]) < 0 &&
    sideOf(ring, [b, b + 1, a]) * sideOf(ring, [b, b + 1, a + 1]) < 0
  );
}

/** On which side of the edge from `from` to `to` a vertex lies: -1, 0, 1. */
function sideOf(ring: readonly number[], [from, to, of]: readonly [number, number, number]): number {
  const count = ring.length / 2;
  const [p, q, r] = [(from % count) * 2, (to % count) * 2, (of % count) * 2];
  const [x, y] = [ring[p] ?? 0, ring[p + 1] ?? 0];
  return Math.sign(((ring[q] ?? 0) - x) * ((ring[r + 1] ?? 0) - y) - ((ring[q + 1] ?? 0) - y) * ((ring[r] ?? 0) - x));
}
