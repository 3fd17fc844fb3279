import { PALETTES } from '../../palettes.ts';
import type { DrawItem, Rect } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { INK, PAPER_WHITE, polylineItem, rectItem, textItem } from '../shapes.ts';
import { lightMark } from './light-mark.ts';
import type { TableColumn, TableMark } from './table-data.ts';
import { STAMP_EMS } from './table-layout.ts';

/** Cell in which a mark stands. */
type MarkCell = Rect & Pick<TableColumn, 'align'>;

/** Side of a light in a cell, in ems: its letter has to be read. */
const LIGHT_SIDE = 1.5;

/** A mark in the middle of its cell. */
export function drawCellMark(kit: FurnitureKit, mark: TableMark, cell: MarkCell): DrawItem[] {
  const side = kit.em.table * LIGHT_SIDE;
  const [x, y] = [cell.x + cell.width / 2, cell.y + cell.height / 2];
  if ('light' in mark) return lightMark(kit, mark.light, { x: x - side / 2, y: y - side / 2, height: side });
  if ('number' in mark) return numberMark(kit, mark.number, [x, y]);
  return 'box' in mark ? drawBox(kit, mark.box, [x, y]) : drawStamp(kit, mark.stamp, [x, y]);
}

/** A hollow box for pen or sticker; ticked where the thing was done before the sheet was printed. */
function drawBox(kit: FurnitureKit, state: 'open' | 'done', [x, y]: readonly [number, number]): DrawItem[] {
  const side = kit.em.table * 1.15;
  const stroke = { color: INK, width: kit.line(0.35) };
  const box = rectItem({ x: x - side / 2, y: y - side / 2, width: side, height: side }, { fill: PAPER_WHITE, stroke });
  const tick = [x - side * 0.28, y, x - side * 0.06, y + side * 0.26, x + side * 0.32, y - side * 0.28];
  return state === 'open' ? [box] : [box, polylineItem(tick, { ...stroke, width: kit.line(0.7) })];
}

/** The red numbered square of a late task, as on the map. */
function numberMark(kit: FurnitureKit, number: number, [x, y]: readonly [number, number]): DrawItem[] {
  const height = kit.em.table * 1.3;
  const size = Math.max(kit.leastEm.digits, kit.em.table * (number > 99 ? 0.66 : 0.86));
  const width = Math.max(height, kit.measure(String(number), 'bold', size) + size * 0.3);
  return [
    rectItem({ x: x - width / 2, y: y - height / 2, width, height }, { fill: PALETTES[kit.palette].lightRed }),
    textItem(String(number), [x, y + size * 0.36], { size, font: 'bold', color: PAPER_WHITE, anchor: 'middle' }),
  ];
}

/** The rectangular stamp with its day, never round, never with a star (domain.md section 3). */
function drawStamp(kit: FurnitureKit, day: string, [x, y]: readonly [number, number]): DrawItem[] {
  const size = Math.max(kit.leastEm.text, kit.em.table * 0.9);
  const color = PALETTES[kit.palette].seal;
  const words = `${kit.say('stamp')} ${day}`;
  const width = Math.min(kit.em.table * (STAMP_EMS - 0.4), kit.measure(words, 'sans', size) + size * 0.9);
  return [
    rectItem(
      { x: x - width / 2, y: y - size * 0.72, width, height: size * 1.44 },
      { stroke: { color, width: kit.line(0.35) } },
    ),
    textItem(words, [x, y + size * 0.37], { size, color, anchor: 'middle' }),
  ];
}
