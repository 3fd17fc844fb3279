import { readAngle, simplifySigns, type WrittenAngle } from './read-angle.ts';

/** Two coordinates as they were written. */
export interface WrittenPair {
  readonly first: number;
  readonly second: number;
  /** True where the text itself says which is which: then the first is the longitude, whatever came first. */
  readonly ordered: boolean;
}

/**
 * Reads a position from one text: `107.51, 27.03`, `107.51 27.03`, `(107.51;27.03)`, `东经107°30′36″ 北纬27°1′48″`, `27°1'48"N 107°30'36"E`.
 *
 * @returns null for what is not two coordinates
 */
export function readPair(written: string): WrittenPair | null {
  const plain = simplifySigns(written)
    .replace(/^[\s([{]+|[\s)\]}]+$/g, '')
    .replace(/\s+/g, ' ');
  for (const [left, right] of splitsOf(plain)) {
    const first = readAngle(left);
    const second = readAngle(right);
    if (first && second) return orderPair(first, second);
  }
  return null;
}

/** Puts longitude first where the text says which is which; null when it says the same of both. */
export function orderPair(first: WrittenAngle, second: WrittenAngle): WrittenPair | null {
  if (first.axis !== null && first.axis === second.axis) return null;
  const isSwapped = first.axis === 'latitude' || second.axis === 'longitude';
  const ordered = first.axis !== null || second.axis !== null;
  return isSwapped
    ? { first: second.value, second: first.value, ordered }
    : { first: first.value, second: second.value, ordered };
}

/** Text, then the mark of an axis with the second number. */
const SECOND_MARK = /^(.*[\d°′″]) ?((?:北纬|南纬|东经|西经|经度|纬度|[NSEW]|lon|lat|lng).*)$/i;

/** The first number with its mark behind it, then the second. */
const FIRST_MARK = /^(.*?[NSEW]) ?(.*)$/i;

/** Ways to part a text in two, the surest first: at its one separator, at the marks of the axes, after the sign of seconds, in the middle of its words. */
function* splitsOf(plain: string): Generator<readonly [string, string]> {
  for (const separator of [';', '|', '/', ', ', ',']) {
    const parts = plain.split(separator);
    if (parts.length === 2) yield [parts[0] ?? '', parts[1] ?? ''];
  }
  for (const pattern of [SECOND_MARK, FIRST_MARK, /^([^″]*″) ?([^″]*″)$/]) {
    const match = pattern.exec(plain);
    if (match) yield [match[1] ?? '', match[2] ?? ''];
  }
  const words = plain.split(' ');
  if (words.length === 2 || words.length === 6) {
    const middle = words.length / 2;
    yield [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
  }
}
