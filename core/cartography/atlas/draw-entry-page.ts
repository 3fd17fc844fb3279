import { createSayAtlas } from './atlas-text.ts';
import { createTextPaper } from './book-paper.ts';
import type { BookPage, BookScope } from './book-scope.ts';
import { drawEntries, type PageEntry } from './draw-entries.ts';
import { drawPageHead } from './draw-page-head.ts';

/** Lines that lead to pages, over as many pages as they need. */
export interface EntryPages {
  /** Part of the list that is drawn, from 0, and the number of its page. */
  readonly part: number;
  readonly number: number;
  readonly title: string;
  readonly remark: string;
  /** Columns and rows of a page. */
  readonly room: { readonly columns: number; readonly rows: number };
  /** Sizes in millimetres: characters, pitch of the lines, gap of the columns, room of the head. */
  readonly sizes: { readonly size: number; readonly row: number; readonly gap: number; readonly head: number };
  /** Those that stand on the part, of all. */
  readonly listEntries: (from: number, to: number) => readonly PageEntry[];
}

/** A page of contents or of an index: what goes on from the page before says so. */
export function drawEntryPage(
  { plan, measure }: BookScope,
  { part, number, title, remark, room: { columns, rows }, sizes, listEntries }: EntryPages,
): BookPage {
  const say = createSayAtlas(plan.spec.language);
  const place = createTextPaper(plan.spec.paper);
  const { content } = place;
  const { size, row, gap, head } = sizes;
  const room = { ...content, y: content.y + head };
  const entries = listEntries(part * columns * rows, (part + 1) * columns * rows);
  const drawn = drawEntries(entries, { room, columns, rows, row, size, gap, measure });
  const words = {
    title: part === 0 ? title : say('continued', { title }),
    remark,
    number,
    total: plan.pages.length,
  };
  return {
    paper: place.paper,
    items: [...drawPageHead(place, words, { say, measure }), ...drawn.items],
    links: drawn.links,
  };
}
