/** Kilometre grid and reference squares of a sheet (domain.md section 8). */
export interface SheetGrid {
  /** Ground metres between grid lines: 40 to 100 mm of paper. */
  readonly stepMeters: number;
  /** Ground metres of a reference square's side: a whole number of grid steps, at least 40 mm and a ninth of the map's height. */
  readonly squareMeters: number;
}

const LEAST_STEP = 40;
const MOST_STEP = 100;
const LEAST_SQUARE = 40;
const SQUARES_DOWN = 9;

/** Grid for a printed scale and a map height in millimetres. */
export function chooseGrid(metersPerMillimeter: number, mapHeight: number): SheetGrid {
  const power = 10 ** Math.floor(Math.log10(LEAST_STEP * metersPerMillimeter));
  const stepMeters =
    [1, 2, 5, 10].map((mantissa) => mantissa * power).find((step) => step >= LEAST_STEP * metersPerMillimeter) ??
    MOST_STEP * metersPerMillimeter;
  const square = Math.max(LEAST_SQUARE, mapHeight / SQUARES_DOWN) * metersPerMillimeter;
  return { stepMeters, squareMeters: Math.ceil(square / stepMeters - 1e-9) * stepMeters };
}
