import type { Panel } from './furniture-kit.ts';

/** Heights of a panel at one width, each found at its first use. */
interface KnownHeights {
  least?: number;
  natural?: number;
}

const known = new WeakMap<Panel, Map<number, KnownHeights>>();

function heightsOf(panel: Panel, width: number): KnownHeights {
  const byWidth = known.get(panel) ?? new Map<number, KnownHeights>();
  known.set(panel, byWidth);
  const heights = byWidth.get(width) ?? {};
  byWidth.set(width, heights);
  return heights;
}

/** Least height of a panel at a width, asked for once. */
export function leastHeight(panel: Panel, width: number): number {
  const heights = heightsOf(panel, width);
  heights.least ??= panel.leastHeight(width);
  return heights.least;
}

/** Height of a whole panel at a width, found once; panels that cannot tell it are set for it. */
export function naturalHeight(panel: Panel, width: number): number {
  const heights = heightsOf(panel, width);
  heights.natural ??= panel.naturalHeight?.(width) ?? panel.set(width, Number.MAX_SAFE_INTEGER).height;
  return heights.natural;
}

/** Room of which panels certainly need more to stand whole: all that has rows with all of them, everything else at its least. */
export const heightOfAll = (panels: readonly Panel[], width: number): number =>
  panels.reduce((sum, panel) => {
    const hasRows = panel.isWhole || panel.continueAfter;
    return sum + (hasRows ? naturalHeight(panel, width) : leastHeight(panel, width));
  }, 0);
