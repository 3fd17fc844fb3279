import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import type { MapKind } from '#core/county/kinds.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const context = createIndicatorContext(createTinyCounty());

const layersOf = (map: MapKind) =>
  createMapDefinition({ context, map, areaCode: WEST_TOWN, palette: 'paper', language: 'zh' }).layers;

describe('createSettlementLabels', () => {
  it.each(['progress', 'measures'] as const)('leaves the names of sites to the sites: %s', (map) => {
    const layers = layersOf(map);
    expect(layers.some(({ id }) => id === 'sites-label')).toBe(true);
    expect(layers.find(({ id }) => id === 'settlements-label')).toMatchObject({
      filter: ['!=', ['get', 'kind'], 'relocation_site'],
    });
  });

  it.each(['targets', 'industry'] as const)('names every settlement where sites are not drawn: %s', (map) => {
    const label = layersOf(map).find(({ id }) => id === 'settlements-label');
    expect(label && 'filter' in label).toBe(false);
  });
});
