import { polygonsOf } from './geodesic-area.ts';
import type { AreaGeometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';

/** Positions closer to a boundary than this many degrees (0.1 mm) count as on it. */
export const BOUNDARY_TOLERANCE_DEGREES = 1e-9;

/** Where a position lies with respect to a surface. */
export type AreaRelation = 'inside' | 'boundary' | 'outside';

/** Relation of a position to a surface; edges are straight in degrees. */
export function relationToArea(position: LonLat, geometry: AreaGeometry): AreaRelation {
  let relation: AreaRelation = 'outside';
  for (const rings of polygonsOf(geometry)) {
    const inPolygon = relationToPolygon(position, rings);
    if (inPolygon === 'inside') return 'inside';
    if (inPolygon === 'boundary') relation = 'boundary';
  }
  return relation;
}

/** Whether a position lies in a surface or on its boundary. */
export const isPointInArea = (position: LonLat, geometry: AreaGeometry): boolean =>
  relationToArea(position, geometry) !== 'outside';

/** Relation to `[outer, ...holes]`: even-odd over all rings, so that a position in a hole is outside. */
function relationToPolygon(position: LonLat, rings: readonly (readonly LonLat[])[]): AreaRelation {
  const [x, y] = position;
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const from = ring[i - 1] ?? position;
      const to = ring[i] ?? position;
      if (isOnEdge(position, from, to)) return 'boundary';
      const isCrossed = from[1] > y !== to[1] > y;
      if (isCrossed && x < from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0])) inside = !inside;
    }
  }
  return inside ? 'inside' : 'outside';
}

/** Whether a position is within the tolerance of an edge. The box test first: it refuses nearly every edge. */
function isOnEdge([x, y]: LonLat, [x1, y1]: LonLat, [x2, y2]: LonLat): boolean {
  const tolerance = BOUNDARY_TOLERANCE_DEGREES;
  if (x < Math.min(x1, x2) - tolerance || x > Math.max(x1, x2) + tolerance) return false;
  if (y < Math.min(y1, y2) - tolerance || y > Math.max(y1, y2) + tolerance) return false;
  const dx = x2 - x1;
  const dy = y2 - y1;
  const length = Math.sqrt(dx * dx + dy * dy);
  return length === 0 || Math.abs((x - x1) * dy - (y - y1) * dx) <= tolerance * length;
}
