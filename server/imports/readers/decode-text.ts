/** Text of a file, and how its bytes were read. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';
  /** Characters that no encoding explains; they are U+FFFD in the text. */
  readonly damagedCount: number;
}

/** What remains of Chinese text that was read in one encoding and stored in another: `锟斤拷` and U+FFFD. */
const DAMAGED = /\u{fffd}|\u{951f}\u{65a4}\u{62f7}/gu;

const SAMPLE_BYTES = 4096;

/**
 * Decodes the text of a file: by its byte order mark, else strictly as UTF-8, else as UTF-16 where every other byte is zero, else as GB18030 (which
 * GBK and GB 2312 are parts of). Bytes that fit none are told, never dropped. The byte order mark is not part of the text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodeAs(bytes.subarray(3), 'UTF-8');
  if (startsWith(bytes, 0xff, 0xfe)) return decodeAs(bytes.subarray(2), 'UTF-16LE');
  if (startsWith(bytes, 0xfe, 0xff)) return decodeAs(bytes.subarray(2), 'UTF-16BE');
  const wide = findWideOrder(bytes);
  if (wide !== null) return decodeAs(bytes, wide);
  const strict = decodeStrictly(bytes, 'UTF-8') ?? decodeStrictly(bytes, 'GB18030');
  if (strict !== null) return strict;
  const guesses = [decodeAs(bytes, 'UTF-8'), decodeAs(bytes, 'GB18030')] as const;
  return guesses[0].damagedCount <= guesses[1].damagedCount ? guesses[0] : guesses[1];
}

/** Counts characters that a wrong encoding left behind. */
export const countDamaged = (text: string): number => text.match(DAMAGED)?.length ?? 0;

function decodeStrictly(bytes: Uint8Array, encoding: 'UTF-8' | 'GB18030'): DecodedText | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding, damagedCount: countDamaged(text) };
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text, encoding, damagedCount: countDamaged(text) };
}

/** Byte order of UTF-16 without a mark: text of tables has tabs, ends of lines and digits, each with a zero byte. */
function findWideOrder(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES - (SAMPLE_BYTES % 2));
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  }
  const needed = sample.length / 20;
  if (oddZeros > needed && evenZeros === 0) return 'UTF-16LE';
  return evenZeros > needed && oddZeros === 0 ? 'UTF-16BE' : null;
}

const startsWith = (bytes: Uint8Array, ...expected: readonly number[]): boolean =>
  bytes.length >= expected.length && expected.every((byte, index) => bytes[index] === byte);
