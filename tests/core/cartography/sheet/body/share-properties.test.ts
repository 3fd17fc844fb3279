import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import type { MapFeature } from '#core/cartography/features/map-feature.ts';
import { createPropertySharer } from '#core/cartography/sheet/body/share-properties.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const definition = createMapDefinition({
  context: createIndicatorContext(createTinyCounty()),
  map: 'progress',
  areaCode: COUNTY,
  palette: 'paper',
  language: 'zh',
});

const line = (properties: Record<string, string | number>): MapFeature =>
  ({
    type: 'Feature',
    properties: { name: 'C001', nameEn: '', label: 'C001', width: 'C', progress: 'hardened', ...properties },
    geometry: {
      type: 'LineString',
      coordinates: [
        [107, 27],
        [107.1, 27],
      ],
    },
  }) as unknown as MapFeature;

describe('createPropertySharer', () => {
  it('gives lines that no layer tells apart the properties of the first', () => {
    const share = createPropertySharer(definition, 'segments');
    const first = share(line({ code: 'a', lengthMeters: 120 }));
    const second = share(line({ code: 'b', lengthMeters: 340 }));
    expect(second.properties).toBe(first.properties);
  });

  it('keeps lines apart that are drawn otherwise', () => {
    const share = createPropertySharer(definition, 'segments');
    const states = ['hardened', 'under_way', 'not_begun', 'none'].map(
      (progress) => share(line({ code: progress, progress })).properties,
    );
    expect(new Set(states).size).toBe(4);
    expect(states.map(({ progress }) => progress)).toEqual(['hardened', 'under_way', 'not_begun', 'none']);
  });

  it('keeps the geometry of each, and points by themselves', () => {
    const share = createPropertySharer(definition, 'segments');
    const given = line({ code: 'a' });
    expect(share(given).geometry).toBe(given.geometry);
    const point = { ...line({ code: 'p' }), geometry: { type: 'Point', coordinates: [107, 27] } } as MapFeature;
    expect(share(point)).toBe(point);
  });
});
