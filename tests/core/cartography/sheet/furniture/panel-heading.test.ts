import { describe, expect, it } from 'vitest';
import { panelHeading } from '#core/cartography/sheet/furniture/panel-heading.ts';
import { createFurnitureKit } from '#core/cartography/sheet/furniture-kit.ts';
import { getPaper } from '#core/cartography/sheet/paper.ts';
import { listTexts, measurePlainly } from '#tests/support/sheets.ts';

const kit = createFurnitureKit(getPaper('A0'), 'en', measurePlainly);

describe('panelHeading', () => {
  it('sets a long title smaller before it cuts it', () => {
    const title = 'Settlements not joined, and their gaps 18 (continued)';
    const width = measurePlainly(title, 'bold', kit.em.heading) * 0.8;
    const [shown] = listTexts(panelHeading(kit, title, { width }));
    expect(shown?.text).toBe(title);
    expect(shown?.size).toBeCloseTo(kit.em.heading * 0.8);
  });
});
