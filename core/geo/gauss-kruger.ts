import proj4 from 'proj4';
import type { Bbox } from './bbox.ts';
import type { LonLat, PlanePoint } from './lon-lat.ts';

/** Easting of the central meridian in metres; the zone number is not put before it. */
export const FALSE_EASTING_METERS = 500_000;

/** Where the national three-degree zones are used; outside, a county gets a meridian of its own. */
export const CHINA_BBOX: Bbox = [73.5, 16, 136.5, 56];

/** A plane for paper: transverse Mercator on the CGCS2000 ellipsoid, scale 1 on the central meridian. */
export interface PaperProjection {
  /** `gauss_kruger`: a national three-degree zone; `transverse_mercator`: the county's own meridian. */
  readonly kind: 'gauss_kruger' | 'transverse_mercator';
  readonly centralMeridian: number;
  /** Number of the three-degree zone, 25 to 45; null outside the national zones. */
  readonly zone: number | null;
  /** EPSG code by central meridian; null outside the national zones. */
  readonly epsg: number | null;
  /** Degrees to `[easting, northing]` in metres. The register's own axis order is northing, easting. */
  forward(position: LonLat): PlanePoint;
  /** `[easting, northing]` in metres to degrees. */
  inverse(point: PlanePoint): LonLat;
}

const RADIANS = Math.PI / 180;

/** Three-degree zone of a longitude: zone 36 is centred on 108 E (GB/T 17278). */
export const zoneOfLongitude = (lon: number): number => Math.round(lon / 3);

/** EPSG code of CGCS2000 three-degree Gauss-Kruger named by central meridian: 4534 (75 E, zone 25) to 4554 (135 E, zone 45). */
export const epsgOfZone = (zone: number): number => 4509 + zone;

/**
 * Central meridian for the sheets of a county: of its three-degree zone in China, else the middle of its box to half a degree.
 *
 * @param bbox box of the county
 */
export function centralMeridianFor(bbox: Bbox): number {
  const lon = (bbox[0] + bbox[2]) / 2;
  const lat = (bbox[1] + bbox[3]) / 2;
  return isInChinaZones(lon, lat) ? zoneOfLongitude(lon) * 3 : Math.round(lon * 2) / 2;
}

/** The paper projection of a county by its box. */
export function createPaperProjectionFor(bbox: Bbox): PaperProjection {
  const inZones = isInChinaZones((bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2);
  return createPaperProjection(centralMeridianFor(bbox), inZones);
}

/**
 * Transverse Mercator about a central meridian, false easting 500 km, northing from the equator.
 *
 * @param centralMeridian degrees east
 * @param nationalZone whether it is one of China's zones; by default when the meridian is a multiple of 3 from 75 to 135
 */
export function createPaperProjection(
  centralMeridian: number,
  nationalZone: boolean = centralMeridian % 3 === 0 && centralMeridian >= 75 && centralMeridian <= 135,
): PaperProjection {
  const zone = nationalZone ? zoneOfLongitude(centralMeridian) : null;
  const ellipsoid = '+a=6378137 +rf=298.257222101 +no_defs';
  const plane = `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=${FALSE_EASTING_METERS} +y_0=0 +units=m ${ellipsoid}`;
  const converter = proj4(`+proj=longlat ${ellipsoid}`, plane);
  // both lie on one ellipsoid: the projection alone says the same as the converter, in half its time
  const projection = new proj4.Proj(plane);
  return {
    kind: zone === null ? 'transverse_mercator' : 'gauss_kruger',
    centralMeridian,
    zone,
    epsg: zone === null ? null : epsgOfZone(zone),
    forward: ([lon, lat]) => {
      const { x, y } = projection.forward({ x: lon * RADIANS, y: lat * RADIANS });
      return [x, y];
    },
    inverse: ([x, y]) => toPair(converter.inverse([x, y])),
  };
}

const isInChinaZones = (lon: number, lat: number): boolean =>
  lon >= CHINA_BBOX[0] && lon <= CHINA_BBOX[2] && lat >= CHINA_BBOX[1] && lat <= CHINA_BBOX[3];

const toPair = (coordinates: readonly number[]): readonly [number, number] => [
  coordinates[0] ?? Number.NaN,
  coordinates[1] ?? Number.NaN,
];
