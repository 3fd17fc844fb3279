import { contours as createContours } from 'd3-contour';
import type { Dem } from '../../county/county-rows.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { simplifyLine } from '../../geo/simplify-line.ts';
import { getSmoothElevations } from './smooth-dem.ts';

/** A stretch of one contour line. */
export interface ContourLine {
  readonly elevationMeters: number;
  readonly line: readonly LonLat[];
}

/** Tolerance of contours, degrees of latitude: 12 m, less than a seventh of a 90 m cell. */
const TOLERANCE_DEGREES = 12 / 111_132;

/** Contours shorter than this many cells are noise of the grid. */
const SHORTEST_CELLS = 8;

const known = new WeakMap<Dem, Map<number, readonly ContourLine[]>>();

/** Contour lines of a DEM at whole multiples of an interval, cut at the grid's edge. Made once for each DEM and interval. */
export function getContourLines(dem: Dem, intervalMeters: number): readonly ContourLine[] {
  let byInterval = known.get(dem);
  if (!byInterval) {
    byInterval = new Map();
    known.set(dem, byInterval);
  }
  const lines = byInterval.get(intervalMeters) ?? traceContours(dem, intervalMeters);
  byInterval.set(intervalMeters, lines);
  return lines;
}

function traceContours(dem: Dem, intervalMeters: number): readonly ContourLine[] {
  const elevations = getSmoothElevations(dem);
  let lowest = Infinity;
  let highest = -Infinity;
  for (const elevation of elevations) {
    if (elevation < lowest) lowest = elevation;
    if (elevation > highest) highest = elevation;
  }
  const thresholds: number[] = [];
  for (let level = Math.ceil(lowest / intervalMeters) * intervalMeters; level < highest; level += intervalMeters) {
    thresholds.push(level);
  }
  const trace = createContours().size([dem.columns, dem.rows]).thresholds(thresholds);
  return trace(elevations as unknown as number[]).flatMap(({ value, coordinates }) =>
    coordinates
      .flat()
      .flatMap((ring) => splitAtEdge(ring as [number, number][], dem))
      .map((line) => ({ elevationMeters: value, line: simplifyLine(toLonLat(line, dem), TOLERANCE_DEGREES) })),
  );
}

/** Open stretches of a ring without what runs along the grid's edge; a ring that never meets the edge stays closed. */
function splitAtEdge(ring: readonly [number, number][], dem: Dem): readonly (readonly [number, number][])[] {
  const atEdge = ([x, y]: [number, number]): boolean =>
    x < 0.6 || y < 0.6 || x > dem.columns - 0.6 || y > dem.rows - 0.6;
  const first = ring.findIndex(atEdge);
  if (first < 0) return ring.length > SHORTEST_CELLS ? [ring] : [];
  const turned = [...ring.slice(first), ...ring.slice(1, first + 1)];
  const stretches: [number, number][][] = [];
  let stretch: [number, number][] = [];
  for (const position of turned) {
    if (!atEdge(position)) {
      stretch.push(position);
    } else if (stretch.length > 0) {
      stretches.push(stretch);
      stretch = [];
    }
  }
  if (stretch.length > 0) stretches.push(stretch);
  return stretches.filter((line) => line.length > SHORTEST_CELLS);
}

/** Grid positions (cell i spans i to i + 1, row 0 in the north) to degrees. */
const toLonLat = (line: readonly [number, number][], dem: Dem): readonly LonLat[] =>
  line.map(([x, y]) => [dem.west + x * dem.cellDegrees, dem.north - y * dem.cellDegrees]);
