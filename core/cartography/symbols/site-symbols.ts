import type { PaletteToken } from '../palettes.ts';
import { letterPart, linePath, type MapSymbol, pathPart, rectanglePath, type SymbolPart } from './map-symbol.ts';

const BOX = pathPart(rectanglePath([0.08, 0.08, 0.84, 0.84]), { fill: 'surface', stroke: 'site', strokeWidth: 0.1 });

/** Square filled from below by quarters; a site's stages fill it from empty (selected) to full (moved in). */
const quarterSquare = (quarters: number): MapSymbol => {
  const height = (0.84 * quarters) / 4;
  const fill: SymbolPart[] =
    quarters === 0 ? [] : [pathPart(rectanglePath([0.08, 0.92 - height, 0.84, height]), { fill: 'siteFill' })];
  const frame = pathPart(rectanglePath([0.08, 0.08, 0.84, 0.84]), { stroke: 'site', strokeWidth: 0.1 });
  return { aspect: 1, heightPixels: 16, parts: [BOX, ...fill, frame] };
};

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

/** Relocation sites by stage, in quarters; `site-forbidden` marks one that breaks a forbidding rule. */
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
