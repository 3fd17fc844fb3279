import type { PaletteToken } from '../palettes.ts';
import { letterPart, linePath, type MapSymbol, pathPart, rectanglePath, type SymbolPart } from './map-symbol.ts';

/** A thin ring of ground around a square: on a black road its edge would be lost. */
const RING = pathPart(rectanglePath([-0.03, -0.03, 1.06, 1.06]), { fill: 'halo' });
const BOX = pathPart(rectanglePath([0.08, 0.08, 0.84, 0.84]), { fill: 'surface', stroke: 'site', strokeWidth: 0.1 });

/** Square filled from below by quarters; a site's stages fill it from empty (selected) to full (moved in). */
const quarterSquare = (quarters: number): MapSymbol => {
  const height = (0.84 * quarters) / 4;
  const fill: SymbolPart[] =
    quarters === 0 ? [] : [pathPart(rectanglePath([0.08, 0.92 - height, 0.84, height]), { fill: 'siteFill' })];
  const frame = pathPart(rectanglePath([0.08, 0.08, 0.84, 0.84]), { stroke: 'site', strokeWidth: 0.1 });
  return { aspect: 1, heightPixels: 16, parts: [RING, BOX, ...fill, frame] };
};

/** A little flag with a letter at the corner of what a plan did. */
const planFlag = (zh: string, en: string): MapSymbol => ({
  aspect: 1,
  heightPixels: 12,
  parts: [
    pathPart(rectanglePath([0.04, 0.04, 0.92, 0.92]), { fill: 'ink', stroke: 'halo', strokeWidth: 0.08 }),
    letterPart({ zh, en }, 'halo', { height: 0.66 }),
  ],
});

/** A bar across the whole symbol. */
const CROSSBAR = linePath([
  [0, 0.5],
  [1, 0.5],
]);

/** Two diagonals over the whole symbol. */
function crossOut(stroke: PaletteToken, strokeWidth: number): SymbolPart[] {
  const diagonals = [
    linePath([
      [0.08, 0.08],
      [0.92, 0.92],
    ]),
    linePath([
      [0.92, 0.08],
      [0.08, 0.92],
    ]),
  ];
  return diagonals.map((d) => pathPart(d, { stroke, strokeWidth }));
}

/**
 * Relocation sites by stage, in quarters; `site-forbidden` marks one that breaks a forbidding rule, `site-closed` one that takes nobody any more,
 * `plan-new` and `plan-moved` what a plan placed or moved.
 */
export const SITE_SYMBOLS = {
  'site-0': quarterSquare(0),
  'site-1': quarterSquare(1),
  'site-2': quarterSquare(2),
  'site-3': quarterSquare(3),
  'site-4': quarterSquare(4),
  'site-unassessed': {
    aspect: 1,
    heightPixels: 12,
    parts: [
      pathPart(rectanglePath([0.08, 0.08, 0.84, 0.84]), { fill: 'surface', stroke: 'seal', strokeWidth: 0.1 }),
      letterPart({ zh: '待', en: '?' }, 'seal', { height: 0.6 }),
    ],
  },
  'plan-new': planFlag('新', 'N'),
  'plan-moved': planFlag('迁', 'M'),
  'site-closed': {
    aspect: 1,
    heightPixels: 22,
    parts: [
      pathPart(CROSSBAR, { stroke: 'halo', strokeWidth: 0.32 }),
      pathPart(CROSSBAR, { stroke: 'ink', strokeWidth: 0.18 }),
    ],
  },
  'site-forbidden': {
    aspect: 1,
    heightPixels: 22,
    parts: [...crossOut('halo', 0.22), ...crossOut('seal', 0.12)],
  },
  homestead: {
    aspect: 1,
    heightPixels: 9,
    parts: [pathPart(rectanglePath([0.12, 0.12, 0.76, 0.76]), { stroke: 'homestead', strokeWidth: 0.16 })],
  },
  'homestead-retained': {
    aspect: 1,
    heightPixels: 9,
    parts: [pathPart(rectanglePath([0.12, 0.12, 0.76, 0.76]), { fill: 'homestead' })],
  },
  'homestead-reclaimed': {
    aspect: 1,
    heightPixels: 9,
    parts: [
      pathPart(
        linePath([
          [0.5, 0.95],
          [0.5, 0.15],
        ]),
        { stroke: 'parkAgricultural', strokeWidth: 0.16 },
      ),
      pathPart(
        linePath([
          [0.15, 0.25],
          [0.5, 0.6],
          [0.85, 0.25],
        ]),
        { stroke: 'parkAgricultural', strokeWidth: 0.16 },
      ),
    ],
  },
  'homestead-demolished': {
    aspect: 1,
    heightPixels: 9,
    parts: [
      pathPart(
        linePath([
          [0.15, 0.15],
          [0.85, 0.85],
        ]),
        { stroke: 'homestead', strokeWidth: 0.16 },
      ),
      pathPart(
        linePath([
          [0.85, 0.15],
          [0.15, 0.85],
        ]),
        { stroke: 'homestead', strokeWidth: 0.16 },
      ),
    ],
  },
} satisfies Record<string, MapSymbol>;
