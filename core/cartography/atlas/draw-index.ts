import { createSayAtlas } from './atlas-text.ts';
import { createTextPaper } from './book-paper.ts';
import type { BookPage, BookScope } from './book-scope.ts';
import { drawEntries } from './draw-entries.ts';
import { drawPageHead } from './draw-page-head.ts';
import { INDEX, indexRoom } from './name-list.ts';

/** A page of the index of names: each with its page and square. */
export function drawIndex(
  { plan, measure }: BookScope,
  { part, number }: { readonly part: number; readonly number: number },
): BookPage {
  const { spec } = plan;
  const say = createSayAtlas(spec.language);
  const place = createTextPaper(spec.paper);
  const { content } = place;
  const { columns, rows } = indexRoom(spec);
  const title = part === 0 ? say('index') : say('continued', { title: say('index') });
  const drawn = drawEntries(
    plan.index
      .slice(part * columns * rows, (part + 1) * columns * rows)
      .map(({ name, within, page, square, strong }) => ({
        title: name,
        remark: within,
        indent: 0,
        bold: strong,
        place: `${page}  ${square}`,
        page,
      })),
    {
      room: { ...content, y: content.y + INDEX.head },
      columns,
      rows,
      row: INDEX.row,
      size: INDEX.size,
      gap: INDEX.gap,
      measure,
    },
  );
  const head = drawPageHead(
    place,
    { title, remark: say('index_note'), number, total: plan.pages.length },
    { say, measure },
  );
  return { paper: place.paper, items: [...head, ...drawn.items], links: drawn.links };
}
