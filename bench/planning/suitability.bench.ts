import type { County } from '#core/county/county.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { judgePlace } from '#core/planning/rules/judge-place.ts';
import { createSuitabilityGrid } from '#core/planning/suitability/create-suitability-grid.ts';
import { findNearestFeasible } from '#core/planning/suitability/find-nearest-feasible.ts';
import { type BenchResult, kept, summarise, timeRuns } from '../measure.ts';
import { createRandom } from '../random.ts';

/** Asked by the product's own goals: the grid of the county at 100 m. */
const GRID_LIMIT_MS = 2000;
const RUNS = 3;
const POSITIONS = 500;

/** Where a site may stand in the sample county: the grid anew and combined again, and single places. */
export async function benchSuitability(county: County): Promise<readonly BenchResult[]> {
  const fresh = await timeRuns(RUNS, () => createSuitabilityGrid(forget(county), { cellMeters: 100 }));
  createSuitabilityGrid(county, { cellMeters: 100 });
  const again = await timeRuns(RUNS, (run) => createSuitabilityGrid(reweigh(county, run), { cellMeters: 100 }));
  const positions = pickPositions(county);
  const judged = positions.map((position) => time(() => judgePlace(county, position)));
  const nearest = positions.map((position) => time(() => findNearestFeasible(county, position)));
  return [
    summarise('suitability grid of the county at 100 m, nothing kept', 'ms', fresh, GRID_LIMIT_MS),
    summarise('the same after a change of weights', 'ms', again, null),
    summarise(`a place judged, ${POSITIONS} random ones`, 'ms', judged, null),
    summarise(`nearest place that passes, ${POSITIONS} random ones`, 'ms', nearest, null),
  ];
}

/** The same county as other objects, so that nothing that was kept with its lists is found. */
const forget = (county: County): County => ({
  ...county,
  areas: county.areas.map((area) => ({ ...area, boundary: { ...area.boundary } })),
  segments: [...county.segments],
  links: { ...county.links },
  constraints: [...county.constraints],
  hazards: [...county.hazards],
  rivers: [...county.rivers],
  services: [...county.services],
  parks: [...county.parks],
  dem: county.dem && { ...county.dem },
});

function reweigh(county: County, run: number): County {
  const siteFactors = county.settings.siteFactors.map((factor, i) => ({ ...factor, weight: 1 + ((i + run + 1) % 3) }));
  return { ...county, settings: { ...county.settings, siteFactors } };
}

function pickPositions(county: County): readonly LonLat[] {
  const [west, south, east, north] = county.areas[0]?.bbox ?? [0, 0, 0, 0];
  const random = createRandom(7);
  return Array.from({ length: POSITIONS }, () => [west + random() * (east - west), south + random() * (north - south)]);
}

function time(work: () => unknown): number {
  const start = performance.now();
  kept[0] = work();
  return performance.now() - start;
}
