import { encode } from 'fast-png';
import {
  REFUSED_STRIPE_CELLS,
  REFUSED_STRIPE_COLOR,
  SUITABILITY_COLORS,
} from '#core/cartography/suitability-palette.ts';
import { SUITABILITY_CLASSES } from '#core/planning/rules/site-rule.ts';
import type { SuitabilityGridData } from '#core/planning/suitability/create-suitability-grid.ts';

/** Places in the picture's palette: nothing, the classes in their order, the stripes. */
const NOTHING = 0;
const FIRST_CLASS = 1;
const STRIPE = FIRST_CLASS + SUITABILITY_CLASSES.length;
const REFUSED = FIRST_CLASS + SUITABILITY_CLASSES.indexOf('refused');

const pictures = new WeakMap<SuitabilityGridData, Uint8Array>();

/** The picture of a grid, drawn once. */
export function getSuitabilityPng(grid: SuitabilityGridData): Uint8Array {
  const picture = pictures.get(grid) ?? createSuitabilityPng(grid);
  pictures.set(grid, picture);
  return picture;
}

/** A grid as PNG, one pixel a cell, rows even in mercator as the grid's own; outside the county transparent, refused ground striped. */
function createSuitabilityPng({ frame, cells, classes }: SuitabilityGridData): Uint8Array {
  const { columns, rows } = frame;
  const data = new Uint8Array(columns * rows).fill(NOTHING);
  for (let place = 0; place < cells.length; place++) {
    const cell = cells[place] as number;
    const color = FIRST_CLASS + (classes[place] ?? 0);
    const isStripe = color === REFUSED && ((cell % columns) + Math.floor(cell / columns)) % REFUSED_STRIPE_CELLS === 0;
    data[cell] = isStripe ? STRIPE : color;
  }
  const colors = [...SUITABILITY_CLASSES.map((code) => SUITABILITY_COLORS[code]), REFUSED_STRIPE_COLOR];
  const palette = [[0, 0, 0, 0], ...colors.map(parseColor)];
  return encode({ width: columns, height: rows, data, depth: 8, channels: 1, palette });
}

/** `#RRGGBB` as opaque red, green, blue. */
function parseColor(color: string): number[] {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255, 255];
}
