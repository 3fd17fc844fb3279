import type { Dem } from '../../county/county-rows.ts';

const smoothed = new WeakMap<Dem, Float32Array>();

/** Elevations after one pass of the 3 x 3 binomial filter (1 2 1): takes the steps of whole metres out of contours. Made once for each DEM. */
export function getSmoothElevations(dem: Dem): Float32Array {
  const known = smoothed.get(dem);
  if (known) return known;
  const across = blur(Float32Array.from(dem.elevations), {
    count: dem.rows,
    length: dem.columns,
    stride: dem.columns,
    step: 1,
  });
  const made = blur(across, { count: dem.columns, length: dem.rows, stride: 1, step: dem.columns });
  smoothed.set(dem, made);
  return made;
}

/** Filters every row (step 1) or column (step = columns) by 1 2 1; ends repeat. */
function blur(
  values: Float32Array,
  grid: { readonly count: number; readonly length: number; readonly stride: number; readonly step: number },
): Float32Array {
  const result = new Float32Array(values.length);
  for (let line = 0; line < grid.count; line++) {
    const start = line * grid.stride;
    for (let i = 0; i < grid.length; i++) {
      const at = start + i * grid.step;
      const middle = values[at] ?? 0;
      const before = i > 0 ? (values[at - grid.step] ?? middle) : middle;
      const after = i < grid.length - 1 ? (values[at + grid.step] ?? middle) : middle;
      result[at] = (before + 2 * middle + after) / 4;
    }
  }
  return result;
}
