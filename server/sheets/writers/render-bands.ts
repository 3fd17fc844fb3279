import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { SheetFonts } from '../sheet-fonts.ts';
import { createItemClipper } from './clip-items.ts';
import { pageDimensions, type SheetPage } from './sheet-page.ts';
import { writeSvg } from './svg-writer.ts';

/** Some rows of a picture, `[r, g, b]` of each pixel from the left, rows from the top. */
export interface PixelBand {
  readonly rows: number;
  readonly rgb: Uint8Array;
}

/** Size of a picture in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

const MILLIMETERS_PER_INCH = 25.4;
/** Pixels that are drawn at a time: with layers and copies about 100 MB. */
const BAND_PIXELS = 4_000_000;

/** Size of a page's picture, bleed included. */
export function pixelSize(page: SheetPage, dotsPerInch: number): PixelSize {
  const { width, height } = pageDimensions(page);
  const count = (millimeters: number): number =>
    Math.max(1, Math.round((millimeters * dotsPerInch) / MILLIMETERS_PER_INCH));
  return { width: count(width), height: count(height) };
}

/** Rows of a strip of TIFF: bands hold whole strips. */
export const STRIP_ROWS = 16;

let ready: Promise<void> | null = null;

/** Draws a page in bands from the top, so that a large sheet needs no more memory than a small one. White where nothing is drawn. */
export async function* renderBands(
  page: SheetPage,
  { dotsPerInch, fonts }: { readonly dotsPerInch: number; readonly fonts: SheetFonts },
): AsyncGenerator<PixelBand> {
  ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await ready;
  const { width, height } = pixelSize(page, dotsPerInch);
  const millimeters = MILLIMETERS_PER_INCH / dotsPerInch;
  const clip = createItemClipper(page.items);
  const bandRows = Math.max(1, Math.floor(BAND_PIXELS / width / STRIP_ROWS)) * STRIP_ROWS;
  for (let row = 0; row < height; row += bandRows) {
    const rows = Math.min(bandRows, height - row);
    const window = {
      x: -page.bleedMillimeters,
      y: row * millimeters - page.bleedMillimeters,
      width: width * millimeters,
      height: rows * millimeters,
    };
    const band = { ...page, items: clip(window) };
    const svg = writeSvg(band, { info: { title: '', language: '' }, fonts, window, pixels: { width, height: rows } });
    yield { rows, rgb: drawSvg(svg, width * rows) };
  }
}

function drawSvg(svg: string, pixels: number): Uint8Array {
  const drawing = new Resvg(svg, { font: { loadSystemFonts: false } });
  const image = drawing.render();
  const rgba = image.pixels;
  const rgb = new Uint8Array(pixels * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  image.free();
  drawing.free();
  return rgb;
}
