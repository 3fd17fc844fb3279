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
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(paragraph)) {
    const longer = line + piece;
    if (line === '' || style.measure(longer.trimEnd(), style.font, style.size) <= style.width) {
      line = longer;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** A text cut to a width with an ellipsis when it is longer: for names in narrow columns, whose full form stands elsewhere. */
export function shortenText(text: string, style: ParagraphStyle): string {
  if (style.measure(text, style.font, style.size) <= style.width) return text;
  const characters = [...text];
  while (characters.length > 1) {
    characters.pop();
    const shorter = `${characters.join('').trimEnd()}…`;
    if (style.measure(shorter, style.font, style.size) <= style.width) return shorter;
  }
  return '…';
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
