import type { Geometry } from '../../geo/geometry.ts';

/** Properties of a feature; `code` is its identity within a layer. Dates and codes are text; an unknown value is null. */
export type FeatureProperties = Readonly<Record<string, string | number | boolean | null>> & { readonly code: string };

/** GeoJSON feature, EPSG:4490. */
export interface MapFeature {
  readonly type: 'Feature';
  readonly properties: FeatureProperties;
  readonly geometry: Geometry;
}

/** GeoJSON feature collection, EPSG:4490. */
export interface FeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly MapFeature[];
}

/** A feature from its parts. */
export const createFeature = (properties: FeatureProperties, geometry: Geometry): MapFeature => ({
  type: 'Feature',
  properties,
  geometry,
});
