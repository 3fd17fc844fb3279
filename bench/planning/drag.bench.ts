import type { County } from '#core/county/county.ts';
import { buildTopology } from '#core/county/topology/build-topology.ts';
import { bboxOfPositions } from '#core/geo/bbox.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import { createSiteDrag, type SiteDrag } from '#core/planning/evaluation/site-drag.ts';
import { type BenchResult, kept, summarise, timeRuns } from '../measure.ts';
import { createPrefecture } from '../network/prefecture.ts';
import { createPrefectureCounty } from '../network/prefecture-county.ts';
import { addDemand } from './prefecture-demand.ts';
import { pickPositions } from './random-positions.ts';
import { summariseP95 } from './summarise-p95.ts';

const POSITIONS = 500;
const SEED = 20_261_123;
const RUNS = 5;
/** Asked by the product's own goals. */
const DRAG_LIMIT_MS = 16;
const PREFECTURE_LIMIT_MS = 100;

const VILLAGES = 20_000;
const PREFECTURE_SITES = 40;
const PREFECTURE_POSITIONS = 100;
const BOUND_MINUTES = 60;

const NEW_SITE = { siteCode: 'BENCH-S1', capacityHouseholds: 200 };

/** One site dragged over random places: the sample county as it is and with everyone released, and a prefecture. */
export async function benchDrag(county: County): Promise<readonly BenchResult[]> {
  const released = releaseAll(county);
  const positions = pickPositions(county.areas[0]?.bbox ?? [0, 0, 0, 0], { count: POSITIONS, seed: SEED });
  const title = `site dragged in the sample county, ${POSITIONS} places`;
  return [
    summariseP95(title, 'ms', timePlaces(createSiteDrag(county, NEW_SITE), positions), DRAG_LIMIT_MS),
    summariseP95(
      `${title}, everyone not moved in waits`,
      'ms',
      timePlaces(createSiteDrag(released, NEW_SITE), positions),
      DRAG_LIMIT_MS,
    ),
    summariseP95(
      `${title}, one with its people`,
      'ms',
      timePlaces(createSiteDrag(county, { siteCode: findFullest(county) }), positions),
      DRAG_LIMIT_MS,
    ),
    summarise('a site taken in hand', 'ms', await timeRuns(RUNS, () => createSiteDrag(county, NEW_SITE)), null),
    summarise('the sample county evaluated in full', 'ms', await timeRuns(RUNS, () => evaluatePlan(county)), null),
    ...benchPrefectureDrag(county),
  ];
}

function benchPrefectureDrag(base: County): readonly BenchResult[] {
  const prefecture = createPrefecture({ villages: VILLAGES, seed: SEED });
  const topology = buildTopology(prefecture.segments, { probableGapMeters: base.settings.probableGapMeters });
  const county = addDemand(createPrefectureCounty(base, prefecture, topology), prefecture.seats, PREFECTURE_SITES);
  const drag = createSiteDrag(county, NEW_SITE, { limitMinutes: BOUND_MINUTES });
  const positions = pickPositions(bboxOfPositions(prefecture.seats), { count: PREFECTURE_POSITIONS, seed: SEED });
  return [
    summariseP95(
      `site dragged in a prefecture of ${VILLAGES} villages, ${PREFECTURE_SITES} sites, within ${BOUND_MINUTES} minutes`,
      'ms',
      timePlaces(drag, positions),
      PREFECTURE_LIMIT_MS,
    ),
  ];
}

/** Milliseconds at each place, after one round that is not counted. */
function timePlaces(drag: SiteDrag, positions: readonly LonLat[]): readonly number[] {
  for (const position of positions) kept[0] = drag.evaluateAt(position);
  return positions.map(([lon, lat]) => {
    // another object, so that nothing that is kept with the position is found
    const position: LonLat = [lon, lat];
    const start = performance.now();
    kept[0] = drag.evaluateAt(position);
    return performance.now() - start;
  });
}

/** The county with everyone who has not moved in without a site. */
function releaseAll(county: County): County {
  const settlements = new Set(Array.from(county.households.settlement, (settlement) => county.settlements[settlement]));
  const commands = [...settlements].flatMap((settlement, i) =>
    settlement === undefined
      ? []
      : [
          {
            id: `c${i}`,
            by: 'bench',
            at: '',
            kind: 'release_settlement' as const,
            input: { settlementCode: settlement.code },
          },
        ],
  );
  return applyCommands(county, commands).county;
}

/** Code of the site to which most households are assigned. */
function findFullest({ sites, households }: County): string {
  const counts = new Int32Array(sites.length);
  for (const site of households.site) if (site >= 0) counts[site] = (counts[site] ?? 0) + 1;
  return sites[counts.indexOf(Math.max(...counts))]?.code ?? '';
}
