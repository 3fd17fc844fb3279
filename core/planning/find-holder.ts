import type { Area, County } from '../county/county.ts';
import type { AreaLevel } from '../county/kinds.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { isPointInArea } from '../geo/point-in-polygon.ts';

/** Smallest area that holds a position. */
export interface Holder {
  readonly areaCode: string;
  /** Null where no village does. */
  readonly villageCode: string | null;
}

/**
 * The smallest area that holds a position, boundaries included; of several the one with the lowest code.
 *
 * @param position EPSG:4490
 * @returns null outside the county
 */
export function findHolder({ areas }: Pick<County, 'areas'>, position: LonLat): Holder | null {
  const village = findArea(areas, 'village', position);
  if (village) return { areaCode: village.code, villageCode: village.code };
  const other = findArea(areas, 'town', position) ?? findArea(areas, 'county', position);
  return other ? { areaCode: other.code, villageCode: null } : null;
}

/** Areas are sorted by code, so that the first is the lowest. */
const findArea = (areas: readonly Area[], level: AreaLevel, [lon, lat]: LonLat): Area | undefined =>
  areas.find(
    ({ level: own, bbox: [west, south, east, north], boundary }) =>
      own === level &&
      lon >= west &&
      lon <= east &&
      lat >= south &&
      lat <= north &&
      isPointInArea([lon, lat], boundary),
  );
