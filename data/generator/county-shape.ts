import { COUNTY_GRID } from './grid.ts';
import { makeRegionsSound, smoothLabels } from './labels.ts';
import type { Landscape } from './landscape.ts';
import { createFractalNoise } from './noise.ts';

/** Upstream cells of the streams whose catchments the county is made of: about 5 square kilometres. */
const CATCHMENT_CELLS = 700;
/** Half extents of the county in cells: about 35 km by 25.5 km. */
const HALF_COLUMNS = 420;
const HALF_ROWS = 280;
const RIM_CELLS = 14;

/** The county's cells: whole catchments around the middle of the grid, so that its border follows the divides. 0 inside, -1 outside. */
export function createCountyShape(seed: number, landscape: Landscape): Int16Array {
  const catchment = labelCatchments(landscape);
  const count = catchment.reduce((most, label) => Math.max(most, label), 0) + 1;
  const sums = Array.from({ length: count }, () => ({ columns: 0, rows: 0, cells: 0 }));
  for (const [cell, label] of catchment.entries()) {
    const sum = sums[label];
    if (!sum) continue;
    sum.columns += cell % COUNTY_GRID.columns;
    sum.rows += Math.floor(cell / COUNTY_GRID.columns);
    sum.cells++;
  }
  const noise = createFractalNoise(seed + 71, 3);
  const isIn = sums.map(({ columns, rows, cells }) => {
    const x = (columns / cells - COUNTY_GRID.columns / 2) / HALF_COLUMNS;
    const y = (rows / cells - COUNTY_GRID.rows / 2) / HALF_ROWS;
    return x * x * x * x + y * y * y * y < 0.8 + 0.9 * noise(x * 1.7 + 5, y * 1.7);
  });
  const shape = new Int16Array(catchment.length).fill(-1);
  for (const [cell, label] of catchment.entries()) {
    const column = cell % COUNTY_GRID.columns;
    const row = Math.floor(cell / COUNTY_GRID.columns);
    const rim = Math.min(column, row, COUNTY_GRID.columns - 1 - column, COUNTY_GRID.rows - 1 - row);
    if (rim >= RIM_CELLS && isIn[label]) shape[cell] = 0;
  }
  // seen as two regions, inside and outside, each becomes one piece without pinched corners
  const regions = smoothLabels(shape, 6).map((label) => label + 1);
  return makeRegionsSound(regions, () => true).map((label) => label - 1);
}

/** One label for each stretch of stream between junctions and all that drains to it. */
function labelCatchments({ flow }: Landscape): Int32Array {
  const isStream = (cell: number): boolean => (flow.area[cell] as number) >= CATCHMENT_CELLS;
  const donors = new Uint8Array(flow.area.length);
  for (const cell of flow.order) {
    const below = flow.receiver[cell] as number;
    if (below >= 0 && isStream(cell)) donors[below] = (donors[below] as number) + 1;
  }
  const labels = new Int32Array(flow.area.length);
  let next = 0;
  for (const cell of flow.order) {
    const below = flow.receiver[cell] as number;
    const startsHere = below < 0 || (isStream(cell) && (donors[below] as number) > 1);
    labels[cell] = startsHere ? next++ : (labels[below] as number);
  }
  return labels;
}
