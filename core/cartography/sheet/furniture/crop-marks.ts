import type { DrawItem, Rect } from '../drawing.ts';
import type { PaperDimensions } from '../paper.ts';
import { INK, lineItem, PAPER_WHITE, rectItem } from '../shapes.ts';

/** Width of a mark, and how far it keeps from the corner that is cut, millimetres. */
const WIDTH = 0.1;
const CLEARANCE = 0.5;

/** Ground of a sheet that is printed to its edge: warm white, on which the map and the rows of tables still stand out. */
const GROUND = '#FAF8F2';

/**
 * The ground of a sheet for a sign shop: it reaches through the bleed, so that no white edge shows where the cut is a little off. None without a
 * bleed: that paper is white.
 *
 * @param frame of the map, which stays white
 */
export function drawBleedGround(
  { width, height }: PaperDimensions,
  bleedMillimeters: number,
  frame: Rect | null,
): DrawItem[] {
  if (bleedMillimeters <= 0) return [];
  const bleed = bleedMillimeters;
  return [
    rectItem({ x: -bleed, y: -bleed, width: width + 2 * bleed, height: height + 2 * bleed }, { fill: GROUND }),
    ...(frame ? [rectItem(frame, { fill: PAPER_WHITE })] : []),
  ];
}

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
