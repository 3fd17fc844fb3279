import type { Contour, DrawItem, GroupItem, PathItem, Rect, SheetFont, Stroke, TextItem } from './drawing.ts';

/** Text and lines of furniture: pure black (domain.md section 8). */
export const INK = '#000000';
/** Remarks and units. */
export const INK_2 = '#444444';
/** Rules between rows. */
export const HAIRLINE = '#B9B5A8';
/** Unprinted paper. */
export const PAPER_WHITE = '#FFFFFF';

/** A straight line from (x1, y1) to (x2, y2). */
export const lineItem = (
  ends: readonly [x1: number, y1: number, x2: number, y2: number],
  stroke: Stroke,
): PathItem => ({
  kind: 'path',
  contours: [ends],
  closed: false,
  stroke,
});

/** A polyline. */
export const polylineItem = (points: Contour, stroke: Stroke): PathItem => ({
  kind: 'path',
  contours: [points],
  closed: false,
  stroke,
});

/** Corners of a rectangle as a contour. */
export const rectContour = ({ x, y, width, height }: Rect): Contour => [
  x,
  y,
  x + width,
  y,
  x + width,
  y + height,
  x,
  y + height,
];

/** A rectangle, filled, outlined or both. */
export const rectItem = (rect: Rect, paint: { readonly fill?: string; readonly stroke?: Stroke }): PathItem => ({
  kind: 'path',
  contours: [rectContour(rect)],
  closed: true,
  ...paint,
});

/** How a text of furniture is set; black `sans` starting at its point unless said otherwise. */
export type TextStyle = Partial<Omit<TextItem, 'kind' | 'text' | 'x' | 'y' | 'size'>> & { readonly size: number };

/** A line of text on its baseline. */
export const textItem = (text: string, [x, y]: readonly [x: number, y: number], style: TextStyle): TextItem => ({
  kind: 'text',
  text,
  x,
  y,
  font: 'sans' as SheetFont,
  color: INK,
  ...style,
});

/** Items moved together. */
export const groupAt = (x: number, y: number, items: readonly DrawItem[]): GroupItem => ({
  kind: 'group',
  at: [x, y],
  items,
});

/** The items of a block moved together; they are drawn when they are asked for. */
export const groupOf = (x: number, y: number, block: Pick<GroupItem, 'items'>): GroupItem => ({
  kind: 'group',
  at: [x, y],
  get items() {
    return block.items;
  },
});

/** Baseline below the top of a line box so that characters of the given size stand in its middle (Noto Sans SC: box 0.88 up, 0.12 down). */
export const baselineIn = (top: number, lineHeight: number, size: number): number => top + lineHeight / 2 + size * 0.38;
