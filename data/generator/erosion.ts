import { type Flow, routeWater } from './flow.ts';
import { createNeighbourWalk, type Grid, stepsOf } from './grid.ts';

/** One step of river incision. */
export interface ErosionStep {
  /** Metres the ground rises in the step, by cell. */
  readonly upliftMeters: Float64Array | null;
  /** Strength of incision: rise in a step is in balance with slope = rise / (strength * sqrt(upstream area in m2)) per metre. */
  readonly strength: number;
  /** Share of the difference to the neighbours' mean that creeps away. */
  readonly creep: number;
  readonly outlets: readonly number[];
  readonly inflow: ReadonlyMap<number, number>;
}

/**
 * Lets rivers cut into a surface, in place: stream power with area exponent 1/2, solved implicitly from the outlets upward.
 *
 * @see Braun & Willett 2013, "A very efficient O(n), implicit and parallel method to solve the stream power equation"
 */
export function erode(grid: Grid, surface: Float64Array, step: ErosionStep): Flow {
  if (step.upliftMeters) {
    const fixed = new Set(step.outlets);
    for (let cell = 0; cell < surface.length; cell++) {
      if (!fixed.has(cell)) surface[cell] = (surface[cell] as number) + (step.upliftMeters[cell] as number);
    }
  }
  const flow = routeWater(grid, surface, step);
  const cellArea = grid.widthMeters * grid.heightMeters;
  for (const cell of flow.order) {
    const below = flow.receiver[cell] as number;
    if (below < 0) continue;
    const area = (flow.area[cell] as number) * cellArea;
    const factor = (step.strength * Math.sqrt(area)) / stepLength(grid, cell, below);
    const own = flow.filled[cell] as number;
    surface[cell] = (own + factor * (surface[below] as number)) / (1 + factor);
  }
  if (step.creep > 0) creepDownhill(grid, surface, step.creep);
  return flow;
}

/** Moves every cell towards the mean of its four straight neighbours, in place. */
export function creepDownhill(grid: Grid, surface: Float64Array, share: number): void {
  const before = surface.slice();
  const forEachNeighbour = createNeighbourWalk(grid, stepsOf(grid).slice(0, 4));
  for (let cell = 0; cell < surface.length; cell++) {
    let sum = 0;
    let count = 0;
    forEachNeighbour(cell, (neighbour) => {
      sum += before[neighbour] as number;
      count++;
    });
    surface[cell] = (before[cell] as number) * (1 - share) + (sum / count) * share;
  }
}

function stepLength(grid: Grid, from: number, to: number): number {
  const columns = Math.abs((from % grid.columns) - (to % grid.columns));
  const rows = Math.abs(Math.floor(from / grid.columns) - Math.floor(to / grid.columns));
  const x = columns * grid.widthMeters;
  const y = rows * grid.heightMeters;
  return Math.sqrt(x * x + y * y);
}
