import type { Bbox } from '#core/geo/bbox.ts';
import { createPaperProjectionFor } from '#core/geo/gauss-kruger.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { lonLatToMercator, mercatorToLonLat } from '#core/geo/mercator.ts';

/** A reference system in which features are answered; numbers in the order of its register. */
export interface OgcCrs {
  /** As OGC API Features writes it. */
  readonly uri: string;
  readonly forward: (position: LonLat) => LonLat;
  readonly inverse: (pair: LonLat) => LonLat;
}

/** Longitude, latitude: what answers carry unless another is asked for. */
export const CRS84_URI = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

/** As stored: CGCS2000; the register's order is latitude, longitude. */
export const STORAGE_CRS_URI = 'http://www.opengis.net/def/crs/EPSG/0/4490';

const epsgUri = (code: number): string => `http://www.opengis.net/def/crs/EPSG/0/${code}`;

const swap = ([a, b]: LonLat): LonLat => [b, a];
const keep = (position: LonLat): LonLat => position;

/**
 * Every system in which the features of a county can be had: CRS84, CGCS2000, WGS 84 (the same to within a metre), web Mercator, and in China the
 * three-degree Gauss-Kruger zone of the county, without and with the zone number before the easting (northing first, as the register has it).
 */
export function listCrs(bbox: Bbox): readonly OgcCrs[] {
  const paper = createPaperProjectionFor(bbox);
  const zone = paper.zone;
  const prefix = (zone ?? 0) * 1_000_000;
  const grids: readonly OgcCrs[] =
    zone === null || paper.epsg === null
      ? []
      : [
          {
            uri: epsgUri(paper.epsg),
            forward: (position) => swap(paper.forward(position)),
            inverse: (pair) => paper.inverse(swap(pair)),
          },
          {
            uri: epsgUri(4488 + zone),
            forward: (position) => addToEasting(swap(paper.forward(position)), prefix),
            inverse: (pair) => paper.inverse(swap(addToEasting(pair, -prefix))),
          },
        ];
  return [
    { uri: CRS84_URI, forward: keep, inverse: keep },
    { uri: STORAGE_CRS_URI, forward: swap, inverse: swap },
    { uri: epsgUri(4326), forward: swap, inverse: swap },
    { uri: epsgUri(3857), forward: lonLatToMercator, inverse: mercatorToLonLat },
    ...grids,
  ];
}

const addToEasting = ([northing, easting]: LonLat, meters: number): LonLat => [northing, easting + meters];

/** The box around a box given in another system: its four corners, which is exact enough to choose features by. */
export function boxToDegrees([a, b, c, d]: Bbox, crs: OgcCrs): Bbox {
  const corners = [
    [a, b],
    [a, d],
    [c, b],
    [c, d],
  ].map(([first = 0, second = 0]) => crs.inverse([first, second]));
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
