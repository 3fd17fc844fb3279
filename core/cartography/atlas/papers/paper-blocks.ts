import type { DrawItem, MeasureText } from '../../sheet/drawing.ts';
import { INK, INK_2, lineItem, textItem } from '../../sheet/shapes.ts';
import { wrapText } from '../../sheet/wrap-text.ts';
import type { PaperDocument } from './paper-document.ts';
import { LETTER_RED, PAPER_CONTENT, PAPER_TYPE } from './paper-style.ts';

/** What closes a paper: drawn from a height on, never broken. */
export interface PaperBlock {
  readonly height: number;
  draw(top: number): readonly DrawItem[];
}

const { x: LEFT, width: WIDTH } = PAPER_CONTENT;
const RIGHT = LEFT + WIDTH;
const MIDDLE = LEFT + WIDTH / 2;
/** An issuer with a long name shrinks to the width. */
const SPACING = 1.2;

/** Letterhead in red with its double rule, title, addressee, paragraphs; `bottom` is where the table may begin. */
export function setHead(
  document: PaperDocument,
  measure: MeasureText,
): { readonly items: readonly DrawItem[]; readonly bottom: number } {
  const { issuer, number, dated, title, to, paragraphs } = document;
  const { y: top } = PAPER_CONTENT;
  const shrink = (words: string, size: number, spacing = 0): number => {
    const natural = measure(words, 'bold', size) + spacing * ([...words].length - 1);
    return size * Math.min(1, WIDTH / natural);
  };
  const issuerSize = shrink(issuer, PAPER_TYPE.issuer, SPACING);
  const titleSize = shrink(title, PAPER_TYPE.title);
  const rule = top + 17.5;
  const items: DrawItem[] = [
    textItem(issuer, [MIDDLE, top + 7.5], {
      size: issuerSize,
      font: 'bold',
      color: LETTER_RED,
      anchor: 'middle',
      spacing: issuerSize < PAPER_TYPE.issuer ? 0 : SPACING,
    }),
    textItem(number, [LEFT, rule - 2], { size: PAPER_TYPE.small }),
    textItem(dated, [RIGHT, rule - 2], { size: PAPER_TYPE.small, anchor: 'end' }),
    lineItem([LEFT, rule, RIGHT, rule], { color: LETTER_RED, width: 0.7 }),
    lineItem([LEFT, rule + 1.1, RIGHT, rule + 1.1], { color: LETTER_RED, width: 0.2 }),
    textItem(title, [MIDDLE, rule + 13], { size: titleSize, font: 'bold', anchor: 'middle' }),
  ];
  let y = rule + 18.5;
  const write = (words: string, indent: string): void => {
    for (const line of wrapText(`${indent}${words}`, bodyStyle(measure))) {
      items.push(textItem(line, [LEFT, y + PAPER_TYPE.bodyRow * 0.7], { size: PAPER_TYPE.body }));
      y += PAPER_TYPE.bodyRow;
    }
  };
  if (to !== '') write(to, '');
  for (const paragraph of paragraphs) write(paragraph, indentOf(paragraph));
  return { items, bottom: y + 3 };
}

const bodyStyle = (measure: MeasureText) => ({ measure, font: 'sans', size: PAPER_TYPE.body, width: WIDTH }) as const;

/** Chinese paragraphs begin two characters in. */
const indentOf = (paragraph: string): string => (/^[\u2E80-\uFFEF]/u.test(paragraph) ? '　　' : '');

/** Closing sentences and places to sign side by side, each with a line for name and date. */
export function setClosing({ closing, signatures }: PaperDocument, measure: MeasureText): PaperBlock {
  const lines = closing.flatMap((paragraph) => wrapText(`${indentOf(paragraph)}${paragraph}`, bodyStyle(measure)));
  const above = lines.length > 0 ? 4 : 0;
  const height = above + lines.length * PAPER_TYPE.bodyRow + 6 + PAPER_TYPE.signatureRow;
  return {
    height,
    draw: (top) => [
      ...lines.map((line, index) =>
        textItem(line, [LEFT, top + above + (index + 0.7) * PAPER_TYPE.bodyRow], { size: PAPER_TYPE.body }),
      ),
      ...drawSignatures(signatures, { top: top + height - PAPER_TYPE.signatureRow, measure }),
    ],
  };
}

function drawSignatures(
  signatures: readonly string[],
  { top, measure }: { readonly top: number; readonly measure: MeasureText },
): readonly DrawItem[] {
  const gap = 12;
  // one alone stands at the right, where letters are signed
  const places = Math.max(2, signatures.length);
  const width = (WIDTH - gap * (places - 1)) / places;
  const first = places - signatures.length;
  const stroke = { color: INK_2, width: 0.2 };
  const size = PAPER_TYPE.body;
  return signatures.flatMap((words, index) => {
    const x = LEFT + (first + index) * (width + gap);
    const from = x + measure(words, 'sans', size) + 2;
    const name = top + 6;
    const date = top + 13.4;
    return [
      textItem(words, [x, name], { size, color: INK }),
      lineItem([from, name + 0.9, x + width, name + 0.9], stroke),
      lineItem([from, date + 0.9, x + width, date + 0.9], stroke),
    ];
  });
}
