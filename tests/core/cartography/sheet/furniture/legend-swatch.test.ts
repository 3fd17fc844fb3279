import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { createPaperSizes } from '#core/cartography/sheet/body/paper-sizes.ts';
import { drawSample } from '#core/cartography/sheet/furniture/legend-swatch.ts';
import { getPaper } from '#core/cartography/sheet/paper.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { listTexts } from '#tests/support/sheets.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

describe('drawSample', () => {
  it('numbers the square of a late task, which in black and white is otherwise that of a site', () => {
    const context = createIndicatorContext(createTinyCounty());
    const definition = createMapDefinition({
      context,
      map: 'progress',
      areaCode: COUNTY,
      palette: 'mono',
      language: 'zh',
    });
    const kit = { definition, sizes: createPaperSizes(getPaper('A0'), 'county') };
    const box = { x: 0, y: 0, width: 20, height: 10 };
    const entries = definition.legend.flatMap((group) => group.entries);
    const textsOf = (id: string): readonly string[] =>
      entries
        .filter((entry) => entry.id === id)
        .flatMap((entry) => listTexts(drawSample(kit, entry, box)))
        .map(({ text }) => text);
    expect(textsOf('task-late')).toEqual(['1']);
    expect(textsOf('site-4')).toEqual([]);
  });
});
