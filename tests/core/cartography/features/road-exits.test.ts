import { describe, expect, it } from 'vitest';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import type { Language } from '#core/texts/language.ts';
import { COUNTY, EAST_TOWN, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

function listExits(areaCode: string, language: Language = 'zh') {
  const context = createIndicatorContext(createTinyCounty());
  return buildFeatures({ context, layer: 'neighbours', areaCode, language }).features.filter(
    ({ properties }) => properties.role === 'exit',
  );
}

const nameOf = (code: string): string => createTinyCounty().areas.find((area) => area.code === code)?.name ?? '';

describe('buildRoadExits', () => {
  it('names the town to which the trunk road leads, just beyond the boundary', () => {
    const [west] = listExits(WEST_TOWN);
    const [east] = listExits(EAST_TOWN);
    expect(west?.properties.label).toBe(`至${nameOf(EAST_TOWN)}`);
    expect(east?.properties.label).toBe(`至${nameOf(WEST_TOWN)}`);
    // the boundary between the towns is 107.52 E, the road 27.005 N
    const [lon, lat] = west?.geometry.type === 'Point' ? west.geometry.coordinates : [0, 0];
    expect(lon).toBeGreaterThan(107.52);
    expect(lon).toBeLessThan(107.521);
    expect(lat).toBe(27.005);
  });

  it('names the village beyond on the map of a village', () => {
    const [village] = VILLAGES;
    expect(listExits(village).every(({ properties }) => /^至.+村$/.test(String(properties.label)))).toBe(true);
    expect(listExits(WEST_TOWN, 'en')[0]?.properties.label).toMatch(/^to [A-Z]/);
  });

  it('knows nothing beyond the county', () => {
    expect(listExits(COUNTY)).toEqual([]);
  });
});
