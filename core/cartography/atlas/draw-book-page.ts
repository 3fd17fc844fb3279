import { drawWatermark } from '../sheet/furniture/title.ts';
import { createFurnitureKit } from '../sheet/furniture-kit.ts';
import { getPaper } from '../sheet/paper.ts';
import { INK_2, textItem } from '../sheet/shapes.ts';
import { createSayAtlas } from './atlas-text.ts';
import { createTextPaper } from './book-paper.ts';
import type { BookPage, BookScope } from './book-scope.ts';
import { drawContents } from './draw-contents.ts';
import { drawCover } from './draw-cover.ts';
import { drawIndex } from './draw-index.ts';
import { drawOverview } from './draw-overview.ts';
import { drawPaper } from './papers/paper-pages.ts';
import { PAPER_CONTENT, PAPER_PAGE } from './papers/paper-style.ts';
import type { PlannedPage } from './plan-atlas.ts';

/** Draws a page that is not a map; null for maps. */
export function drawBookPage(scope: BookScope, page: PlannedPage): BookPage | null {
  const drawn = drawTextPage(scope, page);
  if (!drawn || scope.plan.spec.edition !== 'review') return drawn;
  const { spec } = scope.plan;
  const kit = createFurnitureKit({ ...getPaper(spec.paper), isBound: true }, spec.language, scope.measure);
  return { ...drawn, items: [...drawn.items, ...drawWatermark(kit, createTextPaper(spec.paper).content)] };
}

function drawTextPage(scope: BookScope, { content, number }: PlannedPage): BookPage | null {
  switch (content.kind) {
    case 'map':
      return null;
    case 'cover':
      return drawCover(scope);
    case 'overview':
      return drawOverview(scope, { areaCode: content.areaCode, number });
    case 'contents':
      return drawContents(scope, { part: content.part, number });
    case 'index':
      return drawIndex(scope, { part: content.part, number });
    case 'paper':
      return drawPaperPage(scope, { content, number });
  }
}

/** A page of a paper, with its number in the book beside its own. */
function drawPaperPage(
  { plan, context, measure }: BookScope,
  {
    content,
    number,
  }: { readonly content: Extract<PlannedPage['content'], { kind: 'paper' }>; readonly number: number },
): BookPage {
  const { asOf, language } = plan.spec;
  const items = drawPaper(content.paper, { context, language, asOf, measure })[content.part] ?? [];
  const say = createSayAtlas(language);
  const y = PAPER_PAGE.height - 8;
  const size = 2.9;
  const mark = textItem(
    say('page', { number, total: plan.pages.length }),
    [PAPER_CONTENT.x + PAPER_CONTENT.width / 2, y],
    {
      size,
      anchor: 'middle',
      color: INK_2,
    },
  );
  return { items: [...items, mark], paper: PAPER_PAGE, links: [] };
}
