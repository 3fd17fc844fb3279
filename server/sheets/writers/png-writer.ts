import { Readable } from 'node:stream';
import { createDeflate } from 'node:zlib';
import type { SheetFonts } from '../sheet-fonts.ts';
import { createPngChunk, PNG_SIGNATURE } from './png-chunk.ts';
import { type PixelBand, type PixelSize, pixelSize, renderBands } from './render-bands.ts';
import type { SheetPage, WriteBytes } from './sheet-page.ts';

const METERS_PER_INCH = 0.0254;
/** Filter "up" of PNG: each byte less the one above it, which makes flat ground zeros. */
const FILTER_UP = 2;

/** Writes a page as PNG, 8-bit RGB without transparency, with its resolution, band by band. */
export async function writePng(
  page: SheetPage,
  options: { readonly dotsPerInch: number; readonly fonts: SheetFonts; readonly write: WriteBytes },
): Promise<void> {
  const { dotsPerInch, write } = options;
  const size = pixelSize(page, dotsPerInch);
  await write(PNG_SIGNATURE);
  await write(createPngChunk('IHDR', describeImage(size)));
  await write(createPngChunk('pHYs', describeResolution(dotsPerInch)));
  const bands = Readable.from(filterRows(renderBands(page, options), size.width), {
    objectMode: true,
    highWaterMark: 1,
  });
  const deflated = createDeflate({ level: 6 });
  bands.on('error', (error) => deflated.destroy(error));
  for await (const chunk of bands.pipe(deflated)) await write(createPngChunk('IDAT', chunk));
  await write(createPngChunk('IEND', new Uint8Array(0)));
}

function describeImage({ width, height }: PixelSize): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, red green blue, deflate, adaptive filters, not interlaced
  header.set([8, 2, 0, 0, 0], 8);
  return header;
}

function describeResolution(dotsPerInch: number): Uint8Array {
  const physical = Buffer.alloc(9);
  const dotsPerMeter = Math.round(dotsPerInch / METERS_PER_INCH);
  physical.writeUInt32BE(dotsPerMeter, 0);
  physical.writeUInt32BE(dotsPerMeter, 4);
  physical[8] = 1;
  return physical;
}

async function* filterRows(bands: AsyncIterable<PixelBand>, width: number): AsyncGenerator<Uint8Array> {
  const rowBytes = width * 3;
  let above = new Uint8Array(rowBytes);
  for await (const { rows, rgb } of bands) {
    const filtered = new Uint8Array(rows * (rowBytes + 1));
    for (let row = 0; row < rows; row++) {
      const from = row * rowBytes;
      const to = row * (rowBytes + 1);
      filtered[to] = FILTER_UP;
      for (let i = 0; i < rowBytes; i++)
        filtered[to + 1 + i] = (rgb[from + i] ?? 0) - ((row === 0 ? above[i] : rgb[from - rowBytes + i]) ?? 0);
    }
    above = rgb.slice((rows - 1) * rowBytes);
    yield filtered;
  }
}
