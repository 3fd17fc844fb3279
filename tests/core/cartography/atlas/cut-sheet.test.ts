import { describe, expect, it } from 'vitest';
import { piecesOf, placesAlong } from '#core/cartography/atlas/sections.ts';
import { cutSheet } from '#core/cartography/atlas/tiles/cut-sheet.ts';

const A0 = { width: 1189, height: 841 };

describe('cutSheet', () => {
  it('cuts A0 into the fewest A3 pages: 400 x 277 mm of each, 20 mm of them shared', () => {
    // across (1189 - 20) / 380 = 3.08 -> 4, down (841 - 20) / 257 = 3.19 -> 4; standing (1169 / 257 -> 5) x (821 / 380 -> 3) = 15
    const cut = cutSheet(A0, 'A3');
    expect([cut.across, cut.down, cut.tiles.length, cut.page.width]).toEqual([5, 3, 15, 297]);
    expect([cut.tiles[0]?.name, cut.tiles.at(-1)?.name]).toEqual(['A1', 'C5']);
  });

  it('shows every point of the sheet, and shares 20 mm with the next page', () => {
    const { tiles } = cutSheet(A0, 'A4');
    for (let x = 0; x <= A0.width; x += 7)
      for (let y = 0; y <= A0.height; y += 7)
        expect(
          tiles.some(({ rect }) => x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height),
        ).toBe(true);
    const [first, second] = tiles;
    expect((first?.rect.x ?? 0) + (first?.rect.width ?? 0) - (second?.rect.x ?? 0)).toBeCloseTo(20, 9);
  });

  it('needs one page for what fits', () => {
    expect(piecesOf({ width: 100, height: 50 }, { width: 100, height: 50, overlap: 20 }).rects).toHaveLength(1);
    expect(placesAlong(0, 100, { length: 100, overlap: 20 })).toEqual([50]);
    expect(placesAlong(0, 180, { length: 100, overlap: 20 })).toEqual([50, 130]);
  });
});
