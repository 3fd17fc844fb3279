import type { DrawItem, MeasureText } from '../sheet/drawing.ts';
import { INK, INK_2, lineItem, textItem } from '../sheet/shapes.ts';
import type { SayAtlas } from './atlas-text.ts';
import type { TextPaper } from './book-paper.ts';

/** Red of titles and frames. */
export const SEAL = '#A8321F';

/** Title of a page of text at the left, a remark at the right, a rule below; the page's number at its foot. */
export function drawPageHead(
  { paper, content }: TextPaper,
  words: { readonly title: string; readonly remark: string; readonly number: number; readonly total: number },
  { say, measure }: { readonly say: SayAtlas; readonly measure: MeasureText },
): readonly DrawItem[] {
  const right = content.x + content.width;
  const rule = content.y + 12.5;
  const remarkSize = 2.7;
  // a long title leaves the remark its room
  const room = content.width - measure(words.remark, 'sans', remarkSize) - 6;
  const size = Math.min(7, (7 * room) / Math.max(1, measure(words.title, 'bold', 7)));
  return [
    textItem(words.title, [content.x, content.y + 8.6], { size, font: 'bold', color: SEAL }),
    textItem(words.remark, [right, content.y + 9.4], { size: remarkSize, color: INK_2, anchor: 'end' }),
    lineItem([content.x, rule, right, rule], { color: INK, width: 0.5 }),
    lineItem([content.x, rule + 0.9, right, rule + 0.9], { color: INK, width: 0.15 }),
    ...drawPageNumber({ paper, content }, words, say),
  ];
}

/** The page's number in the middle of the lower margin, as on the map pages. */
export function drawPageNumber(
  { paper, content }: TextPaper,
  { number, total }: { readonly number: number; readonly total: number },
  say: SayAtlas,
): readonly DrawItem[] {
  const size = 2.9;
  const y = (content.y + content.height + paper.height) / 2 + size * 0.36;
  return [textItem(say('page', { number, total }), [content.x + content.width / 2, y], { size, anchor: 'middle' })];
}
