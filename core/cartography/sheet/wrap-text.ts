import type { MeasureText, SheetFont } from './drawing.ts';

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

/** Breaks a paragraph into lines: between any Chinese characters, at spaces between words, never before closing punctuation. */
export function wrapText(paragraph: string, style: ParagraphStyle): string[] {
  const { measure, font, size, width } = style;
  const lines: string[] = [];
  let line = '';
  // widths add up, as the fonts are set without kerning
  let used = 0;
  for (const piece of piecesOf(paragraph)) {
    if (line === '' || used + measure(piece.trimEnd(), font, size) <= width) {
      line += piece;
      used += measure(piece, font, size);
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
    used = measure(line, font, size);
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Steps in which lines are made narrower, in ems. */
const STEP_EMS = 0.5;

/** As many lines as the width needs, of about the same length: no single character stands alone in the last. */
export function wrapEvenly(line: string, style: ParagraphStyle): string[] {
  const plain = wrapText(line, style);
  if (plain.length < 2) return plain;
  // between words rather than within a name, where that takes no more lines
  const words = wrapWords(line, style);
  const [wrap, first] = words && words.length <= plain.length ? [wrapWords, words] : [wrapText, plain];
  let lines = first;
  for (let width = style.width - STEP_EMS * style.size; width > 0; width -= STEP_EMS * style.size) {
    const narrower = wrap(line, { ...style, width });
    if (!narrower || narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}

/** Lines broken at spaces alone; null where a word is longer than a line. */
function wrapWords(line: string, { measure, font, size, width }: ParagraphStyle): string[] | null {
  const lines: string[] = [];
  for (const word of line.split(' ').filter(Boolean)) {
    if (measure(word, font, size) > width) return null;
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && measure(longer, font, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A text cut to a width with an ellipsis when it is longer: for names in narrow columns, whose full form stands elsewhere. */
export function shortenText(text: string, style: ParagraphStyle): string {
  if (style.measure(text, style.font, style.size) <= style.width) return text;
  const characters = [...text];
  const shortTo = (count: number): string => `${characters.slice(0, count).join('').trimEnd()}…`;
  const fits = (count: number): boolean => style.measure(shortTo(count), style.font, style.size) <= style.width;
  let [least, most] = [0, characters.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  return shortTo(least);
}

/** Paragraphs that are taken apart once: tables are set again and again until they fit. */
const MOST_KEPT = 5000;
const taken = new Map<string, readonly string[]>();

function piecesOf(paragraph: string): readonly string[] {
  const known = taken.get(paragraph);
  if (known) return known;
  const pieces = takeApart(paragraph);
  if (taken.size >= MOST_KEPT) taken.clear();
  taken.set(paragraph, pieces);
  return pieces;
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
