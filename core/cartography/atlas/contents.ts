import type { ArrangedPage } from './arrange-atlas.ts';
import type { AtlasSpec } from './atlas-spec.ts';
import { createTextPaper } from './book-paper.ts';

/** A line of the contents. */
export interface ContentsEntry {
  readonly title: string;
  /** 0 = of the whole, 1 = a town, 2 = a village. */
  readonly level: 0 | 1 | 2;
  readonly first: number;
  readonly last: number;
}

/** Sizes of the contents, millimetres. */
export const CONTENTS = { size: 3.2, row: 5.3, column: 78, gap: 10, head: 19 } as const;

/** Columns and rows of lines on a page. */
export function contentsRoom(spec: AtlasSpec): { readonly columns: number; readonly rows: number } {
  const { content } = createTextPaper(spec.paper);
  return {
    columns: Math.max(1, Math.round((content.width + CONTENTS.gap) / (CONTENTS.column + CONTENTS.gap))),
    rows: Math.floor((content.height - CONTENTS.head) / CONTENTS.row),
  };
}

/** Pages that the contents take. */
export function countContentsPages(spec: AtlasSpec, pages: readonly ArrangedPage[]): number {
  const { columns, rows } = contentsRoom(spec);
  return Math.max(1, Math.ceil(pages.filter(({ entry }) => entry !== null).length / (columns * rows)));
}
