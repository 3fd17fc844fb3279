import { polygonsOf } from './geodesic-area.ts';
import type { AreaGeometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';
import { BOUNDARY_TOLERANCE_DEGREES } from './point-in-polygon.ts';

/**
 * A surface with additional corners wherever one of the positions lies on its border (within 0.1 mm). Surfaces beside each other then have the same edges to the last
 * digit, which an overlay recognises.
 */
export function addCorners(area: AreaGeometry, positions: readonly LonLat[]): AreaGeometry {
  const sorted = [...positions].sort((a, b) => a[0] - b[0]);
  return {
    type: 'MultiPolygon',
    coordinates: polygonsOf(area).map((rings) => rings.map((ring) => addToRing(ring, sorted))),
  };
}

function addToRing(ring: readonly LonLat[], sorted: readonly LonLat[]): readonly LonLat[] {
  return ring.flatMap((to, index) => {
    const from = ring[index - 1];
    return from === undefined ? [to] : [...cornersOn(from, to, sorted), to];
  });
}

/** Positions on an edge, in its direction, its ends not among them. */
function cornersOn(from: LonLat, to: LonLat, sorted: readonly LonLat[]): readonly LonLat[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const east = Math.max(from[0], to[0]) + BOUNDARY_TOLERANCE_DEGREES;
  const shares = new Map<number, LonLat>();
  for (let at = firstAtLeast(sorted, Math.min(from[0], to[0]) - BOUNDARY_TOLERANCE_DEGREES); at < sorted.length; at++) {
    const position = sorted[at];
    if (position === undefined || position[0] > east) break;
    const [x, y] = [position[0] - from[0], position[1] - from[1]];
    const along = (x * dx + y * dy) / length;
    const aside = Math.abs(x * dy - y * dx) / length;
    if (aside <= BOUNDARY_TOLERANCE_DEGREES && along > 0 && along < length && !isEnd(position, from, to))
      shares.set(along, position);
  }
  return [...shares].sort(([a], [b]) => a - b).map(([, position]) => position);
}

const isEnd = ([x, y]: LonLat, from: LonLat, to: LonLat): boolean =>
  (x === from[0] && y === from[1]) || (x === to[0] && y === to[1]);

/** Place of the first position that lies so far east. */
function firstAtLeast(sorted: readonly LonLat[], lon: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.[0] ?? Infinity) < lon) low = middle + 1;
    else high = middle;
  }
  return low;
}
