import type { County } from '#core/county/county.ts';
import { createCountyState } from '#core/county/county-state.ts';
import { listGaps } from '#core/network/find-gap.ts';
import { createOwnDefinition } from '#core/network/join-definition.ts';
import { JOINED, joinPlaces } from '#core/network/join-places.ts';
import { getNetwork, type NetworkAt } from '#core/network/network.ts';
import { listNewlyJoined } from '#core/network/newly-joined.ts';
import { listDestinations } from '#core/network/place-kinds.ts';
import { computeReach } from '#core/network/reach.ts';
import { createReachArea } from '#core/network/reach-area.ts';
import { createRoadState } from '#core/network/road-state.ts';
import { type BenchResult, summarise, timeRuns } from '../measure.ts';
import { createRandom } from '../random.ts';

const RUNS = 15;
const LIMITS_MINUTES = [15, 30, 60];
const PROGRAMME_RUNS = 200;
const PROGRAMME_SEGMENTS = 20;
const SEED = 20_261_122;

/** Days that no run repeats. */
const dayOfRun = (run: number) => `2025-03-${String(run + 10).padStart(2, '0')}`;

/** Reach with its surfaces, gaps of the whole county and what a road programme would join: shown, without a limit. */
export async function benchCoverageQuestions(county: County): Promise<readonly BenchResult[]> {
  const networkAt = (day: string) => getNetwork(county).at(createRoadState(createCountyState(county, day)));
  const network = networkAt(county.dataDate);
  return [...(await benchReach(network)), ...(await benchJoined(network, networkAt))];
}

async function benchReach(network: NetworkAt): Promise<readonly BenchResult[]> {
  const towns = listDestinations(network.county, 'town_government');
  const reachOf = (run: number) =>
    computeReach(network, {
      from: [towns[(run + 1) % towns.length]?.position ?? [0, 0]],
      mode: 'drive',
      metric: 'minutes',
      limits: LIMITS_MINUTES,
      direction: 'to',
    });
  const figures = await timeRuns(RUNS, reachOf);
  const drawn = await timeRuns(RUNS, (run) => {
    const reach = reachOf(run);
    return LIMITS_MINUTES.map((limit) => createReachArea(network, reach, limit));
  });
  return [
    summarise('county, reach of a town, 15, 30 and 60 minutes, figures', 'ms', figures, null),
    summarise('the same with three surfaces', 'ms', drawn, null),
  ];
}

async function benchJoined(network: NetworkAt, networkAt: (day: string) => NetworkAt): Promise<readonly BenchResult[]> {
  const { county } = network;
  const definition = createOwnDefinition(county.settings);
  const everywhere = county.settlements.map((_, i) => i);
  const joined = await timeRuns(RUNS, (run) => joinPlaces(networkAt(dayOfRun(run)), definition));
  const gaps = await timeRuns(RUNS, (run) => {
    const then = networkAt(dayOfRun(run));
    const places = joinPlaces(then, definition);
    const open = everywhere.filter((i) => places.isAsked(i) && places.settlementState[i] !== JOINED);
    return listGaps(then, places, open);
  });
  const programmes = draftProgrammes(county);
  const newlyJoined = await timeRuns(PROGRAMME_RUNS, (run) =>
    listNewlyJoined(network, definition, programmes[run + 1] ?? []),
  );
  return [
    summarise('county, settlements joined at a new date', 'ms', joined, null),
    summarise('county, all gaps at a new date', 'ms', gaps, null),
    summarise(`county, newly joined by ${PROGRAMME_SEGMENTS} segments`, 'ms', newlyJoined, null),
  ];
}

/** Seeded sets of segments. */
function draftProgrammes({ segments }: County): readonly (readonly number[])[] {
  const random = createRandom(SEED);
  return Array.from({ length: PROGRAMME_RUNS + 1 }, () =>
    Array.from({ length: PROGRAMME_SEGMENTS }, () => Math.floor(random() * segments.length)),
  );
}
