import type { LonLat, PlanePoint } from './lon-lat.ts';
import { cosineOfLatitude, sineOfLatitude } from './portable-math.ts';
import { ELLIPSOID_FLATTENING, ELLIPSOID_RADIUS_METERS } from './straight-distance.ts';

/** A flat metric plane about one position: within 5 km in mid-latitudes true to 1 in 5,000. */
export interface LocalMetric {
  readonly metersPerDegreeLon: number;
  readonly metersPerDegreeLat: number;
  /** Degrees to metres east and north of the origin. */
  toPlane(position: LonLat): PlanePoint;
  /** Metres east and north of the origin to degrees. */
  toLonLat(point: PlanePoint): LonLat;
}

/**
 * Metres of one degree of longitude and of latitude at a latitude; the same in every JavaScript engine.
 *
 * @see Snyder 1987, "Map projections: a working manual", USGS 1395, p. 24: lengths of a degree from the radii of curvature
 */
export function metersPerDegreeAt(latitude: number): { readonly lon: number; readonly lat: number } {
  const radians = Math.PI / 180;
  const eccentricity2 = ELLIPSOID_FLATTENING * (2 - ELLIPSOID_FLATTENING);
  const sine = sineOfLatitude(latitude);
  const w2 = 1 / (1 - eccentricity2 * sine * sine);
  const normalRadius = ELLIPSOID_RADIUS_METERS * Math.sqrt(w2);
  return {
    lon: normalRadius * cosineOfLatitude(latitude) * radians,
    lat: normalRadius * w2 * (1 - eccentricity2) * radians,
  };
}

/** Metric plane tangent to the ellipsoid at `origin`. */
export function createLocalMetric(origin: LonLat): LocalMetric {
  const { lon: metersPerDegreeLon, lat: metersPerDegreeLat } = metersPerDegreeAt(origin[1]);
  return {
    metersPerDegreeLon,
    metersPerDegreeLat,
    toPlane: ([lon, lat]) => [(lon - origin[0]) * metersPerDegreeLon, (lat - origin[1]) * metersPerDegreeLat],
    toLonLat: ([x, y]) => [origin[0] + x / metersPerDegreeLon, origin[1] + y / metersPerDegreeLat],
  };
}
