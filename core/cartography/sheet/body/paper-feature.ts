import type { Geometry } from '../../../geo/geometry.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import type { MapFeature } from '../../features/map-feature.ts';
import { clipPolyline, clipRing, thinContour } from '../contour-geometry.ts';
import { insetRect, type Rect } from '../drawing.ts';
import type { SheetProjection } from '../sheet-projection.ts';
import type { StyleFeature } from './layer-style.ts';

/** A feature on paper: millimetres, generalised and cut near the frame. */
export interface PaperFeature extends StyleFeature {
  readonly code: string;
  /** Points as contours of one position; lines; rings cut to the frame. */
  readonly contours: readonly (readonly number[])[];
  /** Rings of a polygon before cutting, for outlines and labels; empty for other geometries. */
  readonly rings: readonly (readonly number[])[];
}

/** Geometry is kept this far beyond the frame so that wide lines and symbols leave it without a seam, millimetres. */
const BEYOND_FRAME = 6;

/** Brings features to paper; those that do not touch the map are left out. */
export function featuresToPaper(features: readonly MapFeature[], projection: SheetProjection): PaperFeature[] {
  const kept = insetRect(projection.map, -BEYOND_FRAME);
  const onPaper: PaperFeature[] = [];
  for (const feature of features) {
    const paper = toPaperFeature(feature, projection, kept);
    if (paper.contours.length > 0) onPaper.push(paper);
  }
  return onPaper;
}

function toPaperFeature(feature: MapFeature, projection: SheetProjection, kept: Rect): PaperFeature {
  const { properties, geometry } = feature;
  const contours = (lines: readonly (readonly LonLat[])[], closed: boolean): number[][] =>
    lines.map((line) => thinContour(projectLine(line, projection), closed));
  const common = { code: properties.code, properties };
  switch (geometry.type) {
    case 'Point': {
      const [x, y] = projection.toPaper(geometry.coordinates);
      const inside = x >= kept.x && y >= kept.y && x <= kept.x + kept.width && y <= kept.y + kept.height;
      return { ...common, type: 'Point', contours: inside ? [[x, y]] : [], rings: [] };
    }
    case 'LineString':
    case 'MultiLineString': {
      const lines = contours(linesOf(geometry), false).flatMap((line) => clipPolyline(line, kept));
      return { ...common, type: 'LineString', contours: lines, rings: [] };
    }
    case 'Polygon':
    case 'MultiPolygon': {
      const rings = contours(linesOf(geometry), true).filter((ring) => ring.length >= 6);
      const cut = rings.map((ring) => clipRing(ring, kept)).filter((ring) => ring.length >= 6);
      return { ...common, type: 'Polygon', contours: cut, rings };
    }
  }
}

/** Lines or rings of a geometry, parts one after the other. */
function linesOf(geometry: Exclude<Geometry, { type: 'Point' }>): readonly (readonly LonLat[])[] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}

function projectLine(line: readonly LonLat[], projection: SheetProjection): Float64Array {
  const points = new Float64Array(line.length * 2);
  line.forEach((position, i) => {
    const [x, y] = projection.toPaper(position);
    points[2 * i] = x;
    points[2 * i + 1] = y;
  });
  return points;
}
