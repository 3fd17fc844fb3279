import { describe, expect, it } from 'vitest';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';
import { judgePlace } from '#core/planning/rules/judge-place.ts';
import { createSuitabilityGrid, NO_RULE } from '#core/planning/suitability/create-suitability-grid.ts';
import { findNearestFeasible } from '#core/planning/suitability/find-nearest-feasible.ts';
import { findPlaceRefusal } from '#core/planning/suitability/find-place-refusal.ts';
import { centreOfCell } from '#core/planning/suitability/grid-frame.ts';
import { sayPlaceRefusal } from '#core/planning/suitability/say-place-refusal.ts';
import { createBox } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const farmland = (west: number, south: number, east: number, north: number): Partial<CountyRows> => ({
  constraints: [
    {
      code: 'con-1',
      name: '基本农田一片',
      nameEn: 'Farmland 1',
      kind: 'basic_farmland',
      effect: 'forbidden',
      boundary: createBox(west, south, east, north),
      source: '三区三线',
      on: '2023-06-30',
    },
  ],
});

describe('findNearestFeasible', () => {
  it('offers of all centres that pass the one that is nearest', () => {
    const county = createTinyCounty(farmland(107.503, 27.001, 107.53, 27.016));
    const grid = createSuitabilityGrid(county, { cellMeters: 100 });
    const passing = Array.from(grid.cells)
      .filter((_, place) => grid.firstForbidden[place] === NO_RULE)
      .map((cell) => centreOfCell(grid.frame, cell));
    const asked: readonly LonLat[] = [
      [107.512, 27.006],
      [107.5283, 27.0109],
      [107.7, 27.3],
      [107.49, 27.01],
      [107.535, 27.003],
    ];
    for (const at of asked) {
      const least = Math.min(...passing.map((centre) => straightDistanceMeters(at, centre)));
      const found = findNearestFeasible(county, at);
      expect(found?.straightMeters).toBe(least);
      expect(judgePlace(county, found?.position ?? at).firstForbidden).toBeNull();
    }
  });

  it('says that there is none where the whole county is forbidden', () => {
    const county = createTinyCounty(farmland(107.4, 26.9, 107.6, 27.1));
    expect(findNearestFeasible(county, [107.51, 27.005])).toBeNull();
    expect(findPlaceRefusal(county, [107.51, 27.005])).toMatchObject({
      finding: { code: 'basic_farmland' },
      nearest: null,
    });
  });
});

describe('findPlaceRefusal', () => {
  it('lets a place be that breaks no forbidding rule', () => {
    expect(findPlaceRefusal(createTinyCounty(), [107.507, 27.0052])).toBeNull();
  });

  it('is said with the rule, the hazard point, and the nearest place with direction and distance', () => {
    const county = createTinyCounty();
    const at: LonLat = [107.5128, 27.006];
    const refusal = findPlaceRefusal(county, at);
    expect(refusal?.finding.code).toBe('threatened_area');
    if (refusal === null) return;
    const names = { name: '小石县', nameEn: 'Xiaoshi County' };
    const zh = sayPlaceRefusal({ language: 'zh', county: names }, refusal, at);
    expect(zh.finding).toBe('位于隐患点“石坪滑坡”（hz-1）的威胁范围内，不得安排安置点。');
    expect(zh.nearest).toMatch(/^最近可选的位置在(正东|东北|东南)方向 \d+ 米处（107\.51\d+,27\.00\d+）。$/);
    const en = sayPlaceRefusal({ language: 'en', county: names }, refusal, at);
    expect(en.finding).toContain('“Shiping Landslide” (hz-1)');
    expect(en.nearest).toMatch(/ \d+ m to the (east|north-east|south-east) /);
  });
});
