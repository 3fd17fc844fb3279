import { describe, expect, it } from 'vitest';
import { countUnreached, describeReach } from '#core/cartography/features/area-reach.ts';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import { DEFAULT_SETTINGS } from '#core/county/campaign.ts';
import { bboxOf } from '#core/geo/bbox.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { COUNTY, VILLAGES } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const [SOUTH_WEST, , , NORTH_EAST] = VILLAGES;

/** Park-1 stands at the western end of the trunk road, the villages to its east. */
const contextWithin = (parkMinutes: number) =>
  createIndicatorContext(createTinyCounty({ settings: { ...DEFAULT_SETTINGS, parkMinutes } }));

describe('buildReachFeatures', () => {
  it('draws the minutes of I2 and half of them, the wider band first', () => {
    const { features } = buildFeatures({
      context: contextWithin(30),
      layer: 'reach',
      areaCode: COUNTY,
      language: 'zh',
    });
    expect(features.map(({ properties }) => [properties.band, properties.minutes])).toEqual([
      ['far', 30],
      ['near', 15],
    ]);
  });

  it('reaches less far along the roads in fewer minutes', () => {
    const [far, near] = buildFeatures({
      context: contextWithin(4),
      layer: 'reach',
      areaCode: COUNTY,
      language: 'zh',
    }).features.map(({ geometry }) => bboxOf(geometry));
    expect(near?.[2]).toBeLessThan(far?.[2] ?? 0);
    // 4 minutes at 60 km/h are 4 km: beyond the county's eastern edge there are no roads
    expect(far?.[2]).toBeGreaterThan(107.53);
    expect(near?.[2]).toBeLessThan(107.53);
  });

  it('draws for every day, plan and setting what a county of its own would show, though surfaces are kept with the roads', () => {
    const county = createTinyCounty();
    const [park] = county.parks;
    const moved = { ...county, parks: park ? [{ ...park, accessPoint: [107.55, 26.05] as const }] : [] };
    const drawn = (of: typeof county, asOf: string, shared: boolean) => {
      const context = shared ? createIndicatorContext(of).at(asOf) : createIndicatorContext(structuredClone(of), asOf);
      return buildFeatures({ context, layer: 'reach', areaCode: COUNTY, language: 'zh' }).features;
    };
    for (const asOf of ['2019-12-31', '2024-06-30', county.dataDate, '2024-07-01'])
      expect(drawn(county, asOf, true)).toEqual(drawn(county, asOf, false));
    expect(drawn(moved, county.dataDate, true)).not.toEqual(drawn(county, county.dataDate, true));
    const nearer = { ...county, settings: { ...county.settings, parkMinutes: 4 } };
    expect(drawn(nearer, county.dataDate, true)).toEqual(drawn(nearer, county.dataDate, false));
  });

  it('draws nothing without parks', () => {
    const context = createIndicatorContext(createTinyCounty({ parks: [] }));
    expect(buildFeatures({ context, layer: 'reach', areaCode: COUNTY, language: 'zh' }).features).toEqual([]);
  });
});

describe('describeReach', () => {
  it('serves every village within half an hour, and only the park’s own within a minute and a half', () => {
    const within = (minutes: number) => VILLAGES.map((code) => describeReach(contextWithin(minutes), code));
    expect(within(30)).toEqual(['served', 'served', 'served', 'served']);
    expect(within(1.5)).toEqual(['served', 'not_reached', 'not_reached', 'not_reached']);
    expect(countUnreached(contextWithin(1.5), COUNTY, 'village')).toBe(3);
  });

  it('does not ask where nobody lives', () => {
    const county = createTinyCounty({ households: [], settings: { ...DEFAULT_SETTINGS, parkMinutes: 1.5 } });
    const empty = {
      ...county,
      settlements: county.settlements.map((settlement) =>
        settlement.villageCode === NORTH_EAST
          ? { ...settlement, residentPeople: 0, residentHouseholds: 0 }
          : settlement,
      ),
    };
    const context = createIndicatorContext(empty);
    expect(describeReach(context, NORTH_EAST)).toBe('none');
    expect(describeReach(context, SOUTH_WEST)).not.toBe('none');
  });
});
