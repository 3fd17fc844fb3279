import { circlePath, letterPart, type MapSymbol, pathPart, polygonPath, rectanglePath } from './map-symbol.ts';

const light = (...parts: MapSymbol['parts']): MapSymbol => ({ aspect: 1, heightPixels: 18, parts });
const EDGE = { stroke: 'lightEdge', strokeWidth: 0.06 } as const;

/** Lights as colour, shape and letter: circle 绿, triangle 黄, square 红, grey dash. */
export const LIGHT_SYMBOLS = {
  'light-green': light(
    pathPart(circlePath(0.5, 0.5, 0.46), { fill: 'lightGreen', ...EDGE }),
    letterPart({ zh: '绿', en: 'G' }, 'onLight', { height: 0.5 }),
  ),
  'light-yellow': light(
    pathPart(
      polygonPath([
        [0.5, 0.01],
        [0.99, 0.93],
        [0.01, 0.93],
      ]),
      { fill: 'lightYellow', ...EDGE },
    ),
    letterPart({ zh: '黄', en: 'Y' }, 'onLight', { y: 0.66, height: 0.4 }),
  ),
  'light-red': light(
    pathPart(rectanglePath([0.06, 0.06, 0.88, 0.88]), { fill: 'lightRed', ...EDGE }),
    letterPart({ zh: '红', en: 'R' }, 'halo', { height: 0.54 }),
  ),
  'light-grey': light(pathPart(rectanglePath([0.18, 0.41, 0.64, 0.18]), { fill: 'lightGrey', ...EDGE })),
} satisfies Record<string, MapSymbol>;
