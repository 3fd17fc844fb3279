import type { Contours, DrawItem, GroupItem, Rect, Stroke, TextItem } from '#core/cartography/sheet/drawing.ts';
import { forEachContour } from '#core/cartography/sheet/packed-contours.ts';

/** An item with the box that its ink stays in; null = it has none. */
interface BoundedItem {
  readonly item: DrawItem;
  readonly box: Rect | null;
  readonly items: readonly BoundedItem[];
}

/** A pointed join may reach this many line widths beyond its corner (the usual miter limit of 10, from the middle of the line). */
const MITER_REACH = 5;
/** Letters with their halo stay within this many sizes of their baseline's points. */
const LETTER_REACH = 2;

/** Cuts a drawing list into windows: each gets only what may show in it. */
export function createItemClipper(items: readonly DrawItem[]): (window: Rect) => DrawItem[] {
  const bounded = items.map(boundItem);
  return (window) => listInside(bounded, window);
}

function listInside(bounded: readonly BoundedItem[], window: Rect): DrawItem[] {
  return bounded.flatMap(({ item, box, items }): DrawItem[] => {
    if (box === null || !overlaps(box, window)) return [];
    if (item.kind !== 'group') return [item];
    const [dx, dy] = item.at ?? [0, 0];
    return [{ ...item, items: listInside(items, { ...window, x: window.x - dx, y: window.y - dy }) }];
  });
}

const overlaps = (a: Rect, b: Rect): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

function boundItem(item: DrawItem): BoundedItem {
  if (item.kind === 'group') return boundGroup(item);
  return { item, box: boxOf(item), items: [] };
}

function boundGroup(item: GroupItem): BoundedItem {
  const items = item.items.map(boundItem);
  const box = joinBoxes(items.map((each) => each.box));
  const clip = item.clip ? boxOfContours(item.clip, 0) : null;
  const visible = clip ?? box;
  const [dx, dy] = item.at ?? [0, 0];
  return { item, items, box: box && visible && { ...visible, x: visible.x + dx, y: visible.y + dy } };
}

function boxOf(item: Exclude<DrawItem, GroupItem>): Rect | null {
  switch (item.kind) {
    case 'path':
      return boxOfContours(item.contours, reachOf(item.stroke));
    case 'circle':
      return around(item.x, item.y, item.radius + reachOf(item.stroke));
    case 'image':
      return item;
    case 'text':
      return boxOfText(item);
  }
}

const reachOf = (stroke: Stroke | undefined): number =>
  stroke === undefined ? 0 : stroke.width * (stroke.join === undefined || stroke.join === 'miter' ? MITER_REACH : 0.71);

const around = (x: number, y: number, reach: number): Rect => ({
  x: x - reach,
  y: y - reach,
  width: 2 * reach,
  height: 2 * reach,
});

function boxOfText({ glyphs, x, y, size, text, spacing = 0 }: TextItem): Rect | null {
  if (glyphs) return joinBoxes(glyphs.map((glyph) => around(glyph.x, glyph.y, size * LETTER_REACH)));
  // no character is wider than its size, whichever way the line runs
  return around(x, y, (size + Math.max(0, spacing)) * [...text].length + size * LETTER_REACH);
}

function boxOfContours(contours: Contours, reach: number): Rect | null {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  forEachContour(contours, (numbers, start, end) => {
    for (let i = start; i + 1 < end; i += 2) {
      const x = numbers[i] ?? 0;
      const y = numbers[i + 1] ?? 0;
      west = Math.min(west, x);
      east = Math.max(east, x);
      north = Math.min(north, y);
      south = Math.max(south, y);
    }
  });
  if (west > east) return null;
  return { x: west - reach, y: north - reach, width: east - west + 2 * reach, height: south - north + 2 * reach };
}

function joinBoxes(boxes: readonly (Rect | null)[]): Rect | null {
  const inked = boxes.filter((box) => box !== null);
  return boxOfContours(
    inked.map(({ x, y, width, height }) => [x, y, x + width, y + height]),
    0,
  );
}
