import type { Geometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';
import { mapPositions } from './map-positions.ts';

/** Latitude at which the square of EPSG:3857 ends. */
export const MERCATOR_MAX_LATITUDE = 85.051128779806604;

/** Radius of the sphere of EPSG:3857 in metres. */
const MERCATOR_RADIUS_METERS = 6_378_137;

/** Position to mercator metres `[x, y]` (EPSG:3857), latitude clamped to the square. */
export function lonLatToMercator([lon, lat]: LonLat): readonly [number, number] {
  const clamped = Math.min(MERCATOR_MAX_LATITUDE, Math.max(-MERCATOR_MAX_LATITUDE, lat));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return [
    (MERCATOR_RADIUS_METERS * lon * Math.PI) / 180,
    (MERCATOR_RADIUS_METERS / 2) * Math.log((1 + sine) / (1 - sine)),
  ];
}

/** Mercator metres (EPSG:3857) to a position. */
export function mercatorToLonLat([x, y]: readonly [number, number]): LonLat {
  return [
    (x / MERCATOR_RADIUS_METERS) * (180 / Math.PI),
    (2 * Math.atan(Math.exp(y / MERCATOR_RADIUS_METERS)) - Math.PI / 2) * (180 / Math.PI),
  ];
}

/** The same geometry with mercator metres (EPSG:3857) instead of degrees. */
export const geometryToMercator = (geometry: Geometry): Geometry => mapPositions(geometry, lonLatToMercator);
