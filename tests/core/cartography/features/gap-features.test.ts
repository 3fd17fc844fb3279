import { describe, expect, it } from 'vitest';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import { countJoins } from '#core/cartography/features/join-view.ts';
import type { MapFeature } from '#core/cartography/features/map-feature.ts';
import { positionsOf } from '#core/geo/bbox.ts';
import { geodesicLengthMeters } from '#core/geo/geodesic-length.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createGapCounty, YAKOU, YANJIAO } from '#tests/support/gap-county.ts';
import { COUNTY, EAST_TOWN, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createSegments } from '#tests/support/tiny/roads.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const contextOf = (asOf?: string) => createIndicatorContext(createGapCounty(), asOf);

const buildGaps = (areaCode: string, asOf?: string): readonly MapFeature[] =>
  buildFeatures({ context: contextOf(asOf), layer: 'gaps', areaCode, language: 'zh' }).features;

const codesOf = (features: readonly MapFeature[], role: string): readonly string[] =>
  features.filter(({ properties }) => properties.role === role).map(({ properties }) => properties.code);

const kmOf = (features: readonly MapFeature[], code: string): unknown =>
  features.find(({ properties }) => properties.code === code)?.properties.km;

describe('buildGapFeatures', () => {
  it('draws the segments that unjoin two settlements, the new road one of them needs, and both settlements', () => {
    const gaps = buildGaps(COUNTY);
    expect(codesOf(gaps, 'segment')).toEqual(['seg-06', 'seg-07']);
    expect(codesOf(gaps, 'new_road')).toEqual([`new:${YAKOU}`]);
    expect(codesOf(gaps, 'settlement')).toEqual([YANJIAO, YAKOU]);
  });

  it('keeps to the settlements of the area', () => {
    expect(codesOf(buildGaps(WEST_TOWN), 'segment')).toEqual(['seg-06']);
    expect(codesOf(buildGaps(EAST_TOWN), 'segment')).toEqual(['seg-07']);
    expect(buildGaps(VILLAGES[0])).toEqual([]);
  });

  it('says lengths in kilometres: the segment, the straight new road, and both for the settlement', () => {
    const gaps = buildGaps(EAST_TOWN);
    const line = createSegments().find(({ code }) => code === 'seg-07')?.line.coordinates ?? [];
    const newRoad = gaps.find(({ properties }) => properties.role === 'new_road');
    const [hardenMeters, newMeters] = [line, newRoad ? positionsOf(newRoad.geometry) : []].map(geodesicLengthMeters);
    expect(kmOf(gaps, 'seg-07')).toBeCloseTo((hardenMeters ?? 0) / 1000, 2);
    expect(kmOf(gaps, `new:${YAKOU}`)).toBeCloseTo((newMeters ?? 0) / 1000, 2);
    expect(kmOf(gaps, YAKOU)).toBeCloseTo(((hardenMeters ?? 0) + (newMeters ?? 0)) / 1000, 1);
  });

  it('follows the date: before its road was hardened a third settlement is not joined', () => {
    expect(codesOf(buildGaps(COUNTY, '2025-08-30'), 'segment')).toContain('seg-05');
    expect(codesOf(buildGaps(COUNTY, '2025-08-31'), 'segment')).not.toContain('seg-05');
  });

  it('has nothing to draw where everything is joined', () => {
    const context = createIndicatorContext(createTinyCounty());
    expect(buildFeatures({ context, layer: 'gaps', areaCode: COUNTY, language: 'zh' }).features).toEqual([]);
  });
});

describe('countJoins', () => {
  it('counts five joined, two not joined, one too small', () => {
    expect(countJoins(contextOf(), COUNTY)).toEqual({ joined: 5, unjoined: 2, excluded: 1 });
  });

  it.each([COUNTY, WEST_TOWN, EAST_TOWN, ...VILLAGES])('says the same as R2 for %s', (areaCode) => {
    const context = contextOf();
    const { joined, unjoined } = countJoins(context, areaCode);
    const { numerator, denominator } = computeFigure(context, 'R2', areaCode);
    expect([joined, joined + unjoined]).toEqual([numerator, denominator]);
  });

  it('agrees with the marks of the settlements', () => {
    const marks = buildFeatures({
      context: contextOf(),
      layer: 'settlements',
      areaCode: COUNTY,
      language: 'zh',
    }).features.map(({ properties }) => [properties.code, properties.joined, properties.joinState]);
    expect(marks.filter(([, joined]) => joined === 'unjoined')).toEqual([
      [YANJIAO, 'unjoined', 'no_hardened_near'],
      [YAKOU, 'unjoined', 'no_hardened_near'],
    ]);
    expect(marks.filter(([, joined]) => joined === 'excluded').map(([, , state]) => state)).toEqual(['too_small']);
  });
});
