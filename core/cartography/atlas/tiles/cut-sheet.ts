import type { Rect } from '../../sheet/drawing.ts';
import { getPaper, type Orientation, type PaperDimensions, paperDimensions } from '../../sheet/paper.ts';
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
  /** What of a page printers print on. */
  readonly printable: Rect;
  /** Where on the page its piece stands, at the upper left of what is printed on. */
  readonly place: Rect;
  readonly across: number;
  readonly down: number;
  readonly overlap: number;
  readonly tiles: readonly Tile[];
}

/** Edge that office printers leave white. */
const MARGIN = 10;
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * Cuts a sheet into the fewest pages, lying or standing, and those into pieces of one size, so that the last column is no strip; pieces overlap by 20 mm,
 * rows are lettered and columns numbered.
 */
export function cutSheet(sheet: PaperDimensions, paper: AtlasPaper): SheetCut {
  const [lying, standing] = [cutInto(sheet, paper, 'landscape'), cutInto(sheet, paper, 'portrait')];
  return standing.tiles.length < lying.tiles.length ? standing : lying;
}

function cutInto(sheet: PaperDimensions, paper: AtlasPaper, orientation: Orientation): SheetCut {
  const page = paperDimensions(getPaper(paper), orientation);
  const printable = { x: MARGIN, y: MARGIN, width: page.width - 2 * MARGIN, height: page.height - 2 * MARGIN };
  const { rects, across, down } = piecesOf(sheet, { ...printable, overlap: PAGE_OVERLAP });
  const { width, height } = rects[0] ?? printable;
  return {
    page,
    printable,
    place: { x: MARGIN, y: MARGIN, width, height },
    across,
    down,
    overlap: PAGE_OVERLAP,
    tiles: rects.map((rect, index) => {
      const [column, row] = [index % across, Math.floor(index / across)];
      return { name: `${LETTERS[row % LETTERS.length]}${column + 1}`, column, row, rect };
    }),
  };
}
