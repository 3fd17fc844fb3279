import FlatQueue from 'flatqueue';
import { createNeighbourWalk, type Grid } from './grid.ts';

/** How water runs over a surface once its pits are filled. */
export interface Flow {
  /** Cell that each cell drains to; -1 = leaves the grid. */
  readonly receiver: Int32Array;
  /** All cells, each after its receiver. */
  readonly order: Int32Array;
  readonly filled: Float64Array;
  /** Upstream area in cells, the cell itself included, plus `inflow`. */
  readonly area: Float64Array;
}

/** Rise that makes a filled pit drain. */
const EPSILON_METERS = 0.0005;

/**
 * Fills pits and routes water down the steepest of eight directions.
 *
 * @param outlets cells through which water may leave the grid
 * @param inflow area in cells that enters from outside, by cell
 * @see Barnes, Lehman & Mulla 2014, "Priority-Flood", algorithm 2
 */
export function routeWater(
  grid: Grid,
  surface: Float64Array,
  { outlets, inflow }: { outlets: readonly number[]; inflow: ReadonlyMap<number, number> },
): Flow {
  const count = surface.length;
  const forEachNeighbour = createNeighbourWalk(grid);
  const filled = new Float64Array(count).fill(Infinity);
  const order = new Int32Array(count);
  const queue = new FlatQueue<number>(count);
  for (const cell of outlets) {
    filled[cell] = surface[cell] as number;
    queue.push(cell, filled[cell] as number);
  }
  let done = 0;
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    order[done++] = cell;
    const lowest = (filled[cell] as number) + EPSILON_METERS;
    const from = cell;
    forEachNeighbour(from, (neighbour) => {
      if (filled[neighbour] !== Infinity) return;
      filled[neighbour] = Math.max(surface[neighbour] as number, lowest);
      queue.push(neighbour, filled[neighbour] as number);
    });
  }
  const receiver = findReceivers(grid, filled);
  return { receiver, order, filled, area: accumulate({ receiver, order, inflow }) };
}

function findReceivers(grid: Grid, filled: Float64Array): Int32Array {
  const forEachNeighbour = createNeighbourWalk(grid);
  const receiver = new Int32Array(filled.length).fill(-1);
  for (let cell = 0; cell < filled.length; cell++) {
    let steepest = 0;
    forEachNeighbour(cell, (neighbour, step) => {
      const slope = ((filled[cell] as number) - (filled[neighbour] as number)) / step.meters;
      if (slope > steepest) {
        steepest = slope;
        receiver[cell] = neighbour;
      }
    });
  }
  return receiver;
}

function accumulate({
  receiver,
  order,
  inflow,
}: {
  receiver: Int32Array;
  order: Int32Array;
  inflow: ReadonlyMap<number, number>;
}): Float64Array {
  const area = new Float64Array(receiver.length).fill(1);
  for (const [cell, cells] of inflow) area[cell] = (area[cell] as number) + cells;
  for (let i = order.length - 1; i >= 0; i--) {
    const cell = order[i] as number;
    const below = receiver[cell] as number;
    if (below >= 0) area[below] = (area[below] as number) + (area[cell] as number);
  }
  return area;
}

/** All cells on the grid's rim. */
export function rimCells(grid: Grid): number[] {
  const cells: number[] = [];
  for (let cell = 0; cell < grid.columns * grid.rows; cell++) {
    const column = cell % grid.columns;
    const row = (cell - column) / grid.columns;
    if (column === 0 || row === 0 || column === grid.columns - 1 || row === grid.rows - 1) cells.push(cell);
  }
  return cells;
}
