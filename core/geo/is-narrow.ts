import { bboxOf } from './bbox.ts';
import { polygonsOf } from './geodesic-area.ts';
import type { AreaGeometry } from './geometry.ts';
import { createLocalMetric } from './local-metric.ts';
import type { LonLat, PlanePoint } from './lon-lat.ts';

/** A square of the search: its middle and half its side, in metres. */
interface Cell {
  readonly middle: PlanePoint;
  readonly half: number;
}

/** Squares looked at before the search gives up. */
const MOST_CELLS = 60_000;

/** Where a circle fits within so much of the width, it counts as fitting. */
const CLOSE_ENOUGH_METERS = 0.05;

/**
 * Whether a surface is narrower than a width everywhere: no circle of that diameter fits into any of its polygons. Squares in which none fits are left
 * out, the others quartered.
 *
 * @returns false also for a surface that is too intricate to tell
 * @see Garcia-Castellanos & Lombardo 2007, "Poles of inaccessibility: a calculation algorithm for the remotest places on earth"; the search by quarters is that of
 *   Mapbox's polylabel
 */
export const isNarrow = (area: AreaGeometry, widthMeters: number): boolean =>
  polygonsOf(area).every((rings) => !holdsCircle(rings, widthMeters / 2));

function holdsCircle(rings: readonly (readonly LonLat[])[], radiusMeters: number): boolean {
  const [west, south, east, north] = bboxOf({ type: 'Polygon', coordinates: rings });
  const metric = createLocalMetric([(west + east) / 2, (south + north) / 2]);
  const edges = rings.flatMap((ring) => {
    const points = ring.map(metric.toPlane);
    return points.slice(1).map((to, index) => [points[index] ?? to, to] as const);
  });
  const corner = metric.toPlane([east, north]);
  const cells: Cell[] = [{ middle: [0, 0], half: Math.max(corner[0], corner[1]) }];
  for (let seen = 0; seen < MOST_CELLS; seen++) {
    const cell = cells.pop();
    if (cell === undefined) return false;
    const depth = depthOf(cell.middle, edges);
    if (depth >= radiusMeters) return true;
    if (depth + cell.half * Math.SQRT2 < radiusMeters + CLOSE_ENOUGH_METERS) continue;
    const half = cell.half / 2;
    for (const [x, y] of QUARTERS) cells.push({ middle: [cell.middle[0] + x * half, cell.middle[1] + y * half], half });
  }
  return true;
}

const QUARTERS = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const;

/** Distance to the nearest edge, negative outside; metres. */
function depthOf([x, y]: PlanePoint, edges: readonly (readonly [PlanePoint, PlanePoint])[]): number {
  let isInside = false;
  let nearest2 = Infinity;
  for (const [[x1, y1], [x2, y2]] of edges) {
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length2 = dx * dx + dy * dy;
    const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length2));
    const [ox, oy] = [x - x1 - share * dx, y - y1 - share * dy];
    nearest2 = Math.min(nearest2, ox * ox + oy * oy);
  }
  return (isInside ? 1 : -1) * Math.sqrt(nearest2);
}
