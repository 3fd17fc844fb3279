import { type Bbox, bboxOfPositions } from '../../../geo/bbox.ts';
import type { Geometry } from '../../../geo/geometry.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import type { MapFeature } from '../../features/map-feature.ts';
import { clipPolyline, clipRing } from '../contour-geometry.ts';
import { insetRect, type Rect } from '../drawing.ts';
import type { SheetProjection } from '../sheet-projection.ts';
import { thinContour } from '../thin-contour.ts';
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
  const ground = { projection, kept, window: windowOf(kept, projection) };
  const onPaper: PaperFeature[] = [];
  for (const feature of features) {
    const paper = toPaperFeature(feature, ground);
    if (paper.contours.length > 0) onPaper.push(paper);
  }
  return onPaper;
}

interface PaperGround {
  readonly projection: SheetProjection;
  readonly kept: Rect;
  /** Box on the ground that holds all of `kept`. */
  readonly window: Bbox;
}

/** Share of its size by which the window is larger than its corners and sides say: lines of latitude are bent on paper. */
const WINDOW_MARGIN = 0.02;

/** Box of longitude and latitude around a rectangle of paper. */
function windowOf({ x, y, width, height }: Rect, projection: SheetProjection): Bbox {
  const border = [0, 0.5, 1].flatMap((right) =>
    [0, 0.5, 1].map((down) => projection.toLonLat([x + right * width, y + down * height])),
  );
  const lons = border.map(([lon]) => lon);
  const lats = border.map(([, lat]) => lat);
  const [west, south, east, north] = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  const marginX = (east - west) * WINDOW_MARGIN;
  const marginY = (north - south) * WINDOW_MARGIN;
  return [west - marginX, south - marginY, east + marginX, north + marginY];
}

function toPaperFeature(feature: MapFeature, { projection, kept, window }: PaperGround): PaperFeature {
  const { properties, geometry } = feature;
  const contours = (lines: readonly (readonly LonLat[])[], closed: boolean): number[][] =>
    lines.map((line) => thinContour(projectLine(line, projection), closed));
  const common = { code: properties.code, properties };
  switch (geometry.type) {
    case 'Point': {
      if (isBeyond(geometry.coordinates, geometry.coordinates, window)) return { ...common, type: 'Point', ...NOTHING };
      const [x, y] = projection.toPaper(geometry.coordinates);
      const inside = x >= kept.x && y >= kept.y && x <= kept.x + kept.width && y <= kept.y + kept.height;
      return { ...common, type: 'Point', contours: inside ? [[x, y]] : [], rings: [] };
    }
    case 'LineString':
    case 'MultiLineString': {
      const near = linesOf(geometry).flatMap((line) => cutToWindow(line, window));
      const lines = contours(near, false).flatMap((line) => clipPolyline(line, kept));
      return { ...common, type: 'LineString', contours: lines, rings: [] };
    }
    case 'Polygon':
    case 'MultiPolygon': {
      if (linesOf(geometry).every((line) => isBeyondAll(line, window)))
        return { ...common, type: 'Polygon', ...NOTHING };
      const rings = contours(linesOf(geometry), true).filter((ring) => ring.length >= 6);
      const cut = rings.map((ring) => clipRing(ring, kept)).filter((ring) => ring.length >= 6);
      return { ...common, type: 'Polygon', contours: cut, rings };
    }
  }
}

/** Geometry of a feature that is nowhere near the map. */
const NOTHING = { contours: [], rings: [] } as const;

/** Whether a straight line lies wholly on the outer side of one edge of a box. */
const isBeyond = ([x1, y1]: LonLat, [x2, y2]: LonLat, [west, south, east, north]: Bbox): boolean =>
  (x1 < west && x2 < west) || (x1 > east && x2 > east) || (y1 < south && y2 < south) || (y1 > north && y2 > north);

function isBeyondAll(line: readonly LonLat[], window: Bbox): boolean {
  const [west, south, east, north] = bboxOfPositions(line);
  return isBeyond([west, south], [east, north], window);
}

/** Stretches of a line that may touch a box, whole vertices: what is far outside need not be projected. */
function cutToWindow(line: readonly LonLat[], window: Bbox): (readonly LonLat[])[] {
  const stretches: (readonly LonLat[])[] = [];
  let from = -1;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const isNear = a !== undefined && b !== undefined && !isBeyond(a, b, window);
    if (isNear && from < 0) from = i - 1;
    if (!isNear && from >= 0) {
      stretches.push(line.slice(from, i));
      from = -1;
    }
  }
  if (from === 0) return [line];
  if (from > 0) stretches.push(line.slice(from));
  return stretches;
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
