import type { Bbox } from '../../geo/bbox.ts';
import type { LonLat } from '../../geo/lon-lat.ts';

/** Marks nearer to each other than this share of the mapped box would cover each other, on screen and on a wall sheet alike. */
const CROWDED_SHARE = 0.011;

/** Distance in degrees of latitude under which marks on a map of the box crowd. */
export const crowdedDegrees = ([west, south, east, north]: Bbox): number =>
  CROWDED_SHARE * Math.max((east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180), north - south);

/** Whether two places are nearer than a number of degrees of latitude. */
export const isNear = ([lonA, latA]: LonLat, [lonB, latB]: LonLat, degrees: number): boolean =>
  Math.hypot((lonA - lonB) * Math.cos((latA * Math.PI) / 180), latA - latB) < degrees;

/**
 * For each place how many earlier ones crowd around the same spot: 0 stands on its own place, 1 beside the first, and so on. The order of the
 * places decides, so that the same data give the same numbers.
 */
export function numberCrowded(places: readonly LonLat[], degrees: number): readonly number[] {
  const spots: { readonly at: LonLat; count: number }[] = [];
  return places.map((place) => {
    const spot = spots.find(({ at }) => isNear(at, place, degrees));
    if (!spot) {
      spots.push({ at: place, count: 1 });
      return 0;
    }
    spot.count += 1;
    return spot.count - 1;
  });
}
