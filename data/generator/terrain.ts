import { creepDownhill, erode } from './erosion.ts';
import { rimCells, routeWater } from './flow.ts';
import { COUNTY_GRID, type Grid } from './grid.ts';
import { createFractalNoise } from './noise.ts';

/** Elevations of the county grid and what enters it from outside. */
export interface Terrain {
  readonly elevations: Float64Array;
  /** Cells of upstream area that the main river brings along where it enters the grid. */
  readonly inflow: ReadonlyMap<number, number>;
}

/** Cells of the coarse grid around the county's own, so that its rim shows no edge. */
const COARSE_MARGIN = 60;
const COARSE_GRID: Grid = {
  columns: COUNTY_GRID.columns / 2 + 2 * COARSE_MARGIN,
  rows: COUNTY_GRID.rows / 2 + 2 * COARSE_MARGIN,
  widthMeters: COUNTY_GRID.widthMeters * 2,
  heightMeters: COUNTY_GRID.heightMeters * 2,
};
const LOWEST_METERS = 385;
const HIGHEST_METERS = 1815;
/** Area that the main river has drained before it reaches the coarse grid, in coarse cells (about 1,900 square kilometres). */
const MAIN_INFLOW_CELLS = 62_000;

const UPLIFT_STEPS = 42;
const RESTING_STEPS = 6;
const UPLIFT_STEP_METERS = 26;

/** Raises a plateau with ranges, lets rivers cut it, adds detail, and lays flat floors into the larger valleys. */
export function createTerrain(seed: number): Terrain {
  const coarse = createCoarseSurface(seed);
  const elevations = refine(seed, coarse.surface);
  rescale(elevations);
  const inflow = findInflow(coarse.area, elevations);
  const outlets = rimCells(COUNTY_GRID);
  for (let i = 0; i < 6; i++) {
    erode(COUNTY_GRID, elevations, { upliftMeters: null, strength: 0.006, creep: i < 4 ? 0.12 : 0, outlets, inflow });
  }
  layValleyFloors(elevations, seed, inflow);
  return { elevations, inflow };
}

function createCoarseSurface(seed: number): { surface: Float64Array; area: Float64Array } {
  const { columns, rows } = COARSE_GRID;
  const roughness = createFractalNoise(seed + 11, 5);
  const surface = new Float64Array(columns * rows);
  const uplift = new Float64Array(columns * rows);
  for (let cell = 0; cell < surface.length; cell++) {
    const x = cell % columns;
    const y = Math.floor(cell / columns);
    surface[cell] = 60 * roughness(x / 40, y / 40) + 20;
    uplift[cell] = UPLIFT_STEP_METERS * upliftAt(seed, x / columns, y / rows);
  }
  // the main river enters in the west and leaves in the south-east; two smaller basins drain north and south
  const outlets = [
    Math.round(rows * 0.68) * columns + columns - 1,
    Math.round(columns * 0.38),
    (rows - 1) * columns + Math.round(columns * 0.33),
  ];
  const inflow = new Map([[Math.round(rows * 0.36) * columns, MAIN_INFLOW_CELLS]]);
  let area = new Float64Array(surface.length);
  for (let i = 0; i < UPLIFT_STEPS + RESTING_STEPS; i++) {
    const step = { upliftMeters: i < UPLIFT_STEPS ? uplift : null, strength: 0.19, creep: 0.08, outlets, inflow };
    area = erode(COARSE_GRID, surface, step).area as Float64Array<ArrayBuffer>;
  }
  return { surface, area };
}

const upliftNoises = new Map<number, (x: number, y: number) => number>();

/** Relative speed of uplift: ranges strike north-east, the north-west is highest, the south-east lowest. */
function upliftAt(seed: number, u: number, v: number): number {
  let noise = upliftNoises.get(seed);
  if (!noise) {
    noise = createFractalNoise(seed + 23, 4);
    upliftNoises.set(seed, noise);
  }
  const along = u * 3.1 - v * 2.2;
  const across = u * 3.4 + v * 4.6;
  const range = 1 - Math.abs(noise(along * 0.45 + 7, across * 1.1)) * 2.2;
  const tilt = 1.12 - 0.5 * u - 0.18 * v;
  return Math.max(0.12, 0.62 * tilt + 0.42 * range * range * Math.sign(range) + 0.4 * noise(u * 5 + 31, v * 4 + 17));
}

/**
 * Bilinear resampling onto the county grid plus detail of some metres. The places sampled are bent by noise, so that rivers wind and
 * nothing keeps the eight directions of the coarse grid.
 */
function refine(seed: number, coarse: Float64Array): Float64Array {
  const detail = createFractalNoise(seed + 37, 4);
  const bendX = createFractalNoise(seed + 41, 3);
  const bendY = createFractalNoise(seed + 43, 3);
  const fine = new Float64Array(COUNTY_GRID.columns * COUNTY_GRID.rows);
  for (let cell = 0; cell < fine.length; cell++) {
    const column = cell % COUNTY_GRID.columns;
    const row = Math.floor(cell / COUNTY_GRID.columns);
    const x = (column + 0.5) / 2 - 0.5 + COARSE_MARGIN + 7 * bendX(column / 46, row / 46);
    const y = (row + 0.5) / 2 - 0.5 + COARSE_MARGIN + 7 * bendY(column / 46, row / 46);
    fine[cell] = sample(coarse, x, y) + 16 * detail(column / 14, row / 14);
  }
  return fine;
}

function sample(coarse: Float64Array, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const at = (c: number, r: number): number => coarse[r * COARSE_GRID.columns + c] as number;
  const top = at(column, row) + (at(column + 1, row) - at(column, row)) * (x - column);
  const bottom = at(column, row + 1) + (at(column + 1, row + 1) - at(column, row + 1)) * (x - column);
  return top + (bottom - top) * (y - row);
}

function rescale(surface: Float64Array): void {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const value of surface) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  const factor = (HIGHEST_METERS - LOWEST_METERS) / (highest - lowest);
  for (let cell = 0; cell < surface.length; cell++) {
    surface[cell] = LOWEST_METERS + ((surface[cell] as number) - lowest) * factor;
  }
}

/** The main river crosses the county grid's west edge where the coarse one carries most water. */
function findInflow(coarseArea: Float64Array, elevations: Float64Array): ReadonlyMap<number, number> {
  let bestRow = COARSE_MARGIN;
  for (let row = COARSE_MARGIN; row < COARSE_GRID.rows - COARSE_MARGIN; row++) {
    const at = (r: number): number => coarseArea[r * COARSE_GRID.columns + COARSE_MARGIN] as number;
    if (at(row) > at(bestRow)) bestRow = row;
  }
  const upstream = coarseArea[bestRow * COARSE_GRID.columns + COARSE_MARGIN] as number;
  // the lowest fine cell near that row
  let inlet = (bestRow - COARSE_MARGIN) * 2 * COUNTY_GRID.columns;
  for (let shift = -4; shift <= 4; shift++) {
    const cell = ((bestRow - COARSE_MARGIN) * 2 + shift) * COUNTY_GRID.columns;
    if ((elevations[cell] as number) < (elevations[inlet] as number)) inlet = cell;
  }
  return new Map([[inlet, upstream * 4]]);
}

/** Streams that drain more than this get a flat floor; 900 cells are about 7 square kilometres. */
const FLOOR_STREAM_CELLS = 900;

/**
 * Bends the foot of the slopes towards the stream they drain to: height h above the stream becomes h * h / (h + floor), which keeps
 * the direction of every flow.
 */
function layValleyFloors(elevations: Float64Array, seed: number, inflow: ReadonlyMap<number, number>): void {
  const flow = routeWater(COUNTY_GRID, elevations, { outlets: rimCells(COUNTY_GRID), inflow });
  const basins = createFractalNoise(seed + 53, 2);
  const base = new Float64Array(elevations.length);
  const floor = new Float64Array(elevations.length);
  const bent = new Float64Array(elevations.length);
  for (const cell of flow.order) {
    const below = flow.receiver[cell] as number;
    const isStream = (flow.area[cell] as number) >= FLOOR_STREAM_CELLS;
    if (below < 0 || isStream) {
      base[cell] = flow.filled[cell] as number;
      const x = (cell % COUNTY_GRID.columns) / 150;
      const y = Math.floor(cell / COUNTY_GRID.columns) / 150;
      const basin = Math.max(0, basins(x, y) + 0.12);
      floor[cell] = below < 0 && !isStream ? 0 : Math.min(150, 14 + 240 * basin);
    } else {
      base[cell] = base[below] as number;
      floor[cell] = floor[below] as number;
    }
    const height = (flow.filled[cell] as number) - (base[cell] as number);
    bent[cell] = (base[cell] as number) + (height > 0 ? (height * height) / (height + (floor[cell] as number)) : 0);
  }
  elevations.set(bent);
  creepDownhill(COUNTY_GRID, elevations, 0.25);
}
