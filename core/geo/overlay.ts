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
 * What two surfaces, or all of several, have in common.
 *
 * @returns null when they share no surface
 */
export function intersectionOf(...geometries: readonly [AreaGeometry, ...AreaGeometry[]]): AreaGeometry | null {
  return toAreaGeometry(intersect(featureCollection(geometries.map(toFeature)))?.geometry);
}

/**
 * What one surface has and none of the others. Taken as what the first has in common with boxes around all out of which the others are cut.
 *
 * @returns null when nothing is left
 */
export function differenceOf(a: AreaGeometry, ...others: readonly AreaGeometry[]): AreaGeometry | null {
  const [west, south, east, north] = bboxOf({ type: 'MultiPolygon', coordinates: [a, ...others].flatMap(polygonsOf) });
  const [left, low, right, high] = [west - BOX_DEGREES, south - BOX_DEGREES, east + BOX_DEGREES, north + BOX_DEGREES];
  const box: readonly LonLat[] = [
    [left, low],
    [right, low],
    [right, high],
    [left, high],
    [left, low],
  ];
  const remainders = others.map((other): AreaGeometry => {
    const outers = polygonsOf(other).flatMap(([outer]) => (outer === undefined ? [] : [outer]));
    const holes = polygonsOf(other).flatMap(([, ...inner]) => inner.map((ring) => [ring]));
    return { type: 'MultiPolygon', coordinates: [[box, ...outers], ...holes] };
  });
  return others.length === 0 ? a : intersectionOf(a, ...remainders);
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
