import type { Bilingual } from '../../texts/language.ts';
import type { PaletteToken } from '../palettes.ts';

/** One part of a symbol: a path or a letter, coloured by palette tokens; unit square, y down. */
export type SymbolPart =
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly fill?: PaletteToken;
      readonly stroke?: PaletteToken;
      readonly strokeWidth?: number;
    }
  | {
      readonly kind: 'text';
      readonly text: Bilingual;
      readonly x: number;
      readonly y: number;
      readonly height: number;
      readonly fill: PaletteToken;
      readonly bold: boolean;
    };

/** A point symbol as data: 1 high, `aspect` wide, drawn `heightPixels` high at icon-size 1. */
export interface MapSymbol {
  readonly aspect: number;
  readonly heightPixels: number;
  readonly parts: readonly SymbolPart[];
}

type XY = readonly [x: number, y: number];

const format = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Closed path through points. */
export const polygonPath = (points: readonly XY[]): string => `${linePath(points)}Z`;

/** Open path through points. */
export const linePath = (points: readonly XY[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${format(x)} ${format(y)}`).join('');

/** Upright rectangle `[x, y, width, height]`. */
export const rectanglePath = ([x, y, width, height]: readonly [number, number, number, number]): string =>
  polygonPath([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);

/** Handle length of a quarter circle drawn as a cubic curve, 4/3 (sqrt 2 - 1). */
const QUARTER_CIRCLE_HANDLE = (4 / 3) * (Math.SQRT2 - 1);

/** Circle as four cubic curves. */
export function circlePath(x: number, y: number, radius: number): string {
  const handle = radius * QUARTER_CIRCLE_HANDLE;
  const curve = (...numbers: number[]): string => `C${numbers.map(format).join(' ')}`;
  return [
    `M${format(x + radius)} ${format(y)}`,
    curve(x + radius, y + handle, x + handle, y + radius, x, y + radius),
    curve(x - handle, y + radius, x - radius, y + handle, x - radius, y),
    curve(x - radius, y - handle, x - handle, y - radius, x, y - radius),
    curve(x + handle, y - radius, x + radius, y - handle, x + radius, y),
    'Z',
  ].join('');
}

/** A letter in the middle of a symbol, the same in both languages or one for each. */
export const letterPart = (
  text: Bilingual | string,
  fill: PaletteToken,
  place: { readonly x?: number; readonly y?: number; readonly height?: number; readonly bold?: boolean } = {},
): SymbolPart => ({
  kind: 'text',
  text: typeof text === 'string' ? { zh: text, en: text } : text,
  x: place.x ?? 0.5,
  y: place.y ?? 0.5,
  height: place.height ?? 0.5,
  fill,
  bold: place.bold ?? true,
});

/** A path part. */
export const pathPart = (
  d: string,
  paint: { readonly fill?: PaletteToken; readonly stroke?: PaletteToken; readonly strokeWidth?: number },
): SymbolPart => ({ kind: 'path', d, ...paint });
