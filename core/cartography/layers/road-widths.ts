/**
 * Widths of roads in millimetres on an A0 county sheet, by class; C and Z roads by function.
 *
 * Wall map practice: G 1.6, S 1.4, X 1.2, Y 0.9, village access 0.7, group access 0.5, to the door 0.3
 */
export const ROAD_WIDTHS_MILLIMETERS = {
  G: 1.6,
  S: 1.4,
  X: 1.2,
  Y: 0.9,
  village_access: 0.7,
  industry: 0.7,
  group_access: 0.5,
  door: 0.3,
} as const;

/** Pixels on screen for a millimetre of road width on the wall. */
export const PIXELS_PER_ROAD_MILLIMETER = 2;

/** Widths in pixels at the map's zoom. */
export const ROAD_WIDTHS_PIXELS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(ROAD_WIDTHS_MILLIMETERS).map(([key, width]) => [key, width * PIXELS_PER_ROAD_MILLIMETER]),
);

/** Paper facts of lines whose width follows the class. */
export const ROAD_PAPER = { millimetersPerPixel: 1 / PIXELS_PER_ROAD_MILLIMETER } as const;
