import type { MapImage } from '../../map-definition.ts';
import type { DrawItem } from '../drawing.ts';
import { emForHeight } from '../reading-heights.ts';

type Symbol = Extract<MapImage, { readonly kind: 'symbol' }>;

/** Straight pieces for one cubic curve of a symbol. */
const CURVE_PIECES = 8;

/** Contours of each path part in the unit square, parsed once for each symbol. */
const parsed = new Map<string, readonly ParsedPath[]>();

interface ParsedPath {
  readonly points: readonly number[];
  readonly closed: boolean;
}

/** A symbol as vectors, its upper left corner at (x, y), `height` millimetres high. */
export function symbolItems(
  symbol: Symbol,
  place: { readonly x: number; readonly y: number; readonly height: number },
): DrawItem[] {
  const { x, y, height } = place;
  return symbol.parts.map((part): DrawItem => {
    if (part.kind === 'text') {
      const size = emForHeight(part.height * height);
      return {
        kind: 'text',
        text: part.text,
        x: x + part.x * height,
        // a Chinese character's middle stands 0.38 em above the baseline
        y: y + part.y * height + size * 0.38,
        size,
        font: part.bold ? 'bold' : 'sans',
        color: part.fill,
        anchor: 'middle',
      };
    }
    const paths = parsePath(part.d);
    const contours = paths.map(({ points }) =>
      points.map((value, index) => (index % 2 === 0 ? x + value * height : y + value * height)),
    );
    const stroke = part.stroke
      ? { stroke: { color: part.stroke, width: part.strokeWidth * height, join: 'round' as const } }
      : {};
    const fill = part.fill ? { fill: part.fill } : {};
    return { kind: 'path', contours, closed: paths.every(({ closed }) => closed), ...fill, ...stroke };
  });
}

/** SVG path data of the absolute commands M L C Z as polylines. */
function parsePath(d: string): readonly ParsedPath[] {
  const known = parsed.get(d);
  if (known) return known;
  const paths: { points: number[]; closed: boolean }[] = [];
  for (const [, command, numbers] of d.matchAll(/([MLCZ])([^MLCZ]*)/g)) {
    const values = (numbers ?? '').match(/-?\d*\.?\d+(?:e-?\d+)?/g)?.map(Number) ?? [];
    if (command === 'M') paths.push({ points: [...values], closed: false });
    const path = paths.at(-1);
    if (!path) throw new RangeError(`Got path "${d}", expected it to begin with M.`);
    if (command === 'L') path.points.push(...values);
    else if (command === 'C') appendCurves(path.points, values);
    else if (command === 'Z') path.closed = true;
  }
  parsed.set(d, paths);
  return paths;
}

function appendCurves(points: number[], values: readonly number[]): void {
  for (let i = 0; i + 5 < values.length; i += 6) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = values.slice(i, i + 6);
    const x0 = points.at(-2) ?? 0;
    const y0 = points.at(-1) ?? 0;
    for (let piece = 1; piece <= CURVE_PIECES; piece++) {
      const t = piece / CURVE_PIECES;
      const s = 1 - t;
      points.push(
        s ** 3 * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t ** 3 * x3,
        s ** 3 * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t ** 3 * y3,
      );
    }
  }
}
