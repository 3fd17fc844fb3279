import { createSayAtlas } from './atlas-text.ts';
import type { BookPage, BookScope } from './book-scope.ts';
import { CONTENTS, contentsRoom } from './contents.ts';
import { drawEntryPage, type EntryPages } from './draw-entry-page.ts';

/** How far lines of a level stand in, millimetres. */
const INDENTS = [0, 2, 6] as const;

/** A page of the contents: areas with their pages. */
export function drawContents(scope: BookScope, page: Pick<EntryPages, 'part' | 'number'>): BookPage {
  const { spec, contents } = scope.plan;
  const say = createSayAtlas(spec.language);
  const maps = spec.maps.map((map) => say(`map_${map}`)).join(say('joiner'));
  return drawEntryPage(scope, {
    ...page,
    title: say('contents'),
    remark: spec.maps.length > 1 ? say('contents_note', { maps }) : maps,
    room: contentsRoom(spec),
    sizes: CONTENTS,
    listEntries: (from, to) =>
      contents.slice(from, to).map((entry) => ({
        title: entry.title,
        remark: '',
        indent: INDENTS[entry.level],
        bold: entry.level < 2,
        place: entry.first === entry.last ? String(entry.first) : say('pages', { ...entry }),
        page: entry.first,
      })),
  });
}
