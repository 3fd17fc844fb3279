import { createSayAtlas } from './atlas-text.ts';
import type { BookPage, BookScope } from './book-scope.ts';
import { drawEntryPage, type EntryPages } from './draw-entry-page.ts';
import { INDEX, indexRoom } from './name-list.ts';

/** A page of the index of names: each with its page and square. */
export function drawIndex(scope: BookScope, page: Pick<EntryPages, 'part' | 'number'>): BookPage {
  const { spec, index } = scope.plan;
  const say = createSayAtlas(spec.language);
  return drawEntryPage(scope, {
    ...page,
    title: say('index'),
    remark: say('index_note'),
    room: indexRoom(spec),
    sizes: INDEX,
    listEntries: (from, to) =>
      index.slice(from, to).map((entry) => ({
        title: entry.name,
        remark: entry.within,
        indent: 0,
        bold: entry.strong,
        place: `${entry.page}  ${entry.square}`,
        page: entry.page,
      })),
  });
}
