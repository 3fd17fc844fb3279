import type { LonLat } from './lon-lat.ts';

/** One position. EPSG:4490 like every geometry of this file. */
export interface PointGeometry {
  readonly type: 'Point';
  readonly coordinates: LonLat;
}

/** A line of at least two positions. */
export interface LineGeometry {
  readonly type: 'LineString';
  readonly coordinates: readonly LonLat[];
}

/** Several lines. */
export interface MultiLineGeometry {
  readonly type: 'MultiLineString';
  readonly coordinates: readonly (readonly LonLat[])[];
}

/** `[outer, ...holes]`; each ring closed; outer rings counter-clockwise. */
export interface PolygonGeometry {
  readonly type: 'Polygon';
  readonly coordinates: readonly (readonly LonLat[])[];
}

/** Several polygons that do not overlap. */
export interface MultiPolygonGeometry {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly LonLat[])[])[];
}

/** A surface: one polygon or several. */
export type AreaGeometry = PolygonGeometry | MultiPolygonGeometry;

/** Any geometry the county stores. */
export type Geometry = PointGeometry | LineGeometry | MultiLineGeometry | AreaGeometry;
