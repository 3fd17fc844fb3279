import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { decode } from 'fast-png';
import type { Rect } from '#core/cartography/sheet/drawing.ts';

const MILLIMETERS_PER_INCH = 25.4;

/** Part of a page as grey pixels, 0 = black, row 0 at the top. */
export interface GreyPixels {
  readonly width: number;
  readonly height: number;
  readonly dotsPerMillimeter: number;
  /** The upper left corner in millimetres on the page, where pixels begin. */
  readonly origin: readonly [number, number];
  at(column: number, row: number): number;
}

/** What another program prints to its standard output. */
export const runProgram = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 256e6 });

/** Draws part of the first page of a PDF with poppler, or all of it. */
export function renderPage(file: string, dotsPerInch: number, part?: Rect): GreyPixels {
  const scale = dotsPerInch / MILLIMETERS_PER_INCH;
  const dots = (millimeters: number): number => Math.round(millimeters * scale);
  const crop = part
    ? ['-x', dots(part.x), '-y', dots(part.y), '-W', dots(part.width), '-H', dots(part.height)].map(String)
    : [];
  const out = file.replace(/\.pdf$/, '-part');
  runProgram('pdftoppm', '-r', String(dotsPerInch), ...crop, '-gray', '-png', '-singlefile', file, out);
  const pixels = decodeGrey(readFileSync(`${out}.png`));
  rmSync(`${out}.png`);
  return { ...pixels, dotsPerMillimeter: scale, origin: part ? [dots(part.x) / scale, dots(part.y) / scale] : [0, 0] };
}

/** A PNG in grey: the mean of its channels. */
export function decodeGrey(bytes: Uint8Array): Pick<GreyPixels, 'width' | 'height' | 'at'> {
  const { width, height, channels, data } = decode(bytes);
  const colors = Math.min(channels, 3);
  return {
    width,
    height,
    at(column, row) {
      const from = (row * width + column) * channels;
      let sum = 0;
      for (let i = 0; i < colors; i++) sum += Number(data[from + i]);
      return sum / colors;
    },
  };
}

/** Part of what was drawn. */
export function cutPixels(pixels: GreyPixels, part: Rect): GreyPixels {
  const { dotsPerMillimeter: scale, origin } = pixels;
  const [left, top] = [Math.round((part.x - origin[0]) * scale), Math.round((part.y - origin[1]) * scale)];
  return {
    width: Math.round(part.width * scale),
    height: Math.round(part.height * scale),
    dotsPerMillimeter: scale,
    origin: [origin[0] + left / scale, origin[1] + top / scale],
    at: (column, row) => pixels.at(left + column, top + row),
  };
}

/** Where a straight line runs through the whole part: the middle of the columns (or rows) that are darkest from end to end, in millimetres on the page. */
export function findLine(pixels: GreyPixels, direction: 'vertical' | 'horizontal'): number {
  const isVertical = direction === 'vertical';
  const [across, along] = isVertical ? [pixels.width, pixels.height] : [pixels.height, pixels.width];
  const darkness = Array.from({ length: across }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < along; j++) sum += 255 - (isVertical ? pixels.at(i, j) : pixels.at(j, i));
    return sum / along;
  });
  const ground = darkness.toSorted((a, b) => a - b)[Math.floor(across / 2)] ?? 0;
  const ink = darkness.map((value) => Math.max(0, value - ground));
  const darkest = ink.indexOf(Math.max(...ink));
  // the centre of mass of the line: finer than a pixel
  let [mass, moment] = [0, 0];
  for (let i = Math.max(0, darkest - 4); i <= Math.min(across - 1, darkest + 4); i++) {
    mass += ink[i] ?? 0;
    moment += (ink[i] ?? 0) * (i + 0.5);
  }
  return (pixels.origin[isVertical ? 0 : 1] ?? 0) + moment / mass / pixels.dotsPerMillimeter;
}
