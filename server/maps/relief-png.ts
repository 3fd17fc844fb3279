import { encode } from 'fast-png';
import { createMercatorGrid, demBbox, FLAT_SHADE, getHillshade, projectHillshade } from '#core/cartography/relief.ts';
import type { Dem } from '#core/county/county-rows.ts';

/** On which ground the relief lies. */
export type ReliefTheme = 'light' | 'dark';

/** `coarse` has half as many pixels a side: under shaded areas nobody sees more. */
export type ReliefDetail = 'full' | 'coarse';

/** Steps of shadow and of light: enough for the eye, few enough for a small file. */
const STEPS = 12;

/** Opacity of the deepest shadow and of the brightest light by theme. */
const STRENGTH: Readonly<Record<ReliefTheme, { readonly shadow: number; readonly light: number }>> = {
  light: { shadow: 0.5, light: 0.35 },
  dark: { shadow: 0.75, light: 0.16 },
};

/** Shadow of the light theme is a cool grey; that of the dark theme black. */
const SHADOW: Readonly<Record<ReliefTheme, readonly [number, number, number]>> = {
  light: [58, 62, 66],
  dark: [0, 0, 0],
};

/** Shade that counts as deepest shadow; darker ones are drawn the same. */
const DEEPEST_SHADE = 60;

/**
 * The relief as a PNG over the DEM's box, its rows even in mercator: shadow dark and light white, both by transparency, so that it lies over
 * any ground; level ground shows nothing.
 */
export function createReliefPng(dem: Dem, theme: ReliefTheme, detail: ReliefDetail): Uint8Array {
  const divisor = detail === 'coarse' ? 2 : 1;
  const grid = createMercatorGrid(demBbox(dem), Math.ceil(dem.columns / divisor), Math.ceil(dem.rows / divisor));
  const shades = projectHillshade(getHillshade(dem), grid);
  return encode({
    width: grid.columns,
    height: grid.rows,
    data: shades.map(toPaletteIndex),
    depth: 8,
    channels: 1,
    palette: createPalette(theme),
  });
}

/** 0 to STEPS - 1: shadow, deepest first; STEPS: nothing; above: light, brightest last. */
function toPaletteIndex(shade: number): number {
  if (shade <= FLAT_SHADE) {
    const depth = Math.min(1, (FLAT_SHADE - shade) / (FLAT_SHADE - DEEPEST_SHADE));
    return STEPS - Math.round(depth * STEPS);
  }
  return STEPS + Math.round(((shade - FLAT_SHADE) / (255 - FLAT_SHADE)) * STEPS);
}

function createPalette(theme: ReliefTheme): number[][] {
  const { shadow, light } = STRENGTH[theme];
  return Array.from({ length: 2 * STEPS + 1 }, (_, index) => {
    const share = Math.abs(index - STEPS) / STEPS;
    return index <= STEPS
      ? [...SHADOW[theme], Math.round(255 * shadow * share)]
      : [255, 255, 255, Math.round(255 * light * share)];
  });
}
