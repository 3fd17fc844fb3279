import type { DrawItem } from '../drawing.ts';
import type { PaperDimensions } from '../paper.ts';
import { INK, lineItem } from '../shapes.ts';

/** Width of a mark, and how far it keeps from the corner that is cut, millimetres. */
const WIDTH = 0.1;
const CLEARANCE = 0.5;

/** Marks in the bleed that say where a sign shop trims; none without a bleed. */
export function drawCropMarks({ width, height }: PaperDimensions, bleedMillimeters: number): DrawItem[] {
  if (bleedMillimeters <= CLEARANCE) return [];
  const stroke = { color: INK, width: WIDTH };
  const [near, far] = [CLEARANCE, bleedMillimeters];
  return [0, width].flatMap((x) =>
    [0, height].flatMap((y) => {
      const outX = x === 0 ? -1 : 1;
      const outY = y === 0 ? -1 : 1;
      return [
        lineItem([x + outX * near, y, x + outX * far, y], stroke),
        lineItem([x, y + outY * near, x, y + outY * far], stroke),
      ];
    }),
  );
}
