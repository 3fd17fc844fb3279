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

/** What contours are traced for. */
export interface ContourDetail {
  readonly intervalMeters: number;
  /** Greatest shift of the line by leaving out positions. */
  readonly toleranceMeters: number;
  /** Shorter lines, in grid steps, are left out. */
  readonly shortestCells: number;
}

/** Metres in a degree of latitude, mean of the meridian. */
const METERS_PER_DEGREE = 111_132;

const known = new WeakMap<Dem, Map<string, readonly ContourLine[]>>();

/** Contour lines of a DEM at whole multiples of an interval, cut at the grid's edge. Made once for each DEM and detail. */
export function getContourLines(dem: Dem, detail: ContourDetail): readonly ContourLine[] {
  let byDetail = known.get(dem);
  if (!byDetail) {
    byDetail = new Map();
    known.set(dem, byDetail);
  }
  const key = Object.values(detail).join(' ');
  const lines = byDetail.get(key) ?? traceContours(dem, detail);
  byDetail.set(key, lines);
  return lines;
}

function traceContours(
  dem: Dem,
  { intervalMeters, toleranceMeters, shortestCells }: ContourDetail,
): readonly ContourLine[] {
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
      .filter((line) => line.length > shortestCells)
      .map((line) => ({
        elevationMeters: value,
        line: simplifyLine(toLonLat(line, dem), toleranceMeters / METERS_PER_DEGREE),
      })),
  );
}

/** Open stretches of a ring without what runs along the grid's edge; a ring that never meets the edge stays closed. */
function splitAtEdge(ring: readonly [number, number][], dem: Dem): readonly (readonly [number, number][])[] {
  const atEdge = ([x, y]: [number, number]): boolean =>
    x < 0.6 || y < 0.6 || x > dem.columns - 0.6 || y > dem.rows - 0.6;
  const first = ring.findIndex(atEdge);
  if (first < 0) return [ring];
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
  return stretches;
}

/** Grid positions (cell i spans i to i + 1, row 0 in the north) to degrees. */
const toLonLat = (line: readonly [number, number][], dem: Dem): readonly LonLat[] =>
  line.map(([x, y]) => [dem.west + x * dem.cellDegrees, dem.north - y * dem.cellDegrees]);
