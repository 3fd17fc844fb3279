import type { DrawItem } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { INK, PAPER_WHITE, textItem } from '../shapes.ts';

/** North arrow in a box `height` high and 0.5 of it wide, upper left corner at (0, 0); turned to true north by the convergence. */
export function drawNorthArrow(kit: FurnitureKit, height: number, convergenceDegrees: number): DrawItem[] {
  const width = height * 0.5;
  const letter = height * 0.26;
  const top = letter * 1.15;
  const middle = width / 2;
  const pivot = top + (height - top) * 0.62;
  const turned = (points: readonly number[]): number[] =>
    turn(points, { x: middle, y: pivot, degrees: -convergenceDegrees });
  const stroke = { color: INK, width: kit.line(0.3), join: 'miter' as const };
  const notch = height - (height - top) * 0.22;
  const half = width * 0.4;
  return [
    textItem(kit.say('north'), [middle, letter * 0.9], { size: letter, font: 'bold', anchor: 'middle' }),
    {
      kind: 'path',
      contours: [turned([middle, top, middle - half, height, middle, notch])],
      closed: true,
      fill: INK,
      stroke,
    },
    {
      kind: 'path',
      contours: [turned([middle, top, middle + half, height, middle, notch])],
      closed: true,
      fill: PAPER_WHITE,
      stroke,
    },
  ];
}

/** Turns points clockwise about a point. */
function turn(
  points: readonly number[],
  about: { readonly x: number; readonly y: number; readonly degrees: number },
): number[] {
  const cos = Math.cos((about.degrees * Math.PI) / 180);
  const sin = Math.sin((about.degrees * Math.PI) / 180);
  const turned: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const x = (points[i] ?? 0) - about.x;
    const y = (points[i + 1] ?? 0) - about.y;
    turned.push(about.x + x * cos - y * sin, about.y + x * sin + y * cos);
  }
  return turned;
}
