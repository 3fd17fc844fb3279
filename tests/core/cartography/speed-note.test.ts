import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { DEFAULT_SETTINGS } from '#core/county/campaign.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { COUNTY, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

describe('createSpeedNote', () => {
  it('names version and speeds on every map that shows travel times', () => {
    const speeds = { ...DEFAULT_SETTINGS.speeds, version: 7 };
    const context = createIndicatorContext(createTinyCounty({ settings: { ...DEFAULT_SETTINGS, speeds } }));
    const notesOf = (map: 'targets' | 'industry', areaCode: string) =>
      createMapDefinition({ context, map, areaCode, palette: 'light', language: 'zh' }).notes.join('\n');
    for (const areaCode of [COUNTY, WEST_TOWN, VILLAGES[0]])
      expect(notesOf('targets', areaCode)).toContain('速度表第7版（公里/小时）：有铺装 国道60、省道50');
    expect(notesOf('industry', COUNTY)).toContain('速度表第7版');
  });
});
