import { type Bbox, bboxOfPositions } from '../../../geo/bbox.ts';
import type { Geometry } from '../../../geo/geometry.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import { createPositionRun, lineOfRun, writeRun } from '../../../geo/position-run.ts';
import { clipPolyline, clipRing } from '../contour-geometry.ts';
import { type Contour, insetRect, type Rect } from '../drawing.ts';
import type { SheetProjection } from '../sheet-projection.ts';
import { thinContour, thinInPlace } from '../thin-contour.ts';
import { createLineFolder, type LineWriting } from './fold-lines.ts';
import { createGroundGrid, type GroundGrid } from './ground-grid.ts';
import type { StyleFeature } from './layer-style.ts';
import type { DrawnFeature, SingleFeature } from './share-properties.ts';

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

/** Brings features to paper; those that do not touch the map are left out. Lines that share their properties come as few features, after the others. */
export function featuresToPaper(features: Iterable<DrawnFeature>, projection: SheetProjection): PaperFeature[] {
  const ground = getPaperGround(projection);
  const onPaper: PaperFeature[] = [];
  const folder = createLineFolder({
    write: createLineWriter(ground),
    cut: (run) => lineToPaper(lineOfRun(run), ground),
  });
  const single = createPositionRun();
  for (const feature of features) {
    if ('forEachLine' in feature) feature.forEachLine(folder.add);
    else if (feature.isShared)
      for (const line of linesOf(feature.geometry)) {
        writeRun(line, single);
        folder.add(feature.properties, single);
      }
    else {
      const paper = toPaperFeature(feature, ground);
      if (paper.contours.length > 0) onPaper.push(paper);
    }
  }
  return [...onPaper, ...folder.finish()];
}

/** Lines of what is shared, which is nothing but lines. */
const linesOf = (geometry: Geometry): readonly (readonly LonLat[])[] =>
  geometry.type === 'LineString'
    ? [geometry.coordinates]
    : geometry.type === 'MultiLineString'
      ? geometry.coordinates
      : [];

interface PaperGround {
  readonly projection: SheetProjection;
  readonly kept: Rect;
  /** Box on the ground that holds all of `kept`. */
  readonly window: Bbox;
  readonly grid: GroundGrid;
}

/** Layer after layer is brought to the same ground. */
const grounds = new WeakMap<SheetProjection, PaperGround>();

function getPaperGround(projection: SheetProjection): PaperGround {
  const known = grounds.get(projection);
  if (known) return known;
  const kept = insetRect(projection.map, -BEYOND_FRAME);
  const window = windowOf(kept, projection);
  const ground = { projection, kept, window, grid: createGroundGrid(projection, window) };
  grounds.set(projection, ground);
  return ground;
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

/** Writes lines to paper that lie wholly near the map, as `lineToPaper` gives them; not those that come to a point. */
const createLineWriter =
  ({ kept, grid }: PaperGround): LineWriting['write'] =>
  (run, into, at) => {
    grid.writeRun(run, into, at);
    const end = thinInPlace(into, at, at + 2 * run.count);
    return end - at >= 4 && liesInside(into, { start: at, end }, kept) ? end : -1;
  };

function toPaperFeature({ properties, geometry }: SingleFeature, ground: PaperGround): PaperFeature {
  const { code } = properties;
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
  const whole = { start: 0, end: thinned.length };
  return thinned.length >= 4 && liesInside(thinned, whole, kept) ? [thinned] : clipPolyline(thinned, kept);
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

function liesInside(
  line: Contour,
  { start, end }: { readonly start: number; readonly end: number },
  { x, y, width, height }: Rect,
): boolean {
  const right = x + width;
  const bottom = y + height;
  for (let i = start; i + 1 < end; i += 2) {
    const left = line[i] ?? 0;
    const top = line[i + 1] ?? 0;
    if (left < x || top < y || left > right || top > bottom) return false;
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
const ownRun = createPositionRun();
let scratch = new Float64Array(2048);

/** A line on paper: valid until the next one is projected, and longer than the line. */
function projectLine(line: readonly LonLat[], grid: GroundGrid): Float64Array {
  if (scratch.length < line.length * 2) scratch = new Float64Array(line.length * 4);
  writeRun(line, ownRun);
  grid.writeRun(ownRun, scratch, 0);
  return scratch;
}
