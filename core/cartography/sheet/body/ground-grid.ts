import type { Bbox } from '../../../geo/bbox.ts';
import type { SheetProjection } from '../sheet-projection.ts';

/** Positions to paper, many at a time. */
export interface GroundGrid {
  /** Writes the place of a position on paper, millimetres, as two numbers at `at`; degrees. */
  write(lon: number, lat: number, into: Float64Array, at: number): void;
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
  return {
    write(lon, lat, into, at) {
      const u = (lon - west) * perLon;
      const v = (lat - south) * perLat;
      if (!(u >= 0 && v >= 0 && u < columns && v < rows)) {
        const [x, y] = projection.toPaper([lon, lat]);
        into[at] = x;
        into[at + 1] = y;
        return;
      }
      const column = Math.floor(u);
      const row = Math.floor(v);
      const s = u - column;
      const t = v - row;
      const below = row * stride + 2 * column;
      const above = below + stride;
      for (let axis = 0; axis < 2; axis++) {
        const low = (nodes[below + axis] ?? 0) * (1 - s) + (nodes[below + axis + 2] ?? 0) * s;
        const high = (nodes[above + axis] ?? 0) * (1 - s) + (nodes[above + axis + 2] ?? 0) * s;
        into[at + axis] = low * (1 - t) + high * t;
      }
    },
  };
}
