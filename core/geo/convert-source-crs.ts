import proj4 from 'proj4';
import { bd09ToLonLat, gcj02ToLonLat } from './datum-shift.ts';
import { FALSE_EASTING_METERS } from './gauss-kruger.ts';
import type { Geometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';
import { mercatorToLonLat } from './mercator.ts';
import type { SourceCrs } from './source-crs.ts';

/** Two numbers as they stand in a file to a position in CGCS2000; `[NaN, NaN]` for what the system cannot be. */
export type CrsConverter = (first: number, second: number) => LonLat;

/** Ellipsoids: GB 22021-2008; IAG 1975 and Krassovsky 1940 as in the EPSG register (7049, 7024). */
const ELLIPSOIDS = {
  cgcs2000: '+a=6378137 +rf=298.257222101',
  xian80: '+a=6378140 +rf=298.257',
  beijing54: '+a=6378245 +rf=298.3',
} as const;

/**
 * How far off positions of the old datums are when they are taken as CGCS2000 as they stand: the largest shift of map sheets in China, rounded up
 * (国家测绘局 2008, 现有测绘成果转换到2000国家大地坐标系技术指南: Beijing 54 X -29 to -62 m, Y -56 to +84 m; Xian 80 X -9 to +43 m, Y +76 to
 * +119 m). Who has parameters states them as a PROJ definition with `+towgs84`.
 */
export const OLD_DATUM_ERROR_METERS = { xian80: 130, beijing54: 110 } as const;

/** Eastings with the number of a zone before them are at least this. */
const ZONE_PREFIX_UNIT_METERS = 1_000_000;

/** Whether PROJ or WKT text is a reference system that can be converted. */
export function isKnownProjection(definition: string): boolean {
  try {
    const [lon, lat] = convertByProj(definition)(500_000, 3_000_000);
    return typeof lon === 'number' && typeof lat === 'number';
  } catch {
    return false;
  }
}

/**
 * The conversion of a reference system, built once for many positions. Numbers come in the order of the file: easting or longitude first, northing or
 * latitude first when the system is `swapped`.
 *
 * @throws {Error} a `proj` definition that proj4 does not know; ask `isKnownProjection` first
 */
export function createCrsConverter(crs: SourceCrs): CrsConverter {
  const convert = convertUnswapped(crs);
  return crs.swapped ? (first, second) => convert(second, first) : convert;
}

/** A geometry in another system as EPSG:4490. */
export function convertGeometry(geometry: Geometry, convert: CrsConverter): Geometry {
  const line = (positions: readonly LonLat[]): LonLat[] => positions.map(([x, y]) => convert(x, y));
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: convert(...geometry.coordinates) };
    case 'LineString':
      return { type: 'LineString', coordinates: line(geometry.coordinates) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map(line) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map(line) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(line)) };
  }
}

function convertUnswapped(crs: SourceCrs): CrsConverter {
  switch (crs.kind) {
    case 'cgcs2000':
    case 'wgs84':
      return (lon, lat) => [lon, lat];
    case 'gcj02':
      return (lon, lat) => gcj02ToLonLat([lon, lat]);
    case 'bd09':
      return (lon, lat) => bd09ToLonLat([lon, lat]);
    case 'web_mercator':
      return (x, y) => mercatorToLonLat([x, y]);
    case 'gauss_kruger':
      return convertGrid(crs, ELLIPSOIDS.cgcs2000);
    case 'proj':
      return convertByProj(crs.definition);
    case 'old_datum':
      return crs.projection === null ? (lon, lat) => [lon, lat] : convertGrid(crs.projection, ELLIPSOIDS[crs.datum]);
  }
}

/** A system of zones. */
interface Grid {
  readonly zoneWidth: 3 | 6;
  readonly centralMeridian: number;
  readonly zonePrefix: boolean;
}

/** Gauss-Kruger to degrees on an ellipsoid. A prefix decides row by row: a county on the edge of two zones may deliver both. */
function convertGrid({ zoneWidth, centralMeridian, zonePrefix }: Grid, ellipsoid: string): CrsConverter {
  const byMeridian = new Map<number, CrsConverter>();
  const inverseAt = (meridian: number): CrsConverter => {
    const known = byMeridian.get(meridian);
    if (known) return known;
    const converter = proj4(
      `+proj=longlat ${ellipsoid} +no_defs`,
      `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${FALSE_EASTING_METERS} +y_0=0 +units=m ${ellipsoid} +no_defs`,
    );
    const inverse: CrsConverter = (x, y) => toPosition(converter.inverse([x, y]));
    byMeridian.set(meridian, inverse);
    return inverse;
  };
  return (easting, northing) => {
    if (!Number.isFinite(easting) || !Number.isFinite(northing)) return [Number.NaN, Number.NaN];
    const zone = zonePrefix ? Math.floor(easting / ZONE_PREFIX_UNIT_METERS) : 0;
    if (zone === 0) return inverseAt(centralMeridian)(easting, northing);
    return inverseAt(centralMeridianOfZone(zone, zoneWidth))(easting - zone * ZONE_PREFIX_UNIT_METERS, northing);
  };
}

/** Central meridian of a zone: 3 n for three-degree zones, 6 n - 3 for six-degree zones (GB/T 17278). */
export const centralMeridianOfZone = (zone: number, zoneWidth: 3 | 6): number =>
  zoneWidth === 3 ? zone * 3 : zone * 6 - 3;

function convertByProj(definition: string): CrsConverter {
  const converter = proj4(definition, 'WGS84');
  return (x, y) =>
    Number.isFinite(x) && Number.isFinite(y) ? toPosition(converter.forward([x, y])) : [Number.NaN, Number.NaN];
}

const toPosition = (coordinates: readonly number[]): LonLat => [
  coordinates[0] ?? Number.NaN,
  coordinates[1] ?? Number.NaN,
];
