import type { Bbox } from '../../../geo/bbox.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import type { PositionRun } from '../../../geo/position-run.ts';
import type { SheetProjection } from '../sheet-projection.ts';

/** Positions to paper, many at a time. */
export interface GroundGrid {
  /** Writes the places of positions on paper, millimetres, as two numbers each from `at` on. */
  writeRun(run: PositionRun, into: Float64Array, at: number): void;
}

/** Places differ from the projection's by less than this: a hundredth of the grid that lines are thinned to. Millimetres. */
const MOST_DIFFERENCE = 0.0005;
/** Bound of the second derivatives of a transverse Mercator projection, metres by square radian: a sin(phi) cos(phi) is the largest, 3.2 million. */
const MOST_CURVATURE = 5e6;
const RADIANS = Math.PI / 180;

/**
 * A grid of projected positions over a box of ground, so fine that straight lines between its nodes are the projection for paper: four look-ups take a
 * fraction of the time of the projection's own series. Positions outside the box are projected.
 *
 * @see linear interpolation: the error is at most h² / 8 times the second derivative
 */
export function createGroundGrid(projection: SheetProjection, [west, south, east, north]: Bbox): GroundGrid {
  const toleranceMeters = MOST_DIFFERENCE * projection.metersPerMillimeter;
  const step = Math.sqrt((8 * toleranceMeters) / MOST_CURVATURE) / RADIANS;
  const columns = Math.max(1, Math.ceil((east - west) / step));
  const rows = Math.max(1, Math.ceil((north - south) / step));
  const perLon = columns / (east - west);
  const perLat = rows / (north - south);
  const stride = (columns + 1) * 2;
  const nodes = new Float64Array(stride * (rows + 1));
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      const [x, y] = projection.toPaper([west + column / perLon, south + row / perLat]);
      nodes[row * stride + 2 * column] = x;
      nodes[row * stride + 2 * column + 1] = y;
    }
  const projectOne = (position: LonLat, into: Float64Array, at: number): void => {
    const [x, y] = projection.toPaper(position);
    into[at] = x;
    into[at + 1] = y;
  };
  return {
    writeRun({ numbers, count }, into, at) {
      for (let i = 0; i < 2 * count; i += 2) {
        const lon = numbers[i] as number;
        const lat = numbers[i + 1] as number;
        const u = (lon - west) * perLon;
        const v = (lat - south) * perLat;
        if (!(u >= 0 && v >= 0 && u < columns && v < rows)) {
          projectOne([lon, lat], into, at + i);
          continue;
        }
        const column = Math.floor(u);
        const row = Math.floor(v);
        const s = u - column;
        const t = v - row;
        const below = row * stride + 2 * column;
        const above = below + stride;
        const lowX = (nodes[below] as number) * (1 - s) + (nodes[below + 2] as number) * s;
        const lowY = (nodes[below + 1] as number) * (1 - s) + (nodes[below + 3] as number) * s;
        const highX = (nodes[above] as number) * (1 - s) + (nodes[above + 2] as number) * s;
        const highY = (nodes[above + 1] as number) * (1 - s) + (nodes[above + 3] as number) * s;
        into[at + i] = lowX * (1 - t) + highX * t;
        into[at + i + 1] = lowY * (1 - t) + highY * t;
      }
    },
  };
}
