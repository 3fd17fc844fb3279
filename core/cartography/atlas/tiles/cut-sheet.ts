import type { Rect } from '../../sheet/drawing.ts';
import { getPaper, type PaperDimensions, paperDimensions } from '../../sheet/paper.ts';
import { PAGE_OVERLAP } from '../../sheet/sheet-layout.ts';
import type { AtlasPaper } from '../atlas-spec.ts';
import { piecesOf } from '../sections.ts';

/** A piece of a sheet: its name `B3` (row B, column 3) and what of the sheet it shows, millimetres. */
export interface Tile {
  readonly name: string;
  /** From 0. */
  readonly column: number;
  readonly row: number;
  readonly rect: Rect;
}

/** How a sheet is cut into pages of an office printer. */
export interface SheetCut {
  /** A page as it lies. */
  readonly page: PaperDimensions;
  /** Where on the page its piece stands; beyond it printers do not print. */
  readonly place: Rect;
  readonly across: number;
  readonly down: number;
  readonly overlap: number;
  readonly tiles: readonly Tile[];
}

/** Edge that office printers leave white. */
const MARGIN = 10;
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Cuts a sheet into the fewest pages, lying or standing; pieces overlap by 20 mm, rows are lettered and columns numbered. */
export function cutSheet(sheet: PaperDimensions, paper: AtlasPaper): SheetCut {
  const [first, second] = (['landscape', 'portrait'] as const).map((orientation) => {
    const page = paperDimensions(getPaper(paper), orientation);
    const place = { x: MARGIN, y: MARGIN, width: page.width - 2 * MARGIN, height: page.height - 2 * MARGIN };
    return { page, place, ...piecesOf(sheet, { ...place, overlap: PAGE_OVERLAP }) };
  }) as [
    ReturnType<typeof piecesOf> & Pick<SheetCut, 'page' | 'place'>,
    ReturnType<typeof piecesOf> & Pick<SheetCut, 'page' | 'place'>,
  ];
  const { rects, ...cut } = second.rects.length < first.rects.length ? second : first;
  return {
    ...cut,
    overlap: PAGE_OVERLAP,
    tiles: rects.map((rect, index) => {
      const [column, row] = [index % cut.across, Math.floor(index / cut.across)];
      return { name: `${LETTERS[row % LETTERS.length]}${column + 1}`, column, row, rect };
    }),
  };
}
