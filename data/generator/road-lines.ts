import type { LonLat } from '#core/geo/lon-lat.ts';
import { COUNTY_GRID, gridToLonLat } from './grid.ts';
import type { RoadLinks, Route } from './road-links.ts';
import { type GridPoint, simplifyLine, smoothLine } from './smooth-line.ts';

/** A road between two nodes, not yet dressed with attributes. */
export interface RoadLine {
  readonly route: Route;
  /** Cells from node to node. */
  readonly cells: readonly number[];
  readonly positions: readonly LonLat[];
}

/**
 * Cuts the links into lines between nodes: junctions, ends, places, changes of route.
 *
 * @param isPlace cells where a settlement, site or base hangs on the road
 */
export function drawRoadLines(links: RoadLinks, isPlace: (cell: number) => boolean): RoadLine[] {
  const isNode = (cell: number): boolean => {
    const around = links.neighbours(cell);
    if (around.length !== 2 || isPlace(cell)) return true;
    return links.routeOf(cell, around[0] as number) !== links.routeOf(cell, around[1] as number);
  };
  const lines: RoadLine[] = [];
  for (const start of links.cells()) {
    if (!isNode(start)) continue;
    for (const second of links.neighbours(start)) {
      const cells = [start, second];
      while (!isNode(cells[cells.length - 1] as number)) {
        const here = cells[cells.length - 1] as number;
        const next = links.neighbours(here).find((cell) => cell !== cells[cells.length - 2]);
        if (next === undefined) throw new Error('A road breaks off between nodes.');
        cells.push(next);
      }
      // each line is met from both ends and kept once
      const end = cells[cells.length - 1] as number;
      const isFirstMeeting = start < end || (start === end && second < (cells[cells.length - 2] as number));
      const route = links.routes[links.routeOf(start, second)];
      if (isFirstMeeting && route) lines.push({ route, cells, positions: drawLine(cells) });
    }
  }
  return lines;
}

function drawLine(cells: readonly number[]): LonLat[] {
  const points = cells.map(
    (cell): GridPoint => [(cell % COUNTY_GRID.columns) + 0.5, Math.floor(cell / COUNTY_GRID.columns) + 0.5],
  );
  const isRing = cells[0] === cells[cells.length - 1];
  const third = Math.floor(cells.length / 3);
  const line = simplifyLine(smoothLine(points, 3), 0.07, (i) => isRing && (i === third || i === 2 * third));
  return line.map(([x, y]) => gridToLonLat(x, y));
}
