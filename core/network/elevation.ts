import type { Dem } from '../county/county-rows.ts';

/**
 * Height of the ground at a position, bilinear between the four nearest cell centres; at the rim the nearest centres.
 *
 * @returns metres; `NaN` beyond the grid and everywhere without one
 */
export type ElevationAt = (lon: number, lat: number) => number;

/** The ground as a function of the position. */
export function createElevation(dem: Dem | null): ElevationAt {
  if (dem === null || dem.columns === 0 || dem.rows === 0) return () => Number.NaN;
  const { west, north, cellDegrees, columns, rows, elevations } = dem;
  return (lon, lat) => {
    const column = (lon - west) / cellDegrees;
    const row = (north - lat) / cellDegrees;
    if (!(column >= 0 && column <= columns && row >= 0 && row <= rows)) return Number.NaN;
    // values stand at the centres of the cells
    const x = Math.min(columns - 1, Math.max(0, column - 0.5));
    const y = Math.min(rows - 1, Math.max(0, row - 0.5));
    const left = Math.floor(x);
    const top = Math.floor(y);
    const right = Math.min(columns - 1, left + 1);
    const bottom = Math.min(rows - 1, top + 1);
    const northWest = elevations[top * columns + left] ?? 0;
    const northEast = elevations[top * columns + right] ?? 0;
    const southWest = elevations[bottom * columns + left] ?? 0;
    const southEast = elevations[bottom * columns + right] ?? 0;
    const upper = northWest + (x - left) * (northEast - northWest);
    const lower = southWest + (x - left) * (southEast - southWest);
    return upper + (y - top) * (lower - upper);
  };
}
