import type { Geometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';

/** `[west, south, east, north]` in degrees, EPSG:4490. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/**
 * Smallest box around positions.
 *
 * @returns `[Infinity, Infinity, -Infinity, -Infinity]` when there are none
 */
export function bboxOfPositions(positions: readonly LonLat[]): Bbox {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [lon, lat] of positions) {
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return [west, south, east, north];
}

/** All positions of a geometry, in order; rings and parts one after the other. */
export function positionsOf(geometry: Geometry): readonly LonLat[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}

/** Smallest box around a geometry. */
export const bboxOf = (geometry: Geometry): Bbox => bboxOfPositions(positionsOf(geometry));

/** Whether two boxes share at least a point. */
export const bboxesTouch = (a: Bbox, b: Bbox): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
