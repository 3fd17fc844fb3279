import { describe, expect, it } from 'vitest';
import { drawTitle } from '#core/cartography/sheet/furniture/title.ts';
import { createFurnitureKit } from '#core/cartography/sheet/furniture-kit.ts';
import { getPaper } from '#core/cartography/sheet/paper.ts';
import { createSheetLayout } from '#core/cartography/sheet/sheet-layout.ts';
import { listTexts, measurePlainly } from '#tests/support/sheets.ts';

/** Share of the frame's width that the widest line of a title takes, and how high it is against its class. */
function setTitle(title: string, size: string) {
  const paper = getPaper(size);
  const kit = createFurnitureKit(paper, 'en', measurePlainly);
  const layout = createSheetLayout({ paper, orientation: 'landscape', scale: 'fit', box: [0, 0, 70_000, 50_000] });
  const items = drawTitle(kit, {
    place: layout.title,
    frameWidth: layout.outerFrame.width,
    title,
    asOf: 'as of 22 November 2026',
    campaign: 'Campaign',
    edition: 'internal',
  });
  const lines = listTexts(items).filter(({ color, text }) => color === '#A8321F' && title.includes(text));
  const width = Math.max(...lines.map((line) => measurePlainly(line.text, 'bold', line.size)));
  return {
    lines: lines.length,
    share: width / layout.outerFrame.width,
    ofSheet: width / layout.title.width,
    height: (lines[0]?.size ?? 0) / kit.em.title,
  };
}

describe('drawTitle', () => {
  it.each(['A0', 'A1', 'A2', '1200x900'])('keeps a long English title within 65 %% of the frame on %s', (size) => {
    const { share, ofSheet } = setTitle('Map of Progress of Qingling County', size);
    expect(Math.min(share - 0.65, ofSheet - 0.5)).toBeLessThanOrEqual(1e-6);
  });

  it('breaks a title that would get too small in one line', () => {
    const { lines, height } = setTitle('Map of Industry of Taicao Village, Shanping Township, Qingling County', 'A3');
    expect(lines).toBe(2);
    expect(height).toBeGreaterThan(0.45);
  });
});
