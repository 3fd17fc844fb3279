import type { PaletteToken } from './palettes.ts';

/** A hatch as data: families of parallel lines, sizes in screen pixels. */
export interface Hatch {
  readonly ground: PaletteToken | null;
  readonly color: PaletteToken;
  /** 0 = horizontal, counter-clockwise. */
  readonly angles: readonly (0 | 45 | 90 | 135)[];
  readonly spacing: number;
  readonly width: number;
  /** Round dots of `width` in place of lines. */
  readonly dots: boolean;
}

const lines = (color: PaletteToken, angles: Hatch['angles'], spacing: number, width: number): Hatch => ({
  ground: null,
  color,
  angles,
  spacing,
  width,
  dots: false,
});

/** Every hatch that a `fill-pattern` may name. */
export const HATCHES = {
  'hatch-threatened': lines('threatened', [45], 6, 0.9),
  'hatch-unreached': lines('unreached', [135], 11, 0.6),
  'hatch-park-industrial_park': lines('parkIndustrial', [90], 6, 1.4),
  'hatch-park-agricultural_park': lines('parkAgricultural', [45], 6, 1.4),
  'hatch-park-scenic_area': lines('parkScenic', [0], 6, 1.4),
  'hatch-park-belt': { ...lines('parkAgricultural', [0], 7, 1.8), dots: true },
  'hatch-park-base': { ...lines('base', [0], 6, 1.6), dots: true },
  'hatch-far-3': lines('travelHatch', [0], 9, 0.7),
  'hatch-far-4': lines('travelHatch', [0], 4.5, 0.9),
  'hatch-far-none': lines('travelNone', [0, 90], 7, 0.8),
  'hatch-steep': lines('steep', [135], 9, 0.6),
  'hatch-farmland': lines('farmland', [0], 8, 0.6),
  'hatch-redline': lines('redline', [45], 12, 0.6),
  // nothing to say of an area, in black and white
  'hatch-empty': lines('outsidePlan', [45], 9, 0.5),
  'hatch-constraint': lines('ink2', [90], 9, 0.7),
} satisfies Record<string, Hatch>;

/** Name of a hatch. */
export type HatchId = keyof typeof HATCHES;
