import { contours as createContours } from 'd3-contour';
import { bboxOfPositions } from '../geo/bbox.ts';
import { createLocalMetric } from '../geo/local-metric.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { simplifyLine } from '../geo/simplify-line.ts';
import type { NetworkAt } from './network.ts';
import type { Reach } from './reach.ts';
import { listReachStrips, type ReachStrip } from './reach-strips.ts';

/** How far from a road people are thought to live that the road reaches; our own reading, for drawing only. */
export const STRIP_METERS = 300;

/** Cells of the grid on which a surface is drawn: no smaller than this, and no more of them than this. */
const SMALLEST_CELL_METERS = 30;
const MOST_CELLS = 300_000;

/** Half the least width of a strip in cells: narrower ones would break into beads. */
const LEAST_CELLS = 0.8;

/** The outline leaves out positions that stand off its course by less than this share of a cell. */
const OUTLINE_SHARE = 0.08;

/** Positions of an outline that are simplified together. */
const RUN_LENGTH = 128;

/** Holes and islands smaller than so many cells are not drawn. */
const LEAST_AREA_CELLS = 2;

/** A grid of heights over a plane: positive inside the surface. */
interface Field {
  readonly columns: number;
  readonly rows: number;
  readonly cellMeters: number;
  readonly heights: Float64Array;
  /** Metres east and north of the grid's first cell to degrees and back. */
  toPlane(position: LonLat): readonly [x: number, y: number];
  toLonLat(x: number, y: number): LonLat;
}

/**
 * The surface within a limit, for drawing: the roads that are reached with the strip beside them that can still be walked in what is left, up to
 * 300 m on either side. Counting goes by `Reach.settlementCost` and never by this surface.
 *
 * @param limit metres or minutes, as `reach.metric` says; at most the greatest of `reach.limits`
 * @returns coordinates of a MultiPolygon, EPSG:4490: outer rings counter-clockwise, holes clockwise; empty when nothing is reached
 */
export function createReachArea(network: NetworkAt, reach: Reach, limit: number): LonLat[][][] {
  const strips = listReachStrips(network, reach, limit);
  if (strips.length === 0) return [];
  const field = createField(strips);
  for (const strip of strips) raiseStrip(field, strip);
  // d3-contour reads any array of numbers by index
  const heights = field.heights as unknown as number[];
  const { coordinates } = createContours().size([field.columns, field.rows]).contour(heights, 0);
  return coordinates.flatMap((rings) => {
    const [outer, ...holes] = rings.filter((ring) => Math.abs(ringCells(ring)) >= LEAST_AREA_CELLS);
    if (!outer || outer !== rings[0]) return [];
    return [[drawRing(field, outer, 1), ...holes.map((hole) => drawRing(field, hole, -1))]];
  });
}

/** An empty grid around strips, with room for their width. */
function createField(strips: readonly ReachStrip[]): Field {
  const [west, south, east, north] = bboxOfPositions(strips.flatMap(({ from, to }) => [from, to]));
  const { metersPerDegreeLon, metersPerDegreeLat } = createLocalMetric([(west + east) / 2, (south + north) / 2]);
  const marginMeters = STRIP_METERS + 4 * SMALLEST_CELL_METERS;
  const widthMeters = (east - west) * metersPerDegreeLon + 2 * marginMeters;
  const heightMeters = (north - south) * metersPerDegreeLat + 2 * marginMeters;
  const cellMeters = Math.max(SMALLEST_CELL_METERS, Math.sqrt((widthMeters * heightMeters) / MOST_CELLS));
  // two cells of nothing on every side, so that no outline touches the edge of the grid
  const x0 = west * metersPerDegreeLon - marginMeters - 2 * cellMeters;
  const y0 = south * metersPerDegreeLat - marginMeters - 2 * cellMeters;
  const columns = Math.ceil(widthMeters / cellMeters) + 5;
  const rows = Math.ceil(heightMeters / cellMeters) + 5;
  return {
    columns,
    rows,
    cellMeters,
    heights: new Float64Array(columns * rows).fill(-2 * cellMeters),
    toPlane: ([lon, lat]) => [lon * metersPerDegreeLon - x0, lat * metersPerDegreeLat - y0],
    toLonLat: (x, y) => [(x + x0) / metersPerDegreeLon, (y + y0) / metersPerDegreeLat],
  };
}

/** Raises the field to what is left at each cell: the width at the nearest place of the strip, less the distance to it. */
function raiseStrip({ columns, rows, cellMeters, heights, toPlane }: Field, strip: ReachStrip): void {
  const [x1, y1] = toPlane(strip.from);
  const [x2, y2] = toPlane(strip.to);
  const least = LEAST_CELLS * cellMeters;
  const { fromMeters, toMeters } = strip;
  // cells just beyond the outline take part in its interpolation
  const margin = Math.max(least, Math.min(STRIP_METERS, Math.max(fromMeters, toMeters))) + 2 * cellMeters;
  const firstColumn = Math.max(0, Math.ceil((Math.min(x1, x2) - margin) / cellMeters));
  const lastColumn = Math.min(columns - 1, Math.floor((Math.max(x1, x2) + margin) / cellMeters));
  const firstRow = Math.max(0, Math.ceil((Math.min(y1, y2) - margin) / cellMeters));
  const lastRow = Math.min(rows - 1, Math.floor((Math.max(y1, y2) + margin) / cellMeters));
  const dx = x2 - x1;
  const dy = y2 - y1;
  const length2 = dx * dx + dy * dy;
  for (let row = firstRow; row <= lastRow; row++) {
    const py = row * cellMeters - y1;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const px = column * cellMeters - x1;
      const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
      const ex = px - share * dx;
      const ey = py - share * dy;
      const width = Math.max(least, Math.min(STRIP_METERS, fromMeters + share * (toMeters - fromMeters)));
      const height = width - Math.sqrt(ex * ex + ey * ey);
      const index = row * columns + column;
      if (height > (heights[index] as number)) heights[index] = height;
    }
  }
}

/** Area of a ring in cells, counter-clockwise positive. */
function ringCells(ring: readonly (readonly number[])[]): number {
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] ?? [];
    const [x2 = 0, y2 = 0] = ring[i] ?? [];
    doubled += x1 * y2 - x2 * y1;
  }
  return doubled / 2;
}

/** A ring of the grid in degrees to 0.1 m, turned as asked (1 = counter-clockwise), without positions that do not shape it. */
function drawRing({ cellMeters, toLonLat }: Field, ring: readonly (readonly number[])[], turn: 1 | -1): LonLat[] {
  // d3-contour puts the value of cell (i, j) at (i + 0.5, j + 0.5)
  const line = ring.map(([x = 0, y = 0]): LonLat => toLonLat((x - 0.5) * cellMeters, (y - 0.5) * cellMeters));
  const tolerance = Math.abs(toLonLat(0, OUTLINE_SHARE * cellMeters)[1] - toLonLat(0, 0)[1]);
  const drawn = simplifyInRuns(line, tolerance).map(([lon, lat]): LonLat => [roundDegrees(lon), roundDegrees(lat)]);
  return Math.sign(ringCells(ring)) === turn ? drawn : drawn.reverse();
}

/** A long line, simplified run by run: its cost grows with the length of the runs. */
function simplifyInRuns(line: readonly LonLat[], tolerance: number): LonLat[] {
  const simplified: LonLat[] = [];
  for (let first = 0; first < line.length - 1; first += RUN_LENGTH) {
    const run = simplifyLine(line.slice(first, first + RUN_LENGTH + 1), tolerance);
    // the end of a run is the beginning of the next
    simplified.push(...run.slice(first === 0 ? 0 : 1));
  }
  return simplified;
}

const roundDegrees = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
