import { circlePath, letterPart, type MapSymbol, pathPart, rectanglePath } from './map-symbol.ts';

const service = (zh: string, en: string): MapSymbol => ({
  aspect: 1,
  heightPixels: 13,
  parts: [
    pathPart(circlePath(0.5, 0.5, 0.45), { fill: 'surface', stroke: 'ink2', strokeWidth: 0.08 }),
    letterPart({ zh, en }, 'ink2', { height: 0.54 }),
  ],
});

/** Seats of areas, public services, the struck-off stamp, the square of a late task. */
export const MARK_SYMBOLS = {
  'seat-county': {
    aspect: 1,
    heightPixels: 15,
    parts: [
      pathPart(circlePath(0.5, 0.5, 0.44), { fill: 'surface', stroke: 'ink', strokeWidth: 0.1 }),
      pathPart(circlePath(0.5, 0.5, 0.26), { stroke: 'ink', strokeWidth: 0.08 }),
      pathPart(circlePath(0.5, 0.5, 0.1), { fill: 'ink' }),
    ],
  },
  'seat-town': {
    aspect: 1,
    heightPixels: 11,
    parts: [
      pathPart(circlePath(0.5, 0.5, 0.42), { fill: 'surface', stroke: 'ink', strokeWidth: 0.13 }),
      pathPart(circlePath(0.5, 0.5, 0.14), { fill: 'ink' }),
    ],
  },
  'seat-village': {
    aspect: 1,
    heightPixels: 7,
    parts: [pathPart(circlePath(0.5, 0.5, 0.4), { fill: 'surface', stroke: 'ink2', strokeWidth: 0.2 })],
  },
  // the stamp is a rectangle, never round, never with a star; the date stands in its lower half as the layer's text
  'stamp-struck_off': {
    aspect: 1.7,
    heightPixels: 30,
    parts: [
      pathPart(rectanglePath([0.04, 0.04, 1.62, 0.92]), { fill: 'halo', stroke: 'seal', strokeWidth: 0.07 }),
      letterPart({ zh: '已销号', en: 'Closed' }, 'seal', { x: 0.85, y: 0.33, height: 0.36 }),
    ],
  },
  // for pen or sticker on sheets kept by hand
  'hand-box': {
    aspect: 1,
    heightPixels: 10,
    parts: [pathPart(rectanglePath([0.05, 0.05, 0.9, 0.9]), { fill: 'surface', stroke: 'ink', strokeWidth: 0.1 })],
  },
  'task-late': {
    aspect: 1,
    heightPixels: 17,
    parts: [pathPart(rectanglePath([0.04, 0.04, 0.92, 0.92]), { fill: 'lightRed', stroke: 'halo', strokeWidth: 0.08 })],
  },
  'service-school': service('学', 'S'),
  'service-clinic': service('医', 'H'),
  'service-market': service('市', 'M'),
} satisfies Record<string, MapSymbol>;
