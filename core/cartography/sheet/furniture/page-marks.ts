import type { PageSide, SheetPage } from '../composed-sheet.ts';
import type { DrawItem } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import type { PaperDimensions } from '../paper.ts';
import { INK, INK_2, lineItem, PAPER_WHITE, rectItem, textItem } from '../shapes.ts';
import { PAGE_OVERLAP, type SheetLayout } from '../sheet-layout.ts';

/** Page number below the sheet, and at each edge of the frame the page on which the map goes on. */
export function drawPageMarks(
  kit: FurnitureKit,
  page: SheetPage,
  { layout, paper }: { readonly layout: SheetLayout; readonly paper: PaperDimensions },
): DrawItem[] {
  const { content } = layout;
  const size = Math.min(kit.em.table * 1.15, (paper.height - content.y - content.height) * 0.6);
  const words = kit.say('page_number', { number: page.number, total: page.total });
  const y = (content.y + content.height + paper.height) / 2 + size * 0.36;
  return [
    textItem(words, [content.x + content.width / 2, y], { size, anchor: 'middle' }),
    ...Object.entries(page.neighbours).flatMap(([side, number]: [string, number | undefined]) =>
      number === undefined ? [] : neighbourMark(kit, { side: side as PageSide, number }, layout),
    ),
  ];
}

/** Dashed lines to which the ground is also on the page beyond each side where the same area goes on. */
export function drawOverlaps(
  kit: FurnitureKit,
  { overlaps = [] }: Pick<SheetPage, 'overlaps'>,
  { map }: Pick<SheetLayout, 'map'>,
): DrawItem[] {
  const width = kit.line(0.35);
  const stroke = { color: INK_2, width, dash: [width * 14, width * 7] };
  const [right, bottom] = [map.x + map.width, map.y + map.height];
  const lines = {
    north: [map.x, map.y + PAGE_OVERLAP, right, map.y + PAGE_OVERLAP],
    south: [map.x, bottom - PAGE_OVERLAP, right, bottom - PAGE_OVERLAP],
    west: [map.x + PAGE_OVERLAP, map.y, map.x + PAGE_OVERLAP, bottom],
    east: [right - PAGE_OVERLAP, map.y, right - PAGE_OVERLAP, bottom],
  } as const;
  return overlaps.map((side) => lineItem(lines[side], stroke));
}

/** A white flag over the middle of an edge of the frame: an arrow head outward and the number. */
function neighbourMark(
  kit: FurnitureKit,
  { side, number }: { readonly side: PageSide; readonly number: number },
  { map, outerFrame }: SheetLayout,
): DrawItem[] {
  const band = map.x - outerFrame.x;
  const size = Math.max(band * 0.62, kit.em.table);
  const label = String(number);
  const arrow = size * 0.5;
  const length = kit.measure(label, 'bold', size) + arrow + size * 0.9;
  const isAcross = side === 'north' || side === 'south';
  const depth = Math.max(band, size * 1.2);
  const [width, height] = isAcross ? [length, depth] : [Math.max(depth, length), size * 1.6];
  const right = outerFrame.x + outerFrame.width;
  const bottom = outerFrame.y + outerFrame.height;
  const x = isAcross ? outerFrame.x + (outerFrame.width - width) / 2 : side === 'west' ? outerFrame.x : right - width;
  const y = isAcross
    ? side === 'north'
      ? outerFrame.y
      : bottom - height
    : outerFrame.y + (outerFrame.height - height) / 2;
  const tip = { x: side === 'east' ? x + width - arrow : x + arrow, y: y + height / 2 };
  const textX = side === 'east' ? x + (width - arrow) / 2 : x + arrow + (width - arrow) / 2;
  return [
    rectItem({ x, y, width, height }, { fill: PAPER_WHITE, stroke: { color: INK, width: kit.line(0.3) } }),
    { kind: 'path', contours: [arrowHead(side, tip, arrow * 0.5)], closed: true, fill: INK },
    textItem(label, [textX, y + height / 2 + size * 0.36], { size, font: 'bold', anchor: 'middle' }),
  ];
}

function arrowHead(side: PageSide, { x, y }: { readonly x: number; readonly y: number }, half: number): number[] {
  const outward = { north: [0, -1], south: [0, 1], east: [1, 0], west: [-1, 0] } as const;
  const [dx, dy] = outward[side];
  return [
    x + dx * half,
    y + dy * half,
    x - dx * half + dy * half,
    y - dy * half + dx * half,
    x - dx * half - dy * half,
    y - dy * half - dx * half,
  ];
}
