import geographiclib from 'geographiclib-geodesic';
import type { LonLat } from './lon-lat.ts';

/** Semi-major axis of the CGCS2000 ellipsoid in metres (GB 22021-2008; the same as GRS 80 and WGS 84). */
export const ELLIPSOID_RADIUS_METERS = 6_378_137;

/** Flattening of the CGCS2000 ellipsoid (GB 22021-2008; WGS 84 differs in the 9th digit, 0.1 mm at the pole). */
export const ELLIPSOID_FLATTENING = 1 / 298.257222101;

/**
 * The ellipsoid as geographiclib knows it: geodesics to 15 nm.
 *
 * @see Karney 2013, "Algorithms for geodesics", J. Geodesy 87, 43-55
 */
export const ELLIPSOID = new geographiclib.Geodesic.Geodesic(ELLIPSOID_RADIUS_METERS, ELLIPSOID_FLATTENING);

/** Straight (geodesic) distance between two positions in metres. */
export function straightDistanceMeters([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  const { s12 } = ELLIPSOID.Inverse(latA, lonA, latB, lonB, geographiclib.Geodesic.DISTANCE);
  return s12 ?? 0;
}
