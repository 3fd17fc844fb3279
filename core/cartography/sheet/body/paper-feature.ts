import { type Bbox, bboxOfPositions } from '../../../geo/bbox.ts';
import type { Geometry } from '../../../geo/geometry.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import { clipPolyline, clipRing } from '../contour-geometry.ts';
import { insetRect, type Rect } from '../drawing.ts';
import type { SheetProjection } from '../sheet-projection.ts';
import { thinContour } from '../thin-contour.ts';
import { createGroundGrid, type GroundGrid } from './ground-grid.ts';
import type { StyleFeature } from './layer-style.ts';
import type { DrawnFeature } from './share-properties.ts';

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
export function featuresToPaper(features: Iterable<DrawnFeature>, projection: SheetProjection): PaperFeature[] {
  const kept = insetRect(projection.map, -BEYOND_FRAME);
  const window = windowOf(kept, projection);
  const ground = { projection, kept, window, grid: createGroundGrid(projection, window) };
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
  readonly grid: GroundGrid;
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

function toPaperFeature(
  { properties, geometry, code = properties.code }: DrawnFeature,
  ground: PaperGround,
): PaperFeature {
  switch (geometry.type) {
    case 'Point':
      return { code, properties, type: 'Point', contours: pointToPaper(geometry.coordinates, ground), rings: NONE };
    case 'LineString':
      return { code, properties, type: 'LineString', contours: lineToPaper(geometry.coordinates, ground), rings: NONE };
    case 'MultiLineString': {
      const contours = geometry.coordinates.flatMap((line) => lineToPaper(line, ground));
      return { code, properties, type: 'LineString', contours, rings: NONE };
    }
    case 'Polygon':
    case 'MultiPolygon':
      return { code, properties, type: 'Polygon', ...ringsToPaper(ringsOf(geometry), ground) };
  }
}

function pointToPaper(position: LonLat, { projection, kept, window }: PaperGround): PaperFeature['contours'] {
  if (isBeyond(position, position, window)) return NONE;
  const [x, y] = projection.toPaper(position);
  const inside = x >= kept.x && y >= kept.y && x <= kept.x + kept.width && y <= kept.y + kept.height;
  return inside ? [[x, y]] : NONE;
}

function lineToPaper(line: readonly LonLat[], ground: PaperGround): PaperFeature['contours'] {
  const stretches = cutToWindow(line, ground.window);
  const [only] = stretches;
  if (only && stretches.length === 1) return stretchToPaper(only, ground);
  return stretches.flatMap((near) => stretchToPaper(near, ground));
}

function stretchToPaper(near: readonly LonLat[], { kept, grid }: PaperGround): PaperFeature['contours'] {
  const thinned = thinContour(projectLine(near, grid), false, near.length * 2);
  return thinned.length >= 4 && liesInside(thinned, kept) ? [thinned] : clipPolyline(thinned, kept);
}

function ringsToPaper(
  lines: readonly (readonly LonLat[])[],
  { kept, window, grid }: PaperGround,
): Pick<PaperFeature, 'contours' | 'rings'> {
  if (lines.every((line) => isBeyondAll(line, window))) return { contours: NONE, rings: NONE };
  const rings = lines
    .map((line) => thinContour(projectLine(line, grid), true, line.length * 2))
    .filter((ring) => ring.length >= 6);
  return { contours: rings.map((ring) => clipRing(ring, kept)).filter((ring) => ring.length >= 6), rings };
}

function liesInside(line: readonly number[], { x, y, width, height }: Rect): boolean {
  for (let i = 0; i + 1 < line.length; i += 2) {
    const left = line[i] ?? 0;
    const top = line[i + 1] ?? 0;
    if (left < x || top < y || left > x + width || top > y + height) return false;
  }
  return true;
}

/** Contours of a feature that is nowhere near the map, and rings of what is no polygon. */
const NONE: readonly (readonly number[])[] = [];

/** Whether a straight line lies wholly on the outer side of one edge of a box. By index: asked for every vertex of a sheet. */
const isBeyond = (a: LonLat, b: LonLat, box: Bbox): boolean =>
  (a[0] < box[0] && b[0] < box[0]) ||
  (a[0] > box[2] && b[0] > box[2]) ||
  (a[1] < box[1] && b[1] < box[1]) ||
  (a[1] > box[3] && b[1] > box[3]);

function isBeyondAll(line: readonly LonLat[], window: Bbox): boolean {
  const [west, south, east, north] = bboxOfPositions(line);
  return isBeyond([west, south], [east, north], window);
}

/** Stretches of a line that may touch a box, whole vertices: what is far outside need not be projected. */
function cutToWindow(line: readonly LonLat[], window: Bbox): (readonly LonLat[])[] {
  const stretches: (readonly LonLat[])[] = [];
  let from = -1;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1];
    const b = line[i];
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

/** Rings of a geometry, parts one after the other. */
const ringsOf = (geometry: Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>): readonly (readonly LonLat[])[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/** Room for the line that is being projected: a sheet has hundreds of thousands, one after the other. */
let scratch = new Float64Array(2048);

/** A line on paper: valid until the next one is projected, and longer than the line. */
function projectLine(line: readonly LonLat[], grid: GroundGrid): Float64Array {
  if (scratch.length < line.length * 2) scratch = new Float64Array(line.length * 4);
  for (let i = 0; i < line.length; i++) {
    const position = line[i] as LonLat;
    grid.write(position[0], position[1], scratch, 2 * i);
  }
  return scratch;
}
