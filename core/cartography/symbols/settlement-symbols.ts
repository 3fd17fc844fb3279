import { circlePath, linePath, type MapSymbol, pathPart } from './map-symbol.ts';

/**
 * Settlements by whether a continuous hardened road joins them: a full dot, a red ring with a tick across it, a small grey ring for those that
 * are not counted. Shape tells them apart without colour.
 */
export const SETTLEMENT_SYMBOLS = {
  'settlement-joined': {
    aspect: 1,
    heightPixels: 8,
    parts: [pathPart(circlePath(0.5, 0.5, 0.44), { fill: 'ink', stroke: 'halo', strokeWidth: 0.1 })],
  },
  'settlement-unjoined': {
    aspect: 1,
    heightPixels: 14,
    parts: [
      pathPart(circlePath(0.5, 0.5, 0.29), { fill: 'halo', stroke: 'gap', strokeWidth: 0.13 }),
      pathPart(
        linePath([
          [0.12, 0.88],
          [0.88, 0.12],
        ]),
        { stroke: 'gap', strokeWidth: 0.13 },
      ),
    ],
  },
  'settlement-excluded': {
    aspect: 1,
    heightPixels: 6,
    parts: [pathPart(circlePath(0.5, 0.5, 0.4), { fill: 'surface', stroke: 'lightGrey', strokeWidth: 0.16 })],
  },
} satisfies Record<string, MapSymbol>;
