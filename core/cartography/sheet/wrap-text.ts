import { once } from '../../indicators/once.ts';
import type { MeasureText, SheetFont } from './drawing.ts';
import { createKeptValues, type KeptValues } from './kept-values.ts';

/** Characters that must not begin a line. */
const NEVER_FIRST = '，。；：、）》”’！？%,.;:)]';
/** Characters that must not end a line. */
const NEVER_LAST = '（《“‘([';

/** How a paragraph is set. */
export interface ParagraphStyle {
  readonly measure: MeasureText;
  readonly font: SheetFont;
  readonly size: number;
  readonly width: number;
}

type LineRoom = Pick<ParagraphStyle, 'size' | 'width'>;

/** Breaks a paragraph into lines: between any Chinese characters, at spaces between words, never before closing punctuation. */
export function wrapText(paragraph: string, style: ParagraphStyle): string[] {
  const lines: string[] = [];
  walkLines(measureParagraph(paragraph, style), style, (start, end) => {
    lines.push(paragraph.slice(start, end).trimEnd());
    return true;
  });
  return lines;
}

/**
 * Tells of each line where it begins and ends in the paragraph, until `visit` says that no more are wanted.
 *
 * @returns whether all were told of
 */
function walkLines(
  { pieces }: MeasuredParagraph,
  { size, width }: LineRoom,
  visit: (start: number, end: number) => boolean,
): boolean {
  let [start, end, used] = [0, 0, 0];
  let isEmpty = true;
  let isBlank = true;
  for (const piece of pieces) {
    const at = end;
    end += piece.length;
    // widths add up, as the fonts are set without kerning
    if (isEmpty || used + piece.trimmedEms * size <= width) {
      isEmpty = false;
      isBlank &&= piece.isBlank;
      used += piece.ems * size;
      continue;
    }
    if (!visit(start, at)) return false;
    start = at + piece.lead;
    isEmpty = start === end;
    isBlank = piece.isBlank;
    used = isEmpty ? 0 : piece.begunEms * size;
  }
  return isBlank || visit(start, end);
}

/** Steps in which lines are made narrower, in ems. */
const STEP_EMS = 0.5;

/** As many lines as the width needs, of about the same length: no single character stands alone in the last. */
export function wrapEvenly(line: string, style: ParagraphStyle): string[] {
  const plain = wrapText(line, style);
  if (plain.length < 2) return plain;
  const measured = measureParagraph(line, style);
  const words = wrapWords(measured, style);
  // between words rather than within a name, where that takes no more lines
  const isByWords = words !== null && words.length <= plain.length;
  const count = isByWords ? words.length : plain.length;
  const fits = isByWords ? fitsByWords : fitsIn;
  let narrowest = style.width;
  for (let width = style.width - STEP_EMS * style.size; width > 0; width -= STEP_EMS * style.size) {
    if (!fits(measured, { size: style.size, width }, count)) break;
    narrowest = width;
  }
  const narrower = { ...style, width: narrowest };
  return (isByWords ? wrapWords(measured, narrower) : null) ?? wrapText(line, narrower);
}

/** Whether a paragraph takes no more than so many lines. */
function fitsIn(measured: MeasuredParagraph, style: LineRoom, most: number): boolean {
  let lines = 0;
  return walkLines(measured, style, () => {
    lines += 1;
    return lines <= most;
  });
}

function fitsByWords(measured: MeasuredParagraph, style: LineRoom, most: number): boolean {
  const lines = wrapWords(measured, style);
  return lines !== null && lines.length <= most;
}

/** Lines broken at spaces alone; null where a word is longer than a line. */
function wrapWords({ inWords }: MeasuredParagraph, { size, width }: LineRoom): string[] | null {
  const { words, spaceEms } = inWords();
  const lines: string[] = [];
  let used = 0;
  for (const { text, ems } of words) {
    if (ems * size > width) return null;
    const longer = used + spaceEms + ems;
    if (lines.length > 0 && longer * size <= width) {
      lines[lines.length - 1] = `${lines.at(-1)} ${text}`;
      used = longer;
    } else {
      lines.push(text);
      used = ems;
    }
  }
  return lines;
}

/** What a cut text ends with. The fonts of sheets have the ellipsis as wide as a Chinese character, which tears a hole into English. */
const CHINESE_ENDING = '…';
const ENGLISH_ENDING = '...';

/** A text cut to a width with an ellipsis when it is longer: for names in narrow columns, whose full form stands elsewhere. */
export function shortenText(text: string, style: ParagraphStyle): string {
  if (style.measure(text, style.font, style.size) <= style.width) return text;
  const characters = [...text];
  const ending = /\p{Script=Han}/u.test(text) ? CHINESE_ENDING : ENGLISH_ENDING;
  const shortTo = (count: number): string => `${characters.slice(0, count).join('').trimEnd()}${ending}`;
  const fits = (count: number): boolean => style.measure(shortTo(count), style.font, style.size) <= style.width;
  let [least, most] = [0, characters.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  return shortTo(least);
}

/** An unbreakable piece of a paragraph, measured at the size 1. */
interface MeasuredPiece {
  readonly length: number;
  readonly isBlank: boolean;
  /** Characters of space that it begins with, which no line begins with. */
  readonly lead: number;
  readonly ems: number;
  /** Without the space at its end, and at its beginning. */
  readonly trimmedEms: number;
  readonly begunEms: number;
}

interface MeasuredParagraph {
  readonly pieces: readonly MeasuredPiece[];
  /** Measured when the paragraph is first broken between words alone. */
  readonly inWords: () => MeasuredWords;
}

interface MeasuredWords {
  readonly words: readonly { readonly text: string; readonly ems: number }[];
  readonly spaceEms: number;
}

/** Paragraphs that are taken apart and measured once in each font: tables are set again and again until they fit. */
const MOST_KEPT = 3000;

interface KnownMeasures {
  readonly paragraphs: KeptValues<MeasuredParagraph>;
  /** Paragraphs share their pieces, which are mostly single characters. */
  readonly pieces: KeptValues<MeasuredPiece>;
}

const measured = new WeakMap<MeasureText, Record<SheetFont, KnownMeasures>>();

function getKnownMeasures(measure: MeasureText): Record<SheetFont, KnownMeasures> {
  const known = measured.get(measure) ?? { sans: createMeasures(), bold: createMeasures(), serif: createMeasures() };
  measured.set(measure, known);
  return known;
}

const createMeasures = (): KnownMeasures => ({
  paragraphs: createKeptValues(MOST_KEPT),
  pieces: createKeptValues(MOST_KEPT),
});

/** Asked for hundreds of thousands of times a sheet: what is known already is found without another text or function. */
function measureParagraph(paragraph: string, { measure, font }: ParagraphStyle): MeasuredParagraph {
  const known = getKnownMeasures(measure)[font];
  return known.paragraphs(paragraph, () => measureAnew(paragraph, (words) => measure(words, font, 1), known.pieces));
}

const measureAnew = (
  paragraph: string,
  emsOf: (words: string) => number,
  pieces: KnownMeasures['pieces'],
): MeasuredParagraph => ({
  pieces: takeApart(paragraph).map((piece) => pieces(piece, () => measurePiece(piece, emsOf))),
  inWords: once(() => ({
    words: paragraph
      .split(' ')
      .filter(Boolean)
      .map((word) => ({ text: word, ems: emsOf(word) })),
    spaceEms: emsOf(' '),
  })),
});

function measurePiece(piece: string, emsOf: (words: string) => number): MeasuredPiece {
  const ems = emsOf(piece);
  const [begun, trimmed] = [piece.trimStart(), piece.trimEnd()];
  return {
    length: piece.length,
    isBlank: trimmed === '',
    lead: piece.length - begun.length,
    ems,
    trimmedEms: trimmed === piece ? ems : emsOf(trimmed),
    begunEms: begun === piece ? ems : emsOf(begun),
  };
}

/** Unbreakable pieces: words with their space, single Chinese characters with the punctuation that belongs to them. */
function takeApart(paragraph: string): string[] {
  const pieces: string[] = [];
  for (const token of paragraph.match(/[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+\s*|\s+/gu) ?? []) {
    const last = pieces.at(-1);
    const first = token[0] ?? '';
    const glue = last !== undefined && (NEVER_FIRST.includes(first) || NEVER_LAST.includes(last.at(-1) ?? ''));
    if (glue) pieces[pieces.length - 1] = last + token;
    else pieces.push(token);
  }
  return pieces;
}
