import type { AreaGeometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';
import { ELLIPSOID } from './straight-distance.ts';

/**
 * Area of a surface on the CGCS2000 ellipsoid, edges geodesic, holes subtracted; the direction of the rings does not matter.
 *
 * @returns square metres, >= 0
 * @see Karney 2013, "Algorithms for geodesics", section 6
 */
export function geodesicAreaSquareMeters(geometry: AreaGeometry): number {
  return polygonsOf(geometry).reduce((sum, rings) => sum + polygonArea(rings), 0);
}

/** The polygons of a surface, each `[outer, ...holes]`. */
export const polygonsOf = (geometry: AreaGeometry): readonly (readonly (readonly LonLat[])[])[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

function polygonArea(rings: readonly (readonly LonLat[])[]): number {
  return rings.reduce((sum, ring, index) => sum + (index === 0 ? ringArea(ring) : -ringArea(ring)), 0);
}

function ringArea(ring: readonly LonLat[]): number {
  const polygon = ELLIPSOID.Polygon(false);
  // the last position repeats the first; geographiclib closes the ring itself
  for (const [lon, lat] of ring.slice(0, -1)) polygon.AddPoint(lat, lon);
  return Math.abs(polygon.Compute(false, true).area ?? 0);
}
