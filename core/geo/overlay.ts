import { featureCollection, multiPolygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { union } from '@turf/union';
import { bboxOf } from './bbox.ts';
import { polygonsOf } from './geodesic-area.ts';
import type { AreaGeometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';

/**
 * Union of surfaces: shared borders vanish.
 *
 * @returns null when there is nothing to unite
 */
export function unionOf(geometries: readonly AreaGeometry[]): AreaGeometry | null {
  const [first] = geometries;
  if (first === undefined || geometries.length === 1) return first ?? null;
  return toAreaGeometry(union(featureCollection(geometries.map(toFeature)))?.geometry);
}

/**
 * What two surfaces have in common.
 *
 * @returns null when they share no surface
 */
export function intersectionOf(a: AreaGeometry, b: AreaGeometry): AreaGeometry | null {
  return toAreaGeometry(intersect(featureCollection([toFeature(a), toFeature(b)]))?.geometry);
}

/**
 * What one surface has and another has not. Taken as what the first has in common with a box around both out of which the second is cut.
 *
 * @returns null when nothing is left
 */
export function differenceOf(a: AreaGeometry, b: AreaGeometry): AreaGeometry | null {
  const [west, south, east, north] = bboxOf({
    type: 'MultiPolygon',
    coordinates: [...polygonsOf(a), ...polygonsOf(b)],
  });
  const [left, low, right, high] = [west - BOX_DEGREES, south - BOX_DEGREES, east + BOX_DEGREES, north + BOX_DEGREES];
  const box: readonly LonLat[] = [
    [left, low],
    [right, low],
    [right, high],
    [left, high],
    [left, low],
  ];
  const outers = polygonsOf(b).flatMap(([outer]) => (outer === undefined ? [] : [outer]));
  const holes = polygonsOf(b).flatMap(([, ...inner]) => inner.map((ring) => [ring]));
  return intersectionOf(a, { type: 'MultiPolygon', coordinates: [[box, ...outers], ...holes] });
}

/** Room around surfaces in a box, in degrees. */
const BOX_DEGREES = 1e-3;

function toFeature(geometry: AreaGeometry) {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return multiPolygon(parts.map((part) => part.map((ring) => ring.map(([lon, lat]) => [lon, lat]))));
}

function toAreaGeometry(
  geometry: { readonly type: string; readonly coordinates: unknown } | undefined,
): AreaGeometry | null {
  return geometry === undefined ? null : (geometry as AreaGeometry);
}
