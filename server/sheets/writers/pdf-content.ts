import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { Contour } from '#core/cartography/sheet/drawing.ts';

/** The operators of a page, written one after the other and packed while the rest is written. */
export interface PdfContent {
  /** Operators as text of one byte a character; a line ends them. */
  add(operators: string): void;
  /** Makes a contour part of the current path: places in hundredths of a unit, as `formatPlace` writes them. */
  addContour(contour: Contour, closed: boolean): void;
  /** The packed streams in order; a page shows them as one. Nothing can be added after. */
  finish(): Promise<readonly Uint8Array[]>;
}

/** Bytes of operators that are packed as one stream: a page of any size needs a few of these at a time. */
const STREAM_BYTES = 2_000_000;
/** Room that the longest line of a contour takes: two numbers and an operator. */
const LINE_BYTES = 64;
/** Half the time of the default for a twentieth more bytes: measured on a county and a prefecture. */
const LEVEL = 4;

const [ZERO, MINUS, POINT, SPACE, LINE_END] = [...'0-. \n'].map((character) => character.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];
const [MOVE, LINE, CLOSE] = [...'mlh'].map((character) => character.charCodeAt(0)) as [number, number, number];

const pack = promisify<Uint8Array, { level: number }, Uint8Array>(deflate);

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
  const endStream = (): void => {
    packed.push(pack(bytes.subarray(0, length), { level: LEVEL }));
    bytes = Buffer.allocUnsafe(STREAM_BYTES >> 4);
    length = 0;
  };
  // readers put streams together before they read them: one may end wherever a word does (ISO 32000-1, 7.8.2)
  const endFullStream = (): void => {
    if (length > STREAM_BYTES) endStream();
  };
  const addPlace = (value: number): void => {
    length = writeHundredths(bytes, length, value);
    bytes[length++] = SPACE;
  };
  return {
    add(operators) {
      endFullStream();
      reserve(operators.length + 1);
      length += bytes.write(operators, length, 'latin1');
      bytes[length++] = LINE_END;
    },
    addContour(contour, closed) {
      endFullStream();
      for (let i = 0; i + 1 < contour.length; i += 2) {
        reserve(LINE_BYTES);
        addPlace(contour[i] ?? 0);
        addPlace(contour[i + 1] ?? 0);
        bytes[length++] = i === 0 ? MOVE : LINE;
        bytes[length++] = LINE_END;
      }
      if (!closed) return;
      reserve(LINE_BYTES);
      bytes[length++] = CLOSE;
      bytes[length++] = LINE_END;
    },
    finish() {
      endStream();
      return Promise.all(packed);
    },
  };
}

/** Places beyond this are on no paper. */
const MOST_HUNDREDTHS = 1e12;

/**
 * Writes a number in hundredths at a place, without trailing zeros; the place after it is answered.
 *
 * @throws {RangeError} for what is no place on paper
 */
function writeHundredths(bytes: Uint8Array, at: number, value: number): number {
  const count = Math.round(Math.abs(value) * 100);
  if (!(count < MOST_HUNDREDTHS)) throw new RangeError(`Got ${value} when expected a place on paper in millimetres.`);
  let place = at;
  if (value < 0 && count > 0) bytes[place++] = MINUS;
  const whole = Math.floor(count / 100);
  place = writeWhole(bytes, place, whole);
  const rest = count - whole * 100;
  if (rest === 0) return place;
  bytes[place++] = POINT;
  bytes[place++] = ZERO + Math.floor(rest / 10);
  if (rest % 10 > 0) bytes[place++] = ZERO + (rest % 10);
  return place;
}

function writeWhole(bytes: Uint8Array, at: number, value: number): number {
  let digits = 1;
  for (let most = 10; value >= most; most *= 10) digits++;
  let rest = value;
  for (let i = digits - 1; i >= 0; i--) {
    const next = Math.floor(rest / 10);
    bytes[at + i] = ZERO + (rest - next * 10);
    rest = next;
  }
  return at + digits;
}
