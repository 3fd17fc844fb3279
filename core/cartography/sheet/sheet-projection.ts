import type { Area } from '../../county/county.ts';
import { InvalidInputError } from '../../errors.ts';
import { type Bbox, positionsOf } from '../../geo/bbox.ts';
import { createPaperProjectionFor, type PaperProjection } from '../../geo/gauss-kruger.ts';
import type { AreaGeometry } from '../../geo/geometry.ts';
import type { LonLat, PlanePoint } from '../../geo/lon-lat.ts';
import type { Rect } from './drawing.ts';

const MILLIMETERS_PER_METER = 1000;

/** From the ground to the paper: the county's projection, the printed scale and where the middle of the map lies. */
export interface SheetProjection {
  readonly projection: PaperProjection;
  /** Denominator of the printed scale, exact on the central meridian. */
  readonly scale: number;
  /** Rectangle of the map on paper, inside the inner frame. */
  readonly map: Rect;
  /** Ground metres of one millimetre of paper. */
  readonly metersPerMillimeter: number;
  toPaper(position: LonLat): PlanePoint;
  /** `[easting, northing]` in metres to paper. */
  planeToPaper(point: PlanePoint): PlanePoint;
  /** Paper to `[easting, northing]` in metres. */
  paperToPlane(point: PlanePoint): PlanePoint;
  toLonLat(point: PlanePoint): LonLat;
}

/** Box of an area in the plane, metres: `[minEasting, minNorthing, maxEasting, maxNorthing]`. */
export type PlaneBox = readonly [west: number, south: number, east: number, north: number];

/** Projection of every sheet of a county: the county's box decides the meridian, so that its sheets fit together. */
export const createCountyProjection = (countyBbox: Bbox): PaperProjection => createPaperProjectionFor(countyBbox);

/** Box of an area's boundary in the plane. */
export function planeBoxOf(boundary: AreaGeometry, projection: PaperProjection): PlaneBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const position of positionsOf(boundary)) {
    const [x, y] = projection.forward(position);
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/**
 * Box of an area in the plane; its outline may be missing, or be no more than a point.
 *
 * @param name of the area in the reader's language, for the error
 * @throws {InvalidInputError} `area_without_outline`
 */
export function planeBoxOfArea(
  { code, name: ownName, boundary }: Pick<Area, 'code' | 'name' | 'boundary'>,
  projection: PaperProjection,
  name: string = ownName,
): PlaneBox {
  const box = planeBoxOf(boundary, projection);
  const [west, south, east, north] = box;
  if (east > west && north > south) return box;
  throw new InvalidInputError('area_without_outline', `Area ${code} has no outline`, { area: name });
}

/** Puts the middle of `box` into the middle of `map` at a printed scale. */
export function createSheetProjection(input: {
  readonly projection: PaperProjection;
  readonly box: PlaneBox;
  readonly scale: number;
  readonly map: Rect;
}): SheetProjection {
  const { projection, box, scale, map } = input;
  const metersPerMillimeter = scale / MILLIMETERS_PER_METER;
  const centerX = (box[0] + box[2]) / 2;
  const centerY = (box[1] + box[3]) / 2;
  const middleX = map.x + map.width / 2;
  const middleY = map.y + map.height / 2;
  const planeToPaper = ([x, y]: PlanePoint): PlanePoint => [
    middleX + (x - centerX) / metersPerMillimeter,
    middleY - (y - centerY) / metersPerMillimeter,
  ];
  const paperToPlane = ([x, y]: PlanePoint): PlanePoint => [
    centerX + (x - middleX) * metersPerMillimeter,
    centerY - (y - middleY) * metersPerMillimeter,
  ];
  return {
    projection,
    scale,
    map,
    metersPerMillimeter,
    planeToPaper,
    paperToPlane,
    toPaper: (position) => planeToPaper(projection.forward(position)),
    toLonLat: (point) => projection.inverse(paperToPlane(point)),
  };
}
