import type { LonLat } from '#core/geo/lon-lat.ts';

/** A regular grid of cells, row 0 the northernmost, cell index = row * columns + column. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Size of a cell in metres, west to east and north to south. */
  readonly widthMeters: number;
  readonly heightMeters: number;
}

/** Cells per degree of the county's elevation grid: about 83 m by 92 m at 27 degrees north. */
export const CELLS_PER_DEGREE = 1200;
/** Outer edges of the first cell. */
export const GRID_WEST = 107.12;
export const GRID_NORTH = 27.265;

/** The county's grid. Metres per degree at 27.0 N on the CGCS2000 ellipsoid: 99,255 east, 110,804 north. */
export const COUNTY_GRID: Grid = {
  columns: 912,
  rows: 636,
  widthMeters: 99_255 / CELLS_PER_DEGREE,
  heightMeters: 110_804 / CELLS_PER_DEGREE,
};

/** Degrees are stored to seven decimals, about a centimetre. */
export const roundDegrees = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** A position given in cells from the north-west corner (a centre has .5). */
export const gridToLonLat = (x: number, y: number): LonLat => [
  roundDegrees(GRID_WEST + x / CELLS_PER_DEGREE),
  roundDegrees(GRID_NORTH - y / CELLS_PER_DEGREE),
];

/** Position in cells from the north-west corner. */
export const lonLatToGrid = ([lon, lat]: LonLat): readonly [x: number, y: number] => [
  (lon - GRID_WEST) * CELLS_PER_DEGREE,
  (GRID_NORTH - lat) * CELLS_PER_DEGREE,
];

/** The county grid's cell at a position. */
export function cellAt(position: LonLat): number {
  const [x, y] = lonLatToGrid(position);
  return Math.floor(y) * COUNTY_GRID.columns + Math.floor(x);
}

/** Centre of a county grid cell. */
export const cellCentre = (cell: number): LonLat =>
  gridToLonLat((cell % COUNTY_GRID.columns) + 0.5, Math.floor(cell / COUNTY_GRID.columns) + 0.5);

/** A step to one of the eight neighbours. */
export interface Step {
  readonly columns: number;
  readonly rows: number;
  readonly offset: number;
  readonly meters: number;
}

/** The eight steps of a grid, straight ones first. */
export function stepsOf(grid: Grid): readonly Step[] {
  const steps: Step[] = [];
  for (const [columns, rows] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
    [1, 1],
    [-1, 1],
    [1, -1],
    [-1, -1],
  ] as const) {
    const x = columns * grid.widthMeters;
    const y = rows * grid.heightMeters;
    steps.push({ columns, rows, offset: rows * grid.columns + columns, meters: Math.sqrt(x * x + y * y) });
  }
  return steps;
}

/** Calls `visit` for each neighbour of a cell that lies on the grid. */
export type NeighbourWalk = (cell: number, visit: (neighbour: number, step: Step) => void) => void;

/** Visits neighbours of a grid's cells by the given steps, by default all eight. */
export function createNeighbourWalk(grid: Grid, steps: readonly Step[] = stepsOf(grid)): NeighbourWalk {
  const { columns, rows } = grid;
  return (cell, visit) => {
    const column = cell % columns;
    const row = (cell - column) / columns;
    if (column > 0 && row > 0 && column < columns - 1 && row < rows - 1) {
      for (const step of steps) visit(cell + step.offset, step);
      return;
    }
    for (const step of steps) {
      const c = column + step.columns;
      const r = row + step.rows;
      if (c >= 0 && r >= 0 && c < columns && r < rows) visit(cell + step.offset, step);
    }
  };
}

/** Straight distance in metres on the flat county grid; exact enough to space things out. */
export function distanceOnGrid(a: number, b: number): number {
  const x = ((a % COUNTY_GRID.columns) - (b % COUNTY_GRID.columns)) * COUNTY_GRID.widthMeters;
  const y = (Math.floor(a / COUNTY_GRID.columns) - Math.floor(b / COUNTY_GRID.columns)) * COUNTY_GRID.heightMeters;
  return Math.sqrt(x * x + y * y);
}
