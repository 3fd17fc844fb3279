import FlatQueue from 'flatqueue';
import { COUNTY_GRID, createNeighbourWalk } from './grid.ts';
import type { Landscape } from './landscape.ts';

/** No region. */
export const NO_LABEL = -1;

/** Upstream cells from which a river is a border that people seldom cross: about 120 square kilometres. */
const BORDER_RIVER_CELLS = 15_000;
const RIVER_CROSSING_METERS = 900;

/**
 * Gives each cell of the mask to the seed that is reached with the least toil: steep ground and large rivers cost more, so that regions
 * meet on ridges and rivers.
 *
 * @returns index of the seed by cell, `NO_LABEL` outside the mask
 */
export function spreadFromSeeds(
  landscape: Landscape,
  seeds: readonly number[],
  isInside: (cell: number) => boolean,
): Int16Array {
  const forEachNeighbour = createNeighbourWalk(COUNTY_GRID);
  const labels = new Int16Array(landscape.slope.length).fill(NO_LABEL);
  const cost = new Float64Array(landscape.slope.length).fill(Infinity);
  const settled = new Uint8Array(landscape.slope.length);
  const queue = new FlatQueue<number>();
  for (const [i, seed] of seeds.entries()) {
    cost[seed] = 0;
    labels[seed] = i;
    queue.push(seed, 0);
  }
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    if (settled[cell]) continue;
    settled[cell] = 1;
    const from = cell;
    forEachNeighbour(from, (neighbour, step) => {
      if (settled[neighbour] || !isInside(neighbour)) return;
      const total =
        (cost[from] as number) + step.meters * toilAt(landscape, neighbour) + crossing(landscape, neighbour);
      if (total < (cost[neighbour] as number)) {
        cost[neighbour] = total;
        labels[neighbour] = labels[from] as number;
        queue.push(neighbour, total);
      }
    });
  }
  return labels;
}

function toilAt(landscape: Landscape, cell: number): number {
  const steepness = (landscape.slope[cell] as number) / 0.16;
  const high = (landscape.heightAboveStream[cell] as number) / 160;
  return 1 + steepness * steepness + high * high;
}

const crossing = (landscape: Landscape, cell: number): number =>
  (landscape.flow.area[cell] as number) > BORDER_RIVER_CELLS ? RIVER_CROSSING_METERS / 2 : 0;
