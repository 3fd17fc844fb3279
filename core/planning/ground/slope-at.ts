import type { Dem } from '../../county/county-rows.ts';
import { metersPerDegreeAt } from '../../geo/local-metric.ts';

/** The slope of the ground as a function of the position: rise over run; `NaN` beyond the elevation grid and everywhere without one. */
export type SlopeAt = (lon: number, lat: number) => number;

/**
 * Slope of each cell of an elevation grid from its eight neighbours, and of a position that of the cell in which it lies. At the rim the neighbours
 * that are there count.
 *
 * @see Horn 1981, "Hill shading and the reflectance map", Proceedings of the IEEE 69(1), 14-47: weights 1, 2, 1 across the direction of the gradient
 */
export function createSlope(dem: Dem | null): SlopeAt {
  if (dem === null || dem.columns === 0 || dem.rows === 0) return () => Number.NaN;
  const { west, north, cellDegrees, columns, rows } = dem;
  const slopes = measureSlopes(dem);
  return (lon, lat) => {
    const x = (lon - west) / cellDegrees;
    const y = (north - lat) / cellDegrees;
    if (!(x >= 0 && x <= columns && y >= 0 && y <= rows)) return Number.NaN;
    return slopes[Math.min(rows - 1, Math.floor(y)) * columns + Math.min(columns - 1, Math.floor(x))] ?? Number.NaN;
  };
}

/** Rise over run by cell, row 0 the northernmost. */
function measureSlopes({ north, cellDegrees, columns, rows, elevations }: Dem): Float64Array {
  const slopes = new Float64Array(columns * rows);
  const at = (row: number, column: number) => elevations[row * columns + column] ?? 0;
  for (let row = 0; row < rows; row++) {
    const { lon, lat } = metersPerDegreeAt(north - (row + 0.5) * cellDegrees);
    const upper = Math.max(0, row - 1);
    const lower = Math.min(rows - 1, row + 1);
    const runNorth = 4 * Math.max(1, lower - upper) * cellDegrees * lat;
    for (let column = 0; column < columns; column++) {
      const left = Math.max(0, column - 1);
      const right = Math.min(columns - 1, column + 1);
      const runEast = 4 * Math.max(1, right - left) * cellDegrees * lon;
      const riseEast =
        at(upper, right) +
        2 * at(row, right) +
        at(lower, right) -
        at(upper, left) -
        2 * at(row, left) -
        at(lower, left);
      const riseNorth =
        at(upper, left) +
        2 * at(upper, column) +
        at(upper, right) -
        at(lower, left) -
        2 * at(lower, column) -
        at(lower, right);
      const east = riseEast / runEast;
      const northward = riseNorth / runNorth;
      slopes[row * columns + column] = Math.sqrt(east * east + northward * northward);
    }
  }
  return slopes;
}
