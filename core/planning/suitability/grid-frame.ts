import type { Bbox } from '../../geo/bbox.ts';
import { metersPerDegreeAt } from '../../geo/local-metric.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { lonLatToMercator, mercatorToLonLat } from '../../geo/mercator.ts';

/**
 * A grid over a box whose columns and rows are even in Web Mercator (EPSG:3857), so that it is drawn on the screen as it is. Row 0 is the northernmost;
 * cell `row * columns + column`.
 */
export interface GridFrame {
  /** No cell is longer than this on either side, on the ground. */
  readonly cellMeters: number;
  readonly columns: number;
  readonly rows: number;
  /** Centres, degrees EPSG:4490. */
  readonly lonOfColumn: Float64Array;
  readonly latOfRow: Float64Array;
  /** Of a cell on the ground, by row. */
  readonly squareMetersOfRow: Float64Array;
  /** `[west, south, east, north]` of all cells, degrees. */
  readonly bbox: Bbox;
}

/** A frame around a box. */
export function createGridFrame(bbox: Bbox, cellMeters: number): GridFrame {
  const [west, north] = lonLatToMercator([bbox[0], bbox[3]]);
  const [east, south] = lonLatToMercator([bbox[2], bbox[1]]);
  // cells are longest on the ground where the box is nearest to the equator
  const nearest = bbox[1] > 0 ? bbox[1] : bbox[3] < 0 ? bbox[3] : 0;
  const step = cellMeters / Math.max(...groundPerMercator(nearest));
  const columns = Math.max(1, Math.ceil((east - west) / step));
  const rows = Math.max(1, Math.ceil((north - south) / step));
  const latOfRow = Float64Array.from(
    { length: rows },
    (_, row) => mercatorToLonLat([0, north - (row + 0.5) * step])[1],
  );
  const [boxWest, boxNorth] = mercatorToLonLat([west, north]);
  const [boxEast, boxSouth] = mercatorToLonLat([west + columns * step, north - rows * step]);
  return {
    cellMeters,
    columns,
    rows,
    lonOfColumn: Float64Array.from(
      { length: columns },
      (_, column) => mercatorToLonLat([west + (column + 0.5) * step, 0])[0],
    ),
    latOfRow,
    squareMetersOfRow: latOfRow.map((lat) => {
      const [eastward, northward] = groundPerMercator(lat);
      return eastward * northward * step * step;
    }),
    bbox: [boxWest, boxSouth, boxEast, boxNorth],
  };
}

/** Metres on the ground of a mercator metre at a latitude, east and north. */
function groundPerMercator(latitude: number): readonly [number, number] {
  const { lon, lat } = metersPerDegreeAt(latitude);
  const [degreesPerMeter] = mercatorToLonLat([1, 0]);
  return [lon * degreesPerMeter, lat * degreesPerMeter * Math.cos((latitude * Math.PI) / 180)];
}

/** Centre of a cell. */
export const centreOfCell = ({ columns, lonOfColumn, latOfRow }: GridFrame, cell: number): LonLat => [
  lonOfColumn[cell % columns] ?? Number.NaN,
  latOfRow[Math.floor(cell / columns)] ?? Number.NaN,
];
