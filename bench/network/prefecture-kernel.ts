import type { County } from '#core/county/county.ts';
import { buildTopology } from '#core/county/topology/build-topology.ts';
import { getNetwork, type NetworkAt } from '#core/network/network.ts';
import { createRoadGraph } from '#core/network/road-graph.ts';
import { createSearch } from '#core/network/shortest-paths.ts';
import { type BenchResult, fitGrowthExponent, medianOf, summarise, timeRuns } from '../measure.ts';
import { compareSums, NO_LIMIT, pickNodes } from './county-kernel.ts';
import type { PeerAnswer, Pgrouting } from './pgrouting.ts';
import { createPrefecture } from './prefecture.ts';
import { createPrefectureCounty, createPresentState } from './prefecture-county.ts';
import { sumReached } from './sum-costs.ts';

const VILLAGES = 20_000;
const SEED = 20_261_122;
/** Parts of the full size at which growth is measured. */
const SHARES = [1 / 8, 1 / 4, 1 / 2, 1];

const BUILD_RUNS = 5;
const ALL_RUNS = 15;
const BOUNDED_ORIGINS = 200;
const BOUNDED_METERS = 30_000;
const PEER_RUNS = 2;

/** What is measured at each size, in the order in which it is done, with its limit at full size. */
const STEPS = {
  topology: null,
  'graph build': 1000,
  'costs of a new date, driving minutes': null,
  'one to all, driving minutes': 25,
  '30 km around, median of 200 origins': 1,
} as const;
type Step = keyof typeof STEPS;

/** The generated prefecture at four sizes: times at full size, and exponents by which they grow. */
export async function benchPrefecture(base: County, peer: Pgrouting | null): Promise<readonly BenchResult[]> {
  const sizes: number[] = [];
  const timesBySize: Readonly<Record<Step, readonly number[]>>[] = [];
  let network: NetworkAt | undefined;
  for (const share of SHARES) {
    const villages = Math.round(VILLAGES * share);
    sizes.push(villages);
    const measured = await measurePrefecture(base, villages);
    timesBySize.push(measured.times);
    network = measured.network;
  }
  const steps = Object.keys(STEPS) as Step[];
  const title = `prefecture of ${VILLAGES} villages`;
  const full = timesBySize.at(-1);
  if (network === undefined || full === undefined) return [];
  const peerMedian = await measurePeer(network, peer);
  return [
    ...steps.map((step) =>
      summarise(
        `${title}, ${step}`,
        'ms',
        full[step],
        STEPS[step],
        step === 'one to all, driving minutes' ? { name: 'pgr_drivingDistance', median: peerMedian.median } : null,
      ),
    ),
    ...peerMedian.sums,
    ...steps.map((step) => {
      const medians = timesBySize.map((times) => medianOf(times[step]));
      return summarise(`growth of ${step}`, 'exponent', [fitGrowthExponent(sizes, medians)], null);
    }),
  ];
}

async function measurePrefecture(base: County, villages: number) {
  const prefecture = createPrefecture({ villages, seed: SEED });
  const options = { probableGapMeters: base.settings.probableGapMeters };
  const topology = await timeRuns(1, () => buildTopology(prefecture.segments, options));
  const county = createPrefectureCounty(base, prefecture, buildTopology(prefecture.segments, options));
  const build = await timeRuns(BUILD_RUNS, () => createRoadGraph(county));
  const network = getNetwork(county).at(createPresentState(county));
  const costs = await timeRuns(BUILD_RUNS, (run) =>
    getNetwork(county)
      .at(createPresentState(county, run + 1))
      .costs('drive', 'minutes'),
  );
  const times: Readonly<Record<Step, readonly number[]>> = {
    topology,
    'graph build': build,
    'costs of a new date, driving minutes': costs,
    ...(await measureSearches(network)),
  };
  return { network, times };
}

async function measureSearches(network: NetworkAt) {
  const search = createSearch(network.graph);
  const minutes = network.costs('drive', 'minutes');
  const meters = network.costs('drive', 'meters');
  const origins = pickNodes(network.graph.nodeCount, BOUNDED_ORIGINS);
  const ask = (run: number) => search.run(minutes, seedAt(origins[run]), { direction: 'forward' });
  const askBounded = (run: number) =>
    search.run(meters, seedAt(origins[run]), { direction: 'forward', limit: BOUNDED_METERS });
  for (const run of origins.keys()) askBounded(run);
  return {
    'one to all, driving minutes': await timeRuns(ALL_RUNS, ask),
    '30 km around, median of 200 origins': await timeRuns(BOUNDED_ORIGINS, askBounded),
  };
}

/** pgRouting from the same node of the same graph, a few times: it reads all edges anew for each answer. */
async function measurePeer(
  network: NetworkAt,
  peer: Pgrouting | null,
): Promise<{ readonly median: number | null; readonly sums: readonly BenchResult[] }> {
  if (peer === null) return { median: null, sums: [] };
  const costs = network.costs('drive', 'minutes');
  await peer.loadEdges(network.graph, costs);
  const search = createSearch(network.graph);
  const origins = pickNodes(network.graph.nodeCount, PEER_RUNS);
  const answers: PeerAnswer[] = [];
  for (const node of origins) answers.push(await peer.drivingDistance(node, NO_LIMIT));
  const own = origins.map((node) => sumReached(search.run(costs, seedAt(node), { direction: 'forward' })));
  return {
    median: medianOf(answers.map(({ milliseconds }) => milliseconds)),
    sums: compareSums({ name: 'prefecture, one to all', unit: 'minutes' }, own, answers),
  };
}

const seedAt = (node = 0) => ({ nodes: [node], costs: [0] });
