import type { DrawItem } from '../../sheet/drawing.ts';
import { HAIRLINE, INK_2, lineItem, textItem } from '../../sheet/shapes.ts';
import type { PaperRef } from '../atlas-spec.ts';
import { createSayAtlas } from '../atlas-text.ts';
import { createPaper } from './create-paper.ts';
import { setClosing, setHead } from './paper-blocks.ts';
import type { PaperDocument } from './paper-document.ts';
import type { PaperScope } from './paper-scope.ts';
import { PAPER_CONTENT, PAPER_PAGE, PAPER_TYPE } from './paper-style.ts';
import { createPaperTable } from './paper-table.ts';

/** Pages that a paper takes. */
export const countPaperPages = (ref: PaperRef, scope: PaperScope): number =>
  breakPaper(createPaper(ref, scope), scope).length;

/** Items of the pages of a paper; each has its own foot with page x of y. */
export function drawPaper(ref: PaperRef, scope: PaperScope): readonly (readonly DrawItem[])[] {
  const document = createPaper(ref, scope);
  const pages = breakPaper(document, scope);
  return pages.map((items, index) => [
    ...items,
    ...drawFoot(document, scope, { number: index + 1, total: pages.length }),
  ]);
}

/** Flows a paper over pages: the head on the first, the table's heading on each, closing and signatures never apart. */
function breakPaper(document: PaperDocument, { measure }: PaperScope): readonly (readonly DrawItem[])[] {
  const { y: top, height } = PAPER_CONTENT;
  const bottom = top + height;
  const head = setHead(document, measure);
  const pages: DrawItem[][] = [[...head.items]];
  const page = (): DrawItem[] => pages.at(-1) ?? [];
  let y = head.bottom;
  const turn = (): void => {
    pages.push([]);
    y = top;
  };
  const table = createPaperTable(document, measure);
  let hasHeading = false;
  for (const [index, row] of table.rows.entries()) {
    const next = table.rows[index + 1];
    // a heading of a group is not left alone at the foot
    const needed = row.height + (row.isGroup && next ? next.height : 0) + (hasHeading ? 0 : table.heading.height);
    if (y + needed > bottom) {
      turn();
      hasHeading = false;
    }
    if (!hasHeading) {
      page().push(...table.heading.draw(y));
      y += table.heading.height;
      hasHeading = true;
    }
    page().push(...row.draw(y));
    y += row.height;
  }
  const closing = setClosing(document, measure);
  if (y + closing.height > bottom) turn();
  page().push(...closing.draw(y));
  return pages;
}

function drawFoot(
  { source, title }: PaperDocument,
  { language }: PaperScope,
  page: { readonly number: number; readonly total: number },
): readonly DrawItem[] {
  const { x, width } = PAPER_CONTENT;
  const size = PAPER_TYPE.foot;
  const y = PAPER_PAGE.height - 14;
  return [
    lineItem([x, y - 4.4, x + width, y - 4.4], { color: HAIRLINE, width: 0.2 }),
    textItem(`${title}　${source}`, [x, y], { size, color: INK_2 }),
    textItem(createSayAtlas(language)('page', page), [x + width, y], { size, anchor: 'end', color: INK_2 }),
  ];
}
