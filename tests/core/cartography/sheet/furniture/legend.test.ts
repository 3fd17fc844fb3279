import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { createPaperSizes } from '#core/cartography/sheet/body/paper-sizes.ts';
import { createLegend, legendColumnWidth } from '#core/cartography/sheet/furniture/legend.ts';
import { createFurnitureKit } from '#core/cartography/sheet/furniture-kit.ts';
import { getPaper } from '#core/cartography/sheet/paper.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { listTexts, measurePlainly } from '#tests/support/sheets.ts';
import { WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

describe('createLegend', () => {
  it('begins and ends no column with one entry of a group that goes on elsewhere', () => {
    const context = createIndicatorContext(createTinyCounty());
    const area = { areaCode: WEST_TOWN, palette: 'paper', language: 'zh' } as const;
    const definition = createMapDefinition({ context, map: 'progress', ...area });
    const paper = getPaper('A2');
    const kit = createFurnitureKit(paper, 'zh', measurePlainly);
    const swatches = { definition, sizes: createPaperSizes(paper, 'town') };
    const groups = definition.legend.filter(({ layout }) => layout === 'list');
    const column = legendColumnWidth(kit, swatches, groups);
    for (let columns = 1; columns <= 4; columns++) {
      const width = columns * (column + kit.em.table * 1.2);
      // what symbols say stands in their middle
      const all = listTexts(createLegend(kit, swatches, groups).set(width, Infinity).items);
      const texts = all.filter(({ anchor = 'start' }) => anchor === 'start');
      let last = 0;
      for (const { entries } of groups) {
        const places = entries.map(({ label }) => {
          last = texts.findIndex(({ text }, index) => index > last && label.startsWith(text));
          return texts[last]?.x;
        });
        const counts = [...new Set(places)].map((x) => places.filter((place) => place === x).length);
        if (entries.length > 1) expect(Math.min(...counts), `${columns}, ${entries[0]?.label}`).toBeGreaterThan(1);
      }
    }
  });
});
