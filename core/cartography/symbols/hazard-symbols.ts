import { linePath, type MapSymbol, pathPart, polygonPath, type SymbolPart } from './map-symbol.ts';

const TRIANGLE = polygonPath([
  [0.5, 0.03],
  [0.98, 0.92],
  [0.02, 0.92],
]);

/** Black triangle with the kind's sign in the ground's colour. */
const hazard = (...signs: readonly SymbolPart[]): MapSymbol => ({
  aspect: 1,
  heightPixels: 15,
  parts: [pathPart(TRIANGLE, { fill: 'hazard', stroke: 'halo', strokeWidth: 0.07 }), ...signs],
});
const sign = (d: string): SymbolPart => pathPart(d, { stroke: 'halo', strokeWidth: 0.075 });
const wave = (y: number): string =>
  `M0.3 ${y}C0.37 ${y - 0.09} 0.43 ${y - 0.09} 0.5 ${y}C0.57 ${y + 0.09} 0.63 ${y + 0.09} 0.7 ${y}`;

/** Hazard points by kind; struck off = hollow triangle with a bar. */
export const HAZARD_SYMBOLS = {
  'hazard-landslide': hazard(
    sign(
      linePath([
        [0.36, 0.55],
        [0.62, 0.8],
      ]),
    ),
    sign(
      linePath([
        [0.62, 0.64],
        [0.62, 0.8],
        [0.46, 0.8],
      ]),
    ),
  ),
  'hazard-rockfall': hazard(
    pathPart(
      polygonPath([
        [0.44, 0.4],
        [0.58, 0.42],
        [0.54, 0.54],
        [0.42, 0.52],
      ]),
      { fill: 'halo' },
    ),
    pathPart(
      polygonPath([
        [0.36, 0.66],
        [0.52, 0.62],
        [0.56, 0.78],
        [0.38, 0.82],
      ]),
      { fill: 'halo' },
    ),
  ),
  'hazard-debris_flow': hazard(sign(wave(0.6)), sign(wave(0.77))),
  'hazard-collapse': hazard(
    sign(
      linePath([
        [0.28, 0.62],
        [0.42, 0.62],
        [0.5, 0.8],
        [0.58, 0.62],
        [0.72, 0.62],
      ]),
    ),
  ),
  'hazard-unstable_slope': hazard(
    sign(
      linePath([
        [0.34, 0.5],
        [0.46, 0.62],
        [0.46, 0.7],
        [0.62, 0.82],
      ]),
    ),
  ),
  'hazard-flash_flood': hazard(sign(wave(0.54)), sign(wave(0.68)), sign(wave(0.82))),
  'hazard-struck_off': {
    aspect: 1,
    heightPixels: 15,
    parts: [
      pathPart(TRIANGLE, { fill: 'surface', stroke: 'hazard', strokeWidth: 0.07 }),
      pathPart(
        linePath([
          [0.06, 0.7],
          [0.94, 0.5],
        ]),
        { stroke: 'seal', strokeWidth: 0.11 },
      ),
    ],
  },
} satisfies Record<string, MapSymbol>;
