import { featureCollection, multiPolygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { union } from '@turf/union';
import type { AreaGeometry } from './geometry.ts';

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

function toFeature(geometry: AreaGeometry) {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return multiPolygon(parts.map((part) => part.map((ring) => ring.map(([lon, lat]) => [lon, lat]))));
}

function toAreaGeometry(
  geometry: { readonly type: string; readonly coordinates: unknown } | undefined,
): AreaGeometry | null {
  return geometry === undefined ? null : (geometry as AreaGeometry);
}
