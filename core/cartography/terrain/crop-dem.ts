import type { Dem } from '../../county/county-rows.ts';
import type { Bbox } from '../../geo/bbox.ts';

/** Cells kept around the box, so that smoothing and tracing are undisturbed at its edge. */
const MARGIN_CELLS = 3;

/** The part of a DEM that covers a box; null when they do not meet. */
export function cropDem(dem: Dem, [west, south, east, north]: Bbox): Dem | null {
  const cellOf = (degrees: number): number => Math.floor(degrees / dem.cellDegrees);
  const firstColumn = Math.max(0, cellOf(west - dem.west) - MARGIN_CELLS);
  const lastColumn = Math.min(dem.columns - 1, cellOf(east - dem.west) + MARGIN_CELLS);
  const firstRow = Math.max(0, cellOf(dem.north - north) - MARGIN_CELLS);
  const lastRow = Math.min(dem.rows - 1, cellOf(dem.north - south) + MARGIN_CELLS);
  if (firstColumn > lastColumn || firstRow > lastRow) return null;
  const columns = lastColumn - firstColumn + 1;
  const rows = lastRow - firstRow + 1;
  const elevations = new Int16Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const start = (firstRow + row) * dem.columns + firstColumn;
    elevations.set(dem.elevations.subarray(start, start + columns), row * columns);
  }
  return {
    west: dem.west + firstColumn * dem.cellDegrees,
    north: dem.north - firstRow * dem.cellDegrees,
    cellDegrees: dem.cellDegrees,
    columns,
    rows,
    elevations,
  };
}
