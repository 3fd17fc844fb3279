import FlatQueue from 'flatqueue';
import { COUNTY_GRID, createNeighbourWalk } from './grid.ts';
import type { Landscape } from './landscape.ts';
import type { RoadLinks } from './road-links.ts';

/** How a road seeks its way. */
export interface PathRules {
  /** Grade at which a metre costs twice as much. */
  readonly gentleGrade: number;
  /** Cost of a metre on an existing road, as a share of a new one. */
  readonly reuse: number;
  /** Cells a road may use. */
  readonly isAllowed: (cell: number) => boolean;
}

/** Streams from this upstream area on need a bridge: about 30 square kilometres. */
const BRIDGE_CELLS = 4000;
const BRIDGE_METERS = 350;
const CULVERT_METERS = 130;
const CULVERT_CELLS = 450;

/** Finds least-cost ways over the county grid. */
export interface PathFinder {
  /** Cells from `start` to the first cell for which `isGoal`; undefined when none can be reached within `limitMeters` of cost. */
  find(start: number, isGoal: (cell: number) => boolean, rules: PathRules, limitMeters?: number): number[] | undefined;
}

/** A finder that keeps its arrays between searches. */
export function createPathFinder(landscape: Landscape, links: RoadLinks): PathFinder {
  const forEachNeighbour = createNeighbourWalk(COUNTY_GRID);
  const count = landscape.slope.length;
  const cost = new Float64Array(count);
  const from = new Int32Array(count);
  const stamp = new Int32Array(count);
  const settled = new Int32Array(count);
  const queue = new FlatQueue<number>();
  let search = 0;

  const stepCost = (a: number, b: number, meters: number, rules: PathRules): number => {
    if (links.hasLink(a, b)) return meters * rules.reuse;
    const rise = (landscape.elevations[b] as number) - (landscape.elevations[a] as number);
    const grade = Math.abs(rise) / meters / rules.gentleGrade;
    const side = (landscape.slope[b] as number) / 0.32;
    return meters * (1 + grade * grade + side * side) + waterCost(landscape, b);
  };

  return {
    find: (start, isGoal, rules, limitMeters = Infinity) => {
      search++;
      queue.clear();
      cost[start] = 0;
      from[start] = -1;
      stamp[start] = search;
      queue.push(start, 0);
      for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
        if (settled[cell] === search) continue;
        settled[cell] = search;
        if (isGoal(cell)) return traceBack(from, cell);
        if ((cost[cell] as number) > limitMeters) return undefined;
        const here = cell;
        forEachNeighbour(here, (next, step) => {
          if (settled[next] === search || !rules.isAllowed(next) || crossesLink(links, here, step)) return;
          const total = (cost[here] as number) + stepCost(here, next, step.meters, rules);
          if (stamp[next] === search && total >= (cost[next] as number)) return;
          stamp[next] = search;
          cost[next] = total;
          from[next] = here;
          queue.push(next, total);
        });
      }
      return undefined;
    },
  };
}

function waterCost(landscape: Landscape, cell: number): number {
  const area = landscape.flow.area[cell] as number;
  if (area >= BRIDGE_CELLS) return BRIDGE_METERS;
  return area >= CULVERT_CELLS ? CULVERT_METERS : 0;
}

/** A diagonal step must not cross the other diagonal of its square. */
function crossesLink(links: RoadLinks, cell: number, step: { columns: number; rows: number }): boolean {
  if (step.columns === 0 || step.rows === 0) return false;
  return links.hasLink(cell + step.columns, cell + step.rows * COUNTY_GRID.columns);
}

/** Cells from the start of the search to its end. */
function traceBack(from: Int32Array, end: number): number[] {
  const cells: number[] = [];
  for (let cell = end; cell >= 0; cell = from[cell] as number) cells.push(cell);
  return cells.reverse();
}
