import type { DifferenceLayer, DifferenceState } from '../planning/differences.ts';
import type { PaletteToken } from './palettes.ts';

/** States of a difference in the order of the legend. */
export const DIFFERENCE_STATES = ['gained', 'lost', 'changed', 'same'] as const satisfies readonly DifferenceState[];

/** Layers of the difference map in the order of the legend. */
export const DIFFERENCE_LAYERS = [
  'settlements',
  'segments',
  'sites',
  'flows',
] as const satisfies readonly DifferenceLayer[];

/** How a state of a difference looks on screen and paper: a colour, and for those who cannot tell it a shape and a dash. */
export interface DifferenceLook {
  readonly color: PaletteToken;
  /** Corners in a unit square about (0, 0), y down; null = a circle. */
  readonly corners: readonly (readonly [x: number, y: number])[] | null;
  /** Dash of lines in line widths; null = drawn through. */
  readonly dash: readonly number[] | null;
}

const X = 0.17;
const HALF = 0.5;

/** Gained: a triangle that points up, drawn through. Lost: a cross, dashed. Changed: a diamond, dash-dotted. Same: a small dot, thin. */
export const DIFFERENCE_LOOKS: Readonly<Record<DifferenceState, DifferenceLook>> = {
  gained: {
    color: 'primary',
    corners: [
      [0, -HALF],
      [HALF, 0.4],
      [-HALF, 0.4],
    ],
    dash: null,
  },
  lost: {
    color: 'lightRed',
    corners: [
      [-HALF, X - HALF],
      [X - HALF, -HALF],
      [0, -X],
      [HALF - X, -HALF],
      [HALF, X - HALF],
      [X, 0],
      [HALF, HALF - X],
      [HALF - X, HALF],
      [0, X],
      [X - HALF, HALF],
      [-HALF, HALF - X],
      [-X, 0],
    ],
    dash: [2, 1.2],
  },
  changed: {
    color: 'lightYellow',
    corners: [
      [0, -HALF],
      [HALF, 0],
      [0, HALF],
      [-HALF, 0],
    ],
    dash: [4, 1, 1, 1],
  },
  same: { color: 'lightGrey', corners: null, dash: null },
};

/** Sizes on screen in pixels and on A0 in millimetres: line width, or height of the symbol. `same` is drawn at `sameShare` of it. */
export const DIFFERENCE_SIZES: Readonly<
  Record<DifferenceLayer, { readonly pixels: number; readonly millimeters: number; readonly sameShare: number }>
> = {
  settlements: { pixels: 11, millimeters: 4.4, sameShare: 0.36 },
  segments: { pixels: 3.6, millimeters: 1.6, sameShare: 0.5 },
  sites: { pixels: 19, millimeters: 8.5, sameShare: 0.55 },
  flows: { pixels: 1.8, millimeters: 0.7, sameShare: 0.5 },
};

/** How many differences of a layer and state there are. */
export function countDifferences(
  differences: readonly { readonly layer: DifferenceLayer; readonly state: DifferenceState }[],
): Readonly<Record<DifferenceLayer, Readonly<Record<DifferenceState, number>>>> {
  const none = () => ({ gained: 0, lost: 0, changed: 0, same: 0 });
  const counts = { settlements: none(), segments: none(), sites: none(), flows: none() };
  for (const { layer, state } of differences) counts[layer][state] += 1;
  return counts;
}
