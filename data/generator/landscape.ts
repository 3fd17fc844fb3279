import { type Flow, rimCells, routeWater } from './flow.ts';
import { COUNTY_GRID } from './grid.ts';
import type { Terrain } from './terrain.ts';

/** The terrain with what everything else asks of it. */
export interface Landscape {
  readonly elevations: Float64Array;
  readonly flow: Flow;
  /** Rise over run, by cell. */
  readonly slope: Float32Array;
  /** Share of gentle ground (slope under 14 %) within about 500 m, 0 to 1. */
  readonly flatness: Float32Array;
  /** Metres above the stream that a cell drains to. */
  readonly heightAboveStream: Float32Array;
}

/** Upstream area in cells from which water counts as a stream for settling: about 2 square kilometres. */
const SETTLED_STREAM_CELLS = 260;
const GENTLE_SLOPE = 0.14;
const FLATNESS_RADIUS = 6;

/** Derives slope, flatness and heights above the streams. */
export function createLandscape(terrain: Terrain): Landscape {
  const { elevations } = terrain;
  const flow = routeWater(COUNTY_GRID, elevations, { outlets: rimCells(COUNTY_GRID), inflow: terrain.inflow });
  const slope = computeSlope(elevations);
  return {
    elevations,
    flow,
    slope,
    flatness: computeFlatness(slope),
    heightAboveStream: computeHeightAboveStream(flow),
  };
}

function computeSlope(elevations: Float64Array): Float32Array {
  const { columns, rows, widthMeters, heightMeters } = COUNTY_GRID;
  const slope = new Float32Array(elevations.length);
  for (let cell = 0; cell < slope.length; cell++) {
    const column = cell % columns;
    const row = (cell - column) / columns;
    const west = elevations[cell - (column > 0 ? 1 : 0)] as number;
    const east = elevations[cell + (column < columns - 1 ? 1 : 0)] as number;
    const north = elevations[cell - (row > 0 ? columns : 0)] as number;
    const south = elevations[cell + (row < rows - 1 ? columns : 0)] as number;
    const x = (east - west) / (2 * widthMeters);
    const y = (south - north) / (2 * heightMeters);
    slope[cell] = Math.sqrt(x * x + y * y);
  }
  return slope;
}

/** Window means by a summed-area table. */
function computeFlatness(slope: Float32Array): Float32Array {
  const { columns, rows } = COUNTY_GRID;
  const sums = new Float64Array((columns + 1) * (rows + 1));
  for (let row = 0; row < rows; row++) {
    let line = 0;
    for (let column = 0; column < columns; column++) {
      line += (slope[row * columns + column] as number) < GENTLE_SLOPE ? 1 : 0;
      sums[(row + 1) * (columns + 1) + column + 1] = (sums[row * (columns + 1) + column + 1] as number) + line;
    }
  }
  const flatness = new Float32Array(slope.length);
  const sumAt = (column: number, row: number): number => sums[row * (columns + 1) + column] as number;
  for (let cell = 0; cell < slope.length; cell++) {
    const column = cell % columns;
    const row = (cell - column) / columns;
    const west = Math.max(0, column - FLATNESS_RADIUS);
    const east = Math.min(columns, column + FLATNESS_RADIUS + 1);
    const north = Math.max(0, row - FLATNESS_RADIUS);
    const south = Math.min(rows, row + FLATNESS_RADIUS + 1);
    const sum = sumAt(east, south) - sumAt(west, south) - sumAt(east, north) + sumAt(west, north);
    flatness[cell] = sum / ((east - west) * (south - north));
  }
  return flatness;
}

function computeHeightAboveStream(flow: Flow): Float32Array {
  const height = new Float32Array(flow.area.length);
  const base = new Float64Array(flow.area.length);
  for (const cell of flow.order) {
    const below = flow.receiver[cell] as number;
    const isBase = below < 0 || (flow.area[cell] as number) >= SETTLED_STREAM_CELLS;
    base[cell] = isBase ? (flow.filled[cell] as number) : (base[below] as number);
    height[cell] = (flow.filled[cell] as number) - (base[cell] as number);
  }
  return height;
}
