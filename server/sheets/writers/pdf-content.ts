import { promisify } from 'node:util';
import { deflate, type ZlibOptions } from 'node:zlib';
import type { Contour, Contours } from '#core/cartography/sheet/drawing.ts';
import { forEachContour } from '#core/cartography/sheet/packed-contours.ts';

/** The operators of a page, written one after the other and packed while the rest is written. */
export interface PdfContent {
  /** Operators as text of one byte a character; a line ends them. */
  add(operators: string): void;
  /** Makes contours part of the current path: places in hundredths of a unit, as `formatPlace` writes them. */
  addContours(contours: Contours, closed: boolean): void;
  /** The packed streams in order; a page shows them as one. Nothing can be added after. */
  finish(): Promise<readonly Uint8Array[]>;
}

/** Bytes of operators that are packed as one stream: a page of any size needs a few of these at a time. */
const STREAM_BYTES = 2_000_000;
/** What a stream may be longer by than where it ends: a long contour. */
const MARGIN_BYTES = 50_000;
/** Room that the longest line of a contour takes: two numbers and an operator. */
const LINE_BYTES = 64;
/** A quarter less time than level 4 for an eighth more bytes; a fifth of the default's time for a fifth more: measured on a prefecture. */
const LEVEL = 2;
/** Room for what is packed, against what it is packed from: with enough at once the work is done in one go beside the writing, else piece by piece after it. */
const PACKED_SHARE = 0.4;
const LEAST_ROOM = 16_384;

const [ZERO, MINUS, POINT, SPACE, LINE_END] = [...'0-. \n'].map((character) => character.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];
const [MOVE, LINE, CLOSE] = [...'mlh'].map((character) => character.charCodeAt(0)) as [number, number, number];

const pack = promisify<Uint8Array, ZlibOptions, Uint8Array>(deflate);

/** An empty page. */
export function createPdfContent(): PdfContent {
  const packed: Promise<Uint8Array>[] = [];
  let bytes = Buffer.allocUnsafe(STREAM_BYTES >> 4);
  let length = 0;
  const reserve = (count: number): void => {
    if (length + count <= bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(length + count, 2 * bytes.length));
    bytes.copy(grown, 0, 0, length);
    bytes = grown;
  };
  const packStream = (): void => {
    const chunkSize = Math.max(LEAST_ROOM, Math.ceil(length * PACKED_SHARE));
    packed.push(pack(bytes.subarray(0, length), { level: LEVEL, chunkSize }));
  };
  // readers put streams together before they read them: one may end wherever a word does (ISO 32000-1, 7.8.2)
  const endFullStream = (): void => {
    if (length <= STREAM_BYTES) return;
    packStream();
    // the next one is likely to be as long
    bytes = Buffer.allocUnsafe(STREAM_BYTES + MARGIN_BYTES);
    length = 0;
  };
  const addContour = (numbers: Contour, start: number, end: number): void => {
    endFullStream();
    reserve(((end - start) / 2 + 1) * LINE_BYTES);
    length = writeContour(bytes, length, { numbers, start, end });
  };
  const addClosed = (numbers: Contour, start: number, end: number): void => {
    addContour(numbers, start, end);
    bytes[length++] = CLOSE;
    bytes[length++] = LINE_END;
  };
  return {
    add(operators) {
      endFullStream();
      reserve(operators.length + 1);
      length += bytes.write(operators, length, 'latin1');
      bytes[length++] = LINE_END;
    },
    addContours(contours, closed) {
      forEachContour(contours, closed ? addClosed : addContour);
    },
    finish() {
      packStream();
      return Promise.all(packed);
    },
  };
}

/** Writes a contour at a place that has room for it; the place after it is answered. */
function writeContour(
  bytes: Uint8Array,
  at: number,
  { numbers, start, end }: { readonly numbers: Contour; readonly start: number; readonly end: number },
): number {
  let place = at;
  for (let i = start; i + 1 < end; i += 2) {
    place = writeHundredths(bytes, place, countHundredths(numbers[i] as number));
    bytes[place++] = SPACE;
    place = writeHundredths(bytes, place, countHundredths(numbers[i + 1] as number));
    bytes[place++] = SPACE;
    bytes[place++] = i === start ? MOVE : LINE;
    bytes[place++] = LINE_END;
  }
  return place;
}

/** Places beyond this are on no paper; they count in 31 bits. */
const MOST_HUNDREDTHS = 1e9;

/**
 * A place in hundredths, halves away from zero.
 *
 * @throws {RangeError} for what is no place on paper
 */
function countHundredths(value: number): number {
  const count = Math.round(Math.abs(value) * 100);
  if (!(count < MOST_HUNDREDTHS)) throw new RangeError(`Got ${value} when expected a place on paper in millimetres.`);
  return (value < 0 ? -count : count) | 0;
}

/** Writes a number of hundredths at a place, without trailing zeros; the place after it is answered. */
function writeHundredths(bytes: Uint8Array, at: number, hundredths: number): number {
  let place = at;
  let count = hundredths;
  if (count < 0) {
    bytes[place++] = MINUS;
    count = -count;
  }
  const whole = (count / 100) | 0;
  place = writeWhole(bytes, place, whole);
  const rest = count - whole * 100;
  if (rest === 0) return place;
  const tenths = (rest / 10) | 0;
  const last = rest - tenths * 10;
  bytes[place++] = POINT;
  bytes[place++] = ZERO + tenths;
  if (last > 0) bytes[place++] = ZERO + last;
  return place;
}

function writeWhole(bytes: Uint8Array, at: number, value: number): number {
  const end = at + (value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : countDigits(value));
  let rest = value;
  for (let i = end - 1; i >= at; i--) {
    const next = (rest / 10) | 0;
    bytes[i] = ZERO + (rest - next * 10);
    rest = next;
  }
  return end;
}

function countDigits(value: number): number {
  let digits = 1;
  for (let most = 10; value >= most; most *= 10) digits++;
  return digits;
}
