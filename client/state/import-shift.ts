import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import type { Bbox } from '#core/geo/bbox.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';

/** Points before and after, by their order. */
export interface ShiftPair {
  readonly read: LonLat | null;
  readonly shifted: LonLat | null;
}

/** The points of a table in pairs; a point without a partner stands alone. */
export function pairPositions({ features }: FeatureCollection): readonly ShiftPair[] {
  const pairs = new Map<string, { read: LonLat | null; shifted: LonLat | null }>();
  for (const { properties, geometry } of features) {
    if (geometry.type !== 'Point') continue;
    const key = String(properties.row ?? properties.code);
    const pair = pairs.get(key) ?? { read: null, shifted: null };
    if (properties.as === 'read') pair.read = geometry.coordinates;
    else pair.shifted = geometry.coordinates;
    pairs.set(key, pair);
  }
  return [...pairs.values()];
}

/** How many points there are and how far they move on average, in metres; null where none has both ends on the earth. */
export function measureShift(collection: FeatureCollection): {
  readonly count: number;
  readonly meters: number | null;
} {
  const pairs = pairPositions(collection);
  const shifts = pairs.flatMap(({ read, shifted }) =>
    read && shifted && isOnEarth(read) && isOnEarth(shifted) ? [straightDistanceMeters(read, shifted)] : [],
  );
  const count = pairs.filter(({ shifted }) => shifted !== null).length;
  return {
    count,
    meters: shifts.length === 0 ? null : shifts.reduce((sum, meters) => sum + meters, 0) / shifts.length,
  };
}

const isOnEarth = ([lon, lat]: LonLat): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

/** Half a side of what is looked at closely, degrees: about 2 km. */
const CLOSE_DEGREES = 0.02;

/** Surroundings of the point with the most others beside it, so that the way between before and after is seen; null where there is none. */
export function findCloseUp(collection: FeatureCollection): Bbox | null {
  const points = pairPositions(collection).flatMap(({ shifted }) => (shifted && isOnEarth(shifted) ? [shifted] : []));
  const cellOf = ([lon, lat]: LonLat): string =>
    `${Math.floor(lon / CLOSE_DEGREES)} ${Math.floor(lat / CLOSE_DEGREES)}`;
  const counts = new Map<string, number>();
  for (const point of points) counts.set(cellOf(point), (counts.get(cellOf(point)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const found = points.find((point) => counts.get(cellOf(point)) === most);
  if (!found) return null;
  const [lon, lat] = found;
  return [lon - CLOSE_DEGREES, lat - CLOSE_DEGREES, lon + CLOSE_DEGREES, lat + CLOSE_DEGREES];
}
