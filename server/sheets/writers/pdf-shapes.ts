import type { CircleItem, PathItem, Stroke } from '#core/cartography/sheet/drawing.ts';
import type { PdfContent } from './pdf-content.ts';
import { colorOperator, formatPlace, formatWidth } from './pdf-numbers.ts';

/** Handle length of a quarter circle drawn as a cubic curve, 4/3 (sqrt 2 - 1). */
const QUARTER_CIRCLE = (4 / 3) * (Math.SQRT2 - 1);
const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

/** Draws lines or polygons; nothing when there is nothing to see. */
export function writePath(content: PdfContent, { contours, closed, fill, stroke }: PathItem): void {
  const paint = paintOperator(fill, stroke);
  if (contours.length === 0 || paint === 'n') return;
  content.add(`q\n${styleOperators(fill, stroke).trimEnd()}`);
  content.addContours(contours, closed);
  content.add(`${paint}\nQ`);
}

/** Operators that draw a circle as four curves. */
export function circleOperators({ x, y, radius, fill, stroke }: CircleItem): string {
  const handle = radius * QUARTER_CIRCLE;
  const curve = (...numbers: number[]): string => `${numbers.map(formatPlace).join(' ')} c`;
  const path = [
    `${formatPlace(x + radius)} ${formatPlace(y)} m`,
    curve(x + radius, y + handle, x + handle, y + radius, x, y + radius),
    curve(x - handle, y + radius, x - radius, y + handle, x - radius, y),
    curve(x - radius, y - handle, x - handle, y - radius, x, y - radius),
    curve(x + handle, y - radius, x + radius, y - handle, x + radius, y),
    'h',
  ].join('\n');
  return `q\n${styleOperators(fill, stroke)}${path}\n${paintOperator(fill, stroke)}\nQ`;
}

/** Fills are by the even-odd rule, so that holes stay open whatever their direction. */
const paintOperator = (fill: string | undefined, stroke: Stroke | undefined): string =>
  fill ? (stroke ? 'B*' : 'f*') : stroke ? 'S' : 'n';

function styleOperators(fill: string | undefined, stroke: Stroke | undefined): string {
  const filled = fill ? `${colorOperator(fill, 'fill')}\n` : '';
  if (!stroke) return filled;
  const { color, width, cap, join, dash } = stroke;
  let operators = `${filled}${colorOperator(color, 'stroke')}\n${formatWidth(width)} w\n`;
  if (cap && cap !== 'butt') operators += `${CAPS[cap]} J\n`;
  if (join && join !== 'miter') operators += `${JOINS[join]} j\n`;
  if (dash) operators += `[${dash.map(formatWidth).join(' ')}] 0 d\n`;
  return operators;
}
