import { INK_2, textItem } from '../sheet/shapes.ts';
import { wrapText } from '../sheet/wrap-text.ts';
import { createSayAtlas } from './atlas-text.ts';
import { createTextPaper } from './book-paper.ts';
import type { BookPage, BookScope } from './book-scope.ts';
import { drawPageHead } from './draw-page-head.ts';

/** Stands in the place of a map that could not be drawn, so that the numbers of all other pages hold: which map, and why. */
export function drawFailedPage(
  { plan, measure }: BookScope,
  { number, title, reason }: { readonly number: number; readonly title: string; readonly reason: string },
): BookPage {
  const say = createSayAtlas(plan.spec.language);
  const place = createTextPaper(plan.spec.paper);
  const { content } = place;
  const size = 4;
  const lines = wrapText(reason, { measure, font: 'sans', size, width: content.width * 0.8 });
  return {
    paper: place.paper,
    links: [],
    items: [
      ...drawPageHead(place, { title, remark: say('failed_page'), number, total: plan.pages.length }, { say, measure }),
      ...lines.map((line, index) =>
        textItem(line, [content.x, content.y + 26 + index * size * 1.7], { size, color: INK_2 }),
      ),
    ],
  };
}
