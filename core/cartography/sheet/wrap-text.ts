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

/** Unbreakable pieces: words with their space, single Chinese characters with the punctuation that belongs to them. */
function piecesOf(paragraph: string): string[] {
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
