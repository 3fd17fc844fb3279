import type { DrawItem } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { INK, textItem } from '../shapes.ts';

/** Dark modules of a QR code, row by row. */
export type CodeModules = readonly (readonly boolean[])[];

/** A QR code as vectors with its caption, `side` millimetres wide, from (0, 0). */
export function drawLiveCode(kit: FurnitureKit, modules: CodeModules, side: number): DrawItem[] {
  const caption = kit.em.note;
  const square = side - caption * 1.5;
  const module = square / modules.length;
  const left = (side - square) / 2;
  // runs of dark modules in a row become one rectangle
  const contours: number[][] = [];
  modules.forEach((row, y) => {
    let from = -1;
    for (let x = 0; x <= row.length; x++) {
      if (row[x] && from < 0) from = x;
      if (row[x] || from < 0) continue;
      const [x1, x2] = [left + from * module, left + x * module];
      const [y1, y2] = [y * module, (y + 1) * module];
      contours.push([x1, y1, x2, y1, x2, y2, x1, y2]);
      from = -1;
    }
  });
  return [
    { kind: 'path', contours, closed: true, fill: INK },
    textItem(kit.say('live_page'), [side / 2, square + caption * 1.3], { size: caption, anchor: 'middle' }),
  ];
}
