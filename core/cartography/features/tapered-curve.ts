import type { PolygonGeometry } from '../../geo/geometry.ts';
import { createLocalMetric } from '../../geo/local-metric.ts';
import type { LonLat, PlanePoint } from '../../geo/lon-lat.ts';

/** Points along a curve. */
const STEPS = 16;

/** Sagitta of the curve as a share of its length. */
const BEND = 0.14;

/** Width at the end as a share of the width at the start. */
const END_WIDTH = 0.12;

/**
 * A curve from one place to another as a surface, wide at the start and tapering to the end, so that the direction shows without an
 * arrowhead. It bends to the right, so that flows there and back do not cover each other.
 *
 * @param widthMeters width at the start
 * @see Holten & van Wijk 2009, "A user study on visualizing directed edges in graphs", CHI: tapered edges are read fastest and best
 */
export function createTaperedCurve(from: LonLat, to: LonLat, widthMeters: number): PolygonGeometry {
  const metric = createLocalMetric(from);
  const [endX, endY] = metric.toPlane(to);
  const control: PlanePoint = [endX / 2 + endY * BEND * 2, endY / 2 - endX * BEND * 2];
  const left: LonLat[] = [];
  const right: LonLat[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const t = step / STEPS;
    // quadratic Bezier curve with its first point at the origin, and its derivative
    const x = 2 * (1 - t) * t * control[0] + t * t * endX;
    const y = 2 * (1 - t) * t * control[1] + t * t * endY;
    const dx = (1 - 2 * t) * control[0] + t * endX;
    const dy = (1 - 2 * t) * control[1] + t * endY;
    const length = Math.hypot(dx, dy) || 1;
    const half = (widthMeters / 2) * (1 - (1 - END_WIDTH) * t);
    left.push(metric.toLonLat([x - (dy / length) * half, y + (dx / length) * half]));
    right.push(metric.toLonLat([x + (dy / length) * half, y - (dx / length) * half]));
  }
  const [first] = right;
  // right side out, left side back: counter-clockwise
  return { type: 'Polygon', coordinates: [[...right, ...left.reverse(), first ?? from]] };
}
