import type { DrawItem } from '../../sheet/drawing.ts';
import { INK, INK_2, lineItem, rectContour, textItem } from '../../sheet/shapes.ts';
import type { SayAtlas } from '../atlas-text.ts';
import type { SheetCut, Tile } from './cut-sheet.ts';

const MARK = 6;
/** Words keep this far from the triangles that show the overlap, millimetres. */
const MARK_CLEARANCE = 2;
const THIN = { color: INK, width: 0.15 } as const;

/** A piece of a sheet on its page: what it shows, cut marks at its corners, marks to which the page before reaches, its name. */
export function drawTile(
  { items, tile, cut }: { readonly items: readonly DrawItem[]; readonly tile: Tile; readonly cut: SheetCut },
  say: SayAtlas,
): readonly DrawItem[] {
  const { place } = cut;
  return [
    {
      kind: 'group',
      at: [place.x - tile.rect.x, place.y - tile.rect.y],
      clip: [rectContour(tile.rect)],
      items,
    },
    ...drawMarks(cut, tile),
    textItem(
      say('tile_label', {
        name: tile.name,
        column: tile.column + 1,
        across: cut.across,
        row: tile.row + 1,
        down: cut.down,
      }),
      [place.x + cut.overlap + 2 * MARK_CLEARANCE, place.y - 3],
      { size: 2.8, font: 'bold', color: INK_2 },
    ),
  ];
}

function drawMarks({ place, overlap }: SheetCut, { column, row }: Tile): readonly DrawItem[] {
  const right = place.x + place.width;
  const bottom = place.y + place.height;
  const [from, to] = [1.5, 1.5 + MARK];
  const across = (y: number): DrawItem[] => [
    lineItem([place.x - to, y, place.x - from, y], THIN),
    lineItem([right + from, y, right + to, y], THIN),
  ];
  const down = (x: number): DrawItem[] => [
    lineItem([x, place.y - to, x, place.y - from], THIN),
    lineItem([x, bottom + from, x, bottom + to], THIN),
  ];
  const arrow = (x: number, y: number): DrawItem => ({
    kind: 'path',
    contours: [[x, y, x - 1.2, y - 2, x + 1.2, y - 2]],
    closed: true,
    fill: INK,
  });
  return [
    ...across(place.y),
    ...across(bottom),
    ...down(place.x),
    ...down(right),
    // so far the page at the left, or above, lies over this one
    ...(column > 0 ? [arrow(place.x + overlap, place.y - 1)] : []),
    ...(row > 0
      ? [
          {
            kind: 'path',
            contours: [
              [
                place.x - 1,
                place.y + overlap,
                place.x - 3,
                place.y + overlap - 1.2,
                place.x - 3,
                place.y + overlap + 1.2,
              ],
            ],
            closed: true,
            fill: INK,
          } as const,
        ]
      : []),
    // white edges are cut at the right and at the bottom
    lineItem([right + 0.1, place.y, right + 0.1, bottom], { ...THIN, dash: [1.5, 1.5] }),
    lineItem([place.x, bottom + 0.1, right, bottom + 0.1], { ...THIN, dash: [1.5, 1.5] }),
  ];
}
