import { describe, expect, it } from 'vitest';
import { drawOverlaps } from '#core/cartography/sheet/furniture/page-marks.ts';
import { createFurnitureKit } from '#core/cartography/sheet/furniture-kit.ts';
import { getPaper } from '#core/cartography/sheet/paper.ts';
import { measurePlainly } from '#tests/support/sheets.ts';

const kit = createFurnitureKit(getPaper('A3'), 'zh', measurePlainly);
const layout = { map: { x: 40, y: 30, width: 300, height: 200 } };

describe('drawOverlaps', () => {
  it('draws a dashed line 20 mm inside the frame on each side where the area goes on', () => {
    const items = drawOverlaps(kit, { overlaps: ['east', 'south'] }, layout);
    expect(items).toMatchObject([
      { kind: 'path', contours: [[320, 30, 320, 230]], stroke: { dash: expect.any(Array) } },
      { kind: 'path', contours: [[40, 210, 340, 210]] },
    ]);
  });

  it('draws nothing on a page that holds its area whole', () => {
    expect(drawOverlaps(kit, {}, layout)).toEqual([]);
  });
});
