import { deflateSync } from 'node:zlib';
import type { SheetFonts } from '../sheet-fonts.ts';
import { type PixelBand, type PixelSize, pixelSize, renderBands, STRIP_ROWS } from './render-bands.ts';
import type { SheetPage, WriteBytes } from './sheet-page.ts';

const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
/** Bytes of one value of each field type (TIFF 6.0, section 2). */
const TYPE_BYTES: Readonly<Record<number, number>> = { [SHORT]: 2, [LONG]: 4, [RATIONAL]: 8 };
const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;

/** A field of a TIFF directory; a rational takes two numbers. */
interface Field {
  readonly tag: number;
  readonly type: typeof SHORT | typeof LONG | typeof RATIONAL;
  readonly values: readonly number[];
}

/**
 * Writes a page as TIFF 6.0: baseline RGB with its resolution, in strips that are deflated with horizontal differences. The page is drawn band by
 * band; only the deflated strips are kept.
 */
export async function writeTiff(
  page: SheetPage,
  options: { readonly dotsPerInch: number; readonly fonts: SheetFonts; readonly write: WriteBytes },
): Promise<void> {
  const { dotsPerInch, write } = options;
  const size = pixelSize(page, dotsPerInch);
  const strips: Uint8Array[] = [];
  for await (const band of renderBands(page, options))
    for (const strip of splitBand(band, size.width)) strips.push(strip);
  await write(createHeader(size, { dotsPerInch, strips }));
  for (const strip of strips) await write(strip);
}

function* splitBand({ rows, rgb }: PixelBand, width: number): Generator<Uint8Array> {
  const rowBytes = width * 3;
  for (let row = 0; row < rows; row += STRIP_ROWS) {
    const strip = rgb.slice(row * rowBytes, Math.min(rows, row + STRIP_ROWS) * rowBytes);
    for (let end = strip.length; end > 0; end -= rowBytes)
      for (let i = end - 1; i >= end - rowBytes + 3; i--) strip[i] = (strip[i] ?? 0) - (strip[i - 3] ?? 0);
    yield deflateSync(strip);
  }
}

/** Header and directory, with all values that find no room in it; the strips follow at once. */
function createHeader(
  { width, height }: PixelSize,
  { dotsPerInch, strips }: { readonly dotsPerInch: number; readonly strips: readonly Uint8Array[] },
): Uint8Array {
  const listFields = (offsets: readonly number[]): readonly Field[] => [
    { tag: 256, type: LONG, values: [width] },
    { tag: 257, type: LONG, values: [height] },
    { tag: 258, type: SHORT, values: [8, 8, 8] },
    // deflate as Adobe's supplement has it; red green blue
    { tag: 259, type: SHORT, values: [8] },
    { tag: 262, type: SHORT, values: [2] },
    { tag: 273, type: LONG, values: offsets },
    { tag: 277, type: SHORT, values: [3] },
    { tag: 278, type: LONG, values: [STRIP_ROWS] },
    { tag: 279, type: LONG, values: strips.map(({ length }) => length) },
    { tag: 282, type: RATIONAL, values: [dotsPerInch, 1] },
    { tag: 283, type: RATIONAL, values: [dotsPerInch, 1] },
    { tag: 284, type: SHORT, values: [1] },
    // resolution in dots per inch; horizontal differences
    { tag: 296, type: SHORT, values: [2] },
    { tag: 317, type: SHORT, values: [2] },
  ];
  const headBytes = HEADER_BYTES + directoryBytes(listFields(strips.map(() => 0)));
  let at = headBytes;
  const offsets = strips.map(({ length }) => {
    at += length;
    return at - length;
  });
  return writeDirectory(listFields(offsets), headBytes);
}

const bytesOf = ({ type, values }: Field): number =>
  ((TYPE_BYTES[type] ?? 0) * values.length) / (type === RATIONAL ? 2 : 1);

/** Values of more than four bytes stand behind the directory, each at an even place. */
const outsideBytes = (field: Field): number => (bytesOf(field) > 4 ? bytesOf(field) + (bytesOf(field) % 2) : 0);

const directoryBytes = (fields: readonly Field[]): number =>
  2 + fields.length * ENTRY_BYTES + 4 + fields.reduce((sum, field) => sum + outsideBytes(field), 0);

function writeDirectory(fields: readonly Field[], length: number): Uint8Array {
  const head = Buffer.alloc(length);
  head.write('II', 0, 'latin1');
  head.writeUInt16LE(42, 2);
  head.writeUInt32LE(HEADER_BYTES, 4);
  head.writeUInt16LE(fields.length, HEADER_BYTES);
  let outside = HEADER_BYTES + 2 + fields.length * ENTRY_BYTES + 4;
  fields.forEach((field, i) => {
    const entry = HEADER_BYTES + 2 + i * ENTRY_BYTES;
    head.writeUInt16LE(field.tag, entry);
    head.writeUInt16LE(field.type, entry + 2);
    head.writeUInt32LE(field.type === RATIONAL ? field.values.length / 2 : field.values.length, entry + 4);
    const isOutside = bytesOf(field) > 4;
    if (isOutside) head.writeUInt32LE(outside, entry + 8);
    writeValues(head, field, isOutside ? outside : entry + 8);
    outside += outsideBytes(field);
  });
  return head;
}

function writeValues(head: Buffer, { type, values }: Field, at: number): void {
  values.forEach((value, i) => {
    if (type === SHORT) head.writeUInt16LE(value, at + i * 2);
    else head.writeUInt32LE(value, at + i * 4);
  });
}
