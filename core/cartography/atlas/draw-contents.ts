import { createSayAtlas } from './atlas-text.ts';
import { createTextPaper } from './book-paper.ts';
import type { BookPage, BookScope } from './book-scope.ts';
import { CONTENTS, contentsRoom } from './contents.ts';
import { drawEntries } from './draw-entries.ts';
import { drawPageHead } from './draw-page-head.ts';

/** A page of the contents: areas with their pages. */
export function drawContents(
  { plan, measure }: BookScope,
  { part, number }: { readonly part: number; readonly number: number },
): BookPage {
  const { spec } = plan;
  const say = createSayAtlas(spec.language);
  const place = createTextPaper(spec.paper);
  const { content } = place;
  const { columns, rows } = contentsRoom(spec);
  const maps = spec.maps.map((map) => say(`map_${map}`)).join(say('joiner'));
  const title = part === 0 ? say('contents') : say('continued', { title: say('contents') });
  const drawn = drawEntries(
    plan.contents.slice(part * columns * rows, (part + 1) * columns * rows).map((entry) => ({
      title: entry.title,
      remark: '',
      indent: [0, 2, 6][entry.level] ?? 0,
      bold: entry.level < 2,
      place: entry.first === entry.last ? String(entry.first) : say('pages', { ...entry }),
      page: entry.first,
    })),
    {
      room: { ...content, y: content.y + CONTENTS.head },
      columns,
      rows,
      row: CONTENTS.row,
      size: CONTENTS.size,
      gap: CONTENTS.gap,
      measure,
    },
  );
  const head = drawPageHead(
    place,
    { title, remark: spec.maps.length > 1 ? say('contents_note', { maps }) : maps, number, total: plan.pages.length },
    { say, measure },
  );
  return { paper: place.paper, items: [...head, ...drawn.items], links: drawn.links };
}
