import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import { type LayerFeatures, listLegend } from '#core/cartography/list-legend.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const context = () => createIndicatorContext(createTinyCounty());

const createProgress = () =>
  createMapDefinition({ context: context(), map: 'progress', areaCode: COUNTY, palette: 'light', language: 'zh' });

const featuresOf = (...layers: readonly ('segments' | 'seats' | 'sites')[]): LayerFeatures =>
  Object.fromEntries(
    layers.map((layer) => [layer, buildFeatures({ context: context(), layer, areaCode: COUNTY, language: 'zh' })]),
  );

const idsOf = (groups: ReturnType<typeof listLegend>): readonly string[] =>
  groups.flatMap(({ entries }) => entries.map(({ id }) => id));

describe('listLegend', () => {
  it('keeps the classes that occur and drops the others', () => {
    const ids = idsOf(listLegend(createProgress(), featuresOf('segments')));
    expect(ids).toEqual(expect.arrayContaining(['segment-hardened', 'segment-under_way', 'segment-not_begun']));
    expect(ids.filter((id) => id.startsWith('site-'))).toEqual([]);
  });

  it('drops groups without lines', () => {
    const groups = listLegend(createProgress(), {});
    expect(groups.every(({ entries }) => entries.length > 0)).toBe(true);
    expect(idsOf(groups)).toEqual([]);
  });

  it('gives lines of one group swatches that differ', () => {
    const groups = listLegend(createProgress(), featuresOf('segments', 'sites'));
    for (const { title, entries } of groups) {
      const drawn = entries.map(({ swatches }) => JSON.stringify(swatches.map(({ layerId: _, ...look }) => look)));
      expect(new Set(drawn).size, title).toBe(drawn.length);
    }
  });
});
