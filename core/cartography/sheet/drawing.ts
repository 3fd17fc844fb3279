/**
 * The drawing list: what stands on a sheet, as plain vectors in millimetres from the upper left corner of the paper, y down. Writers
 * (PDF; later SVG and PNG) need to know nothing else. Colours are `#RRGGBB`; there is no transparency, later items cover earlier ones.
 */
export type DrawItem = PathItem | CircleItem | TextItem | ImageItem | GroupItem;

/** Fonts of sheets; `serif` is for water. */
export type SheetFont = 'sans' | 'bold' | 'serif';

/** How a line is drawn; widths and dashes in millimetres. */
export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly cap?: 'butt' | 'round' | 'square';
  readonly join?: 'miter' | 'round' | 'bevel';
}

/** Points `[x0, y0, x1, y1, …]` in millimetres. */
export type Contour = Float64Array | readonly number[];

/** Contours in two arrays: lines by the hundred thousand that the garbage collector need not look at one by one. */
export interface PackedContours extends Iterable<Contour> {
  /** Points of all contours. */
  readonly numbers: Float64Array;
  /** Place in `numbers` after each contour. */
  readonly ends: Int32Array;
  readonly length: number;
}

/** Contours one after the other. */
export type Contours = readonly Contour[] | PackedContours;

/** Polylines, or polygons filled by the even-odd rule. */
export interface PathItem {
  readonly kind: 'path';
  readonly contours: Contours;
  readonly closed: boolean;
  readonly fill?: string;
  readonly stroke?: Stroke;
}

/** A circle. */
export interface CircleItem {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill?: string;
  readonly stroke?: Stroke;
}

/** A line of text on its baseline. */
export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Size of the em square in millimetres. */
  readonly size: number;
  readonly font: SheetFont;
  readonly color: string;
  /** Which point of the text `x` is; `start` by default. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Clockwise, degrees, about (x, y). */
  readonly rotation?: number;
  /** Slant to the right: horizontal shift for each unit of height. */
  readonly shear?: number;
  /** Extra space after each character in millimetres. */
  readonly spacing?: number;
  readonly halo?: { readonly color: string; readonly width: number };
  /** Only the outline, of this width: a watermark that hides nothing. */
  readonly outlineWidth?: number;
  /**
   * Where each character stands, one entry for each code point of `text`: for names along a line or spread over an area. With it `x`, `y`,
   * `rotation`, `anchor` and `spacing` are not looked at; a writer keeps the text extractable as one string.
   */
  readonly glyphs?: readonly GlyphPlace[];
}

/** Where a single character of a text stands. */
export interface GlyphPlace {
  /** Left end of the character's baseline. */
  readonly x: number;
  readonly y: number;
  /** Clockwise, degrees, about (x, y). */
  readonly rotation: number;
}

/** A grey raster, row 0 at the top, multiplied with what lies below (255 leaves it as it is). */
export interface ImageItem {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly pixels: Uint8Array;
}

/** Items moved by `at` and cut by `clip` (in the group's own coordinates). */
export interface GroupItem {
  readonly kind: 'group';
  readonly at?: readonly [x: number, y: number];
  readonly clip?: readonly Contour[];
  readonly items: readonly DrawItem[];
}

/** A rectangle on paper in millimetres. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width in millimetres of a text set in a font at a size: the server measures with the real fonts, tests with a simple stand-in. */
export type MeasureText = (text: string, font: SheetFont, size: number) => number;

/** Whether two rectangles overlap by more than a touch. */
export const rectsOverlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whether `inner` lies in `outer`, edges included. */
export const rectContains = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** A rectangle made smaller (or with a negative margin larger) on all sides. */
export const insetRect = (rect: Rect, margin: number): Rect => ({
  x: rect.x + margin,
  y: rect.y + margin,
  width: rect.width - 2 * margin,
  height: rect.height - 2 * margin,
});
