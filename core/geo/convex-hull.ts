import { bboxOfPositions } from './bbox.ts';
import type { PolygonGeometry } from './geometry.ts';
import { createLocalMetric } from './local-metric.ts';
import type { LonLat, PlanePoint } from './lon-lat.ts';

/** Corners of the circle that rounds a hull's corners. */
const CIRCLE_CORNERS = 32;

/**
 * Convex hull of positions, widened by `bufferMeters`: the hull of a circle about every position.
 *
 * @param bufferMeters greater than 0 where positions may lie on one line
 * @returns counter-clockwise, closed
 */
export function convexHullAround(positions: readonly LonLat[], bufferMeters = 0): PolygonGeometry {
  const [west, south, east, north] = bboxOfPositions(positions);
  const metric = createLocalMetric([(west + east) / 2, (south + north) / 2]);
  const points = positions.map((position) => metric.toPlane(position));
  const corners = hullOfPoints(points);
  // a single position has no hull of its own, its circle has
  const hull = corners.length > 0 ? corners : points.slice(0, 1);
  const widened = bufferMeters > 0 ? hullOfPoints(hull.flatMap((point) => circleAbout(point, bufferMeters))) : hull;
  const ring = [...widened, ...widened.slice(0, 1)].map((point) => metric.toLonLat(point));
  return { type: 'Polygon', coordinates: [ring] };
}

/** Points on a circle; the radius is widened so that the circle's polygon holds the circle. */
function circleAbout([x, y]: PlanePoint, radius: number): readonly PlanePoint[] {
  const outer = radius / Math.cos(Math.PI / CIRCLE_CORNERS);
  return Array.from({ length: CIRCLE_CORNERS }, (_, i): PlanePoint => {
    const angle = (2 * Math.PI * i) / CIRCLE_CORNERS;
    return [x + outer * Math.cos(angle), y + outer * Math.sin(angle)];
  });
}

/**
 * Corners of the hull, counter-clockwise, not closed.
 *
 * @see Andrew 1979, "Another efficient algorithm for convex hulls in two dimensions", IPL 9(5)
 */
function hullOfPoints(points: readonly PlanePoint[]): readonly PlanePoint[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lower = halfHull(sorted);
  const upper = halfHull(sorted.reverse());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function halfHull(sorted: readonly PlanePoint[]): readonly PlanePoint[] {
  const hull: PlanePoint[] = [];
  for (const point of sorted) {
    while (hull.length >= 2 && !turnsLeft(hull.at(-2), hull.at(-1), point)) hull.pop();
    hull.push(point);
  }
  return hull;
}

const turnsLeft = (a: PlanePoint | undefined, b: PlanePoint | undefined, c: PlanePoint): boolean =>
  a !== undefined && b !== undefined && (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
