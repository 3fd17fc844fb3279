import { metersPerDegreeAt } from './local-metric.ts';
import type { LonLat } from './lon-lat.ts';

/**
 * Straight distance between two positions near each other, in the metric plane at their middle latitude: within 1 µm of the geodesic at 1 km, 1 mm at
 * 10 km. The same in every JavaScript engine, which `straightDistanceMeters` is not.
 */
export function nearDistanceMeters([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  const { lon: kx, lat: ky } = metersPerDegreeAt((latA + latB) / 2);
  const dx = (lonB - lonA) * kx;
  const dy = (latB - latA) * ky;
  return Math.sqrt(dx * dx + dy * dy);
}
