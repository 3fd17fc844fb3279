import { beforeAll, describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import { RULE_CODES } from '#core/county/site-rule.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { isPointInArea } from '#core/geo/point-in-polygon.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { findNearest } from '#core/network/nearest.ts';
import { listDestinations } from '#core/network/place-kinds.ts';
import { judgePlace } from '#core/planning/rules/judge-place.ts';
import { SUITABILITY_CLASSES } from '#core/planning/rules/site-rule.ts';
import { auditSites } from '#core/planning/suitability/audit-sites.ts';
import {
  createSuitabilityGrid,
  NO_RULE,
  type SuitabilityGridData,
} from '#core/planning/suitability/create-suitability-grid.ts';
import { findNearestFeasible } from '#core/planning/suitability/find-nearest-feasible.ts';
import { centreOfCell } from '#core/planning/suitability/grid-frame.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';

/** Numbers 0 to 1 that look random and are the same each time. */
const spread = (i: number, step: number): number => (i * step) % 1;

describe('suitability of the sample county', () => {
  let county: County;
  let grid: SuitabilityGridData;
  beforeAll(async () => {
    county = buildCounty(await loadSampleCounty(), 1);
    grid = createSuitabilityGrid(county, { cellMeters: 100 });
  });

  const pick = (count: number): readonly number[] =>
    Array.from({ length: count }, (_, i) => Math.floor(spread(i + 1, 0.618_033_988_7) * grid.cells.length));
  const judgeCell = (place: number) => judgePlace(county, centreOfCell(grid.frame, grid.cells[place] ?? 0));

  it('covers the 2,981 square kilometres of the county', () => {
    const squareMeters = Array.from(grid.cells).reduce(
      (sum, cell) => sum + (grid.frame.squareMetersOfRow[Math.floor(cell / grid.frame.columns)] ?? 0),
      0,
    );
    expect(squareMeters / (county.areas[0]?.areaSquareMeters ?? 1)).toBeCloseTo(1, 3);
  });

  it('says at random centres exactly what the place is judged', () => {
    for (const place of pick(1500)) {
      const { suitabilityClass, firstForbidden, score } = judgeCell(place);
      expect([SUITABILITY_CLASSES[grid.classes[place] ?? -1], grid.firstForbidden[place], grid.scores[place]]).toEqual([
        suitabilityClass,
        firstForbidden ? RULE_CODES.indexOf(firstForbidden.code) : NO_RULE,
        score,
      ]);
    }
  });

  it('refuses exactly what asking every area and every hazard point one by one refuses', () => {
    const isForbidden = (at: LonLat) =>
      county.constraints.some(({ effect, boundary }) => effect === 'forbidden' && isPointInArea(at, boundary)) ||
      county.hazards.some(({ threatenedArea }) => threatenedArea !== null && isPointInArea(at, threatenedArea));
    for (const place of pick(250)) {
      const at = centreOfCell(grid.frame, grid.cells[place] ?? 0);
      expect(grid.firstForbidden[place] !== NO_RULE, at.join()).toBe(isForbidden(at));
    }
  });

  it('measures along roads what the questions to the network measure', () => {
    const network = createIndicatorContext(county).network();
    const towns = listDestinations(county, 'town_government').map(({ position }) => network.snap(position));
    for (const place of pick(60)) {
      const at = centreOfCell(grid.frame, grid.cells[place] ?? 0);
      const { cost } = findNearest(network, { from: [network.snap(at)], to: towns, mode: 'drive', metric: 'meters' });
      const measured = judgeCell(place).factors.find(({ code }) => code === 'town')?.measured ?? Infinity;
      expect(measured / (cost[0] ?? 0)).toBeCloseTo(1, 3);
    }
  });

  it('judges the 40 sites: none is refused, two wait for an assessment', () => {
    const audit = auditSites(county);
    const of = (wanted: string) => audit.filter(({ suitability }) => suitability.suitabilityClass === wanted);
    expect(SUITABILITY_CLASSES.map((each) => of(each).length)).toEqual([0, 2, 0, 6, 32]);
    expect(of('to_be_argued').map(({ site }) => site.code)).toEqual(['AZ028', 'AZ035']);
  });

  it('leads out of a threatened area to the nearest place that passes', () => {
    const hazard = county.hazards.find(({ threatenedArea }) => threatenedArea !== null);
    const at = hazard?.position ?? [0, 0];
    expect(judgePlace(county, at).firstForbidden).toMatchObject({
      code: 'threatened_area',
      about: { code: 'YH0041' },
    });
    const nearest = findNearestFeasible(county, at);
    expect(nearest?.straightMeters).toBeCloseTo(131.1, 1);
    expect(judgePlace(county, nearest?.position ?? at).firstForbidden).toBeNull();
  });
});
