import { describe, expect, it } from 'vitest';
import { createSayAtlas } from '#core/cartography/atlas/atlas-text.ts';
import { SEAL } from '#core/cartography/atlas/draw-page-head.ts';
import { cutSheet } from '#core/cartography/atlas/tiles/cut-sheet.ts';
import { drawAssembly } from '#core/cartography/atlas/tiles/draw-assembly.ts';
import { boundsOfContours } from '#core/cartography/sheet/contour-geometry.ts';
import type { DrawItem, Rect } from '#core/cartography/sheet/drawing.ts';
import { INK } from '#core/cartography/sheet/shapes.ts';
import { composeTinySheet, listTexts, measurePlainly } from '#tests/support/sheets.ts';

/** Bounds of everything outlined in a colour and width. */
const boundsOf = (items: readonly DrawItem[], color: string, width: number): Rect =>
  boundsOfContours(
    items.flatMap((item) =>
      item.kind === 'path' && item.closed && item.stroke?.color === color && item.stroke.width === width
        ? [...item.contours]
        : [],
    ),
  );

describe('drawAssembly', () => {
  it('shows as many pages as there are, which together end where the sheet ends, within the printed part of a page', () => {
    const sheet = composeTinySheet({ paper: 'A1' });
    const cut = cutSheet(sheet.paper, 'A3');
    const say = createSayAtlas('zh');
    const items = drawAssembly({ sheet, cut, names: { sheet: 'A1', tile: 'A3' }, say, measure: measurePlainly });
    const pages = boundsOf(items, SEAL, 0.3);
    const outline = boundsOf(items, INK, 0.5);
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(pages[side]).toBeCloseTo(outline[side], 6);
    expect(outline.width).toBeCloseTo(cut.printable.width, 6);
    const texts = listTexts(items).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(cut.tiles.map(({ name }) => name)));
    expect(texts.join('')).toContain('分4列2行，共8页A3');
  });

  it('says its steps within the page and its heading clear of the title, on the smallest page in the longest language', () => {
    const sheet = composeTinySheet({ paper: 'A1', language: 'en' });
    for (const tile of ['A3', 'A4'] as const) {
      const cut = cutSheet(sheet.paper, tile);
      const names = { sheet: 'A1', tile };
      const texts = listTexts(drawAssembly({ sheet, cut, names, say: createSayAtlas('en'), measure: measurePlainly }));
      const { x, y, width, height } = cut.printable;
      for (const item of texts) {
        const wide = measurePlainly(item.text, item.font, item.size);
        const left = item.anchor === 'end' ? item.x - wide : item.anchor === 'middle' ? item.x - wide / 2 : item.x;
        expect(left, item.text).toBeGreaterThanOrEqual(x - 1e-6);
        expect(left + wide, item.text).toBeLessThanOrEqual(x + width + 1e-6);
        expect(item.y, item.text).toBeLessThanOrEqual(y + height);
      }
      const [heading, title] = texts;
      const headingEnd = x + measurePlainly(heading?.text ?? '', 'bold', heading?.size ?? 0);
      expect((title?.x ?? 0) - measurePlainly(title?.text ?? '', 'sans', title?.size ?? 0)).toBeGreaterThan(headingEnd);
    }
  });
});
