import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { createPaperSizes } from '#core/cartography/sheet/body/paper-sizes.ts';
import { boundsOfContours } from '#core/cartography/sheet/contour-geometry.ts';
import type { DrawItem } from '#core/cartography/sheet/drawing.ts';
import { drawSample, patchHeight, sampleWidth } from '#core/cartography/sheet/furniture/legend-swatch.ts';
import { getPaper } from '#core/cartography/sheet/paper.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { listTexts } from '#tests/support/sheets.ts';
import { COUNTY, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const areaOf = (items: readonly DrawItem[]): number => {
  const { width, height } = boundsOfContours(
    items.flatMap((item) => {
      if (item.kind === 'group') return [];
      if (item.kind === 'circle')
        return [[item.x - item.radius, item.y - item.radius, item.x + item.radius, item.y + item.radius]];
      return item.kind === 'path' ? [...item.contours] : [];
    }),
  );
  return width * height;
};

describe('patchHeight', () => {
  it('leaves the colour of an area to be seen around the largest light on it', () => {
    const context = createIndicatorContext(createTinyCounty());
    const definition = createMapDefinition({
      context,
      map: 'progress',
      areaCode: WEST_TOWN,
      palette: 'paper',
      language: 'zh',
    });
    const kit = { definition, sizes: createPaperSizes(getPaper('A2'), 'town') };
    const entries = definition.legend.flatMap((group) => group.entries);
    const green = entries.find(({ id }) => id === 'light-green');
    if (!green) throw new Error('Got no line for green.');
    const width = Math.min(12, sampleWidth(kit, green));
    const height = patchHeight(kit, green, width);
    const [patch, ...light] = drawSample(kit, green, { x: 0, y: 0, width, height });
    expect(areaOf(patch ? [patch] : [])).toBeCloseTo(width * height, 6);
    expect(areaOf(light)).toBeLessThan(0.6 * width * height);
    expect(areaOf(light)).toBeGreaterThan(0);
  });
});

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
