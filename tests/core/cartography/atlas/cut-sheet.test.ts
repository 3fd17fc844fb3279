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

  it('cuts into pieces of one size that end where the sheet ends: no column is a strip', () => {
    // A1 on A3 standing: (841 - 20) / 257 = 3.19 -> 4 columns of (841 + 3 x 20) / 4 mm, (594 - 20) / 380 = 1.51 -> 2 rows of (594 + 20) / 2 mm
    const cut = cutSheet({ width: 841, height: 594 }, 'A3');
    expect([cut.across, cut.down, cut.page.width]).toEqual([4, 2, 297]);
    for (const { rect } of cut.tiles) {
      expect(rect.width).toBeCloseTo(225.25, 9);
      expect(rect.height).toBeCloseTo(307, 9);
    }
    const last = cut.tiles.at(-1)?.rect ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(last.x + last.width).toBeCloseTo(841, 9);
    expect(last.y + last.height).toBeCloseTo(594, 9);
    expect([cut.place.width, cut.place.height]).toEqual([last.width, last.height]);
    expect([cut.printable.width, cut.printable.height]).toEqual([277, 400]);
  });

  it('takes no more pages than a cut with whole pages does, on any paper', () => {
    for (const paper of ['A3', 'A4'] as const)
      for (const [width, height] of [
        [594, 420],
        [841, 594],
        [1189, 841],
        [1682, 1189],
        [2400, 1200],
      ] as const) {
        const { tiles, printable, overlap, place } = cutSheet({ width, height }, paper);
        const [long, short] = [
          Math.max(printable.width, printable.height),
          Math.min(printable.width, printable.height),
        ];
        const count = (length: number, of: number) => Math.max(1, Math.ceil((length - overlap) / (of - overlap)));
        const fewest = Math.min(count(width, long) * count(height, short), count(width, short) * count(height, long));
        expect(tiles).toHaveLength(fewest);
        expect(place.width).toBeLessThanOrEqual(printable.width + 1e-9);
        expect(place.height).toBeLessThanOrEqual(printable.height + 1e-9);
      }
  });

  it('needs one page for what fits', () => {
    expect(piecesOf({ width: 100, height: 50 }, { width: 100, height: 50, overlap: 20 }).rects).toHaveLength(1);
    expect(placesAlong(0, 100, { length: 100, overlap: 20 })).toEqual([50]);
    expect(placesAlong(0, 180, { length: 100, overlap: 20 })).toEqual([50, 130]);
  });
});
