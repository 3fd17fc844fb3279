import type { NetworkAt } from '#core/network/network.ts';
import { createSearch } from '#core/network/shortest-paths.ts';
import type { TravelMetric } from '#core/network/travel.ts';
import { type BenchResult, medianOf, summarise, timeRuns } from '../measure.ts';
import { createRandom } from '../random.ts';
import type { PeerAnswer, Pgrouting } from './pgrouting.ts';
import { type CostSum, relativeDifference, sumReached } from './sum-costs.ts';

const ORIGINS = 20;
const WARM_UP_ROUNDS = 5;
const SEED = 20_261_122;

/** Farther than anything: pgRouting wants a number. */
export const NO_LIMIT = 1e12;

/** From one node of the sample county to all others, in minutes by car and in metres: the product's search beside `pgr_drivingDistance`. */
export async function benchCountyKernel(network: NetworkAt, peer: Pgrouting | null): Promise<readonly BenchResult[]> {
  return [...(await benchOneToAll(network, 'minutes', peer)), ...(await benchOneToAll(network, 'meters', peer))];
}

async function benchOneToAll(
  network: NetworkAt,
  metric: TravelMetric,
  peer: Pgrouting | null,
): Promise<readonly BenchResult[]> {
  const costs = network.costs('drive', metric);
  const search = createSearch(network.graph);
  const origins = pickNodes(network.graph.nodeCount, ORIGINS);
  const ask = (node: number): CostSum =>
    sumReached(search.run(costs, { nodes: [node], costs: [0] }, { direction: 'forward' }));
  const answers = origins.map(ask);
  // The engine compiles the search while it is first used.
  for (let round = 0; round < WARM_UP_ROUNDS; round++) origins.forEach(ask);
  const times = await timeRuns(ORIGINS, (run) => ask(origins[run] ?? 0));
  const peerAnswers = peer === null ? null : await askPeer(peer, network, { metric, origins });
  const name = `county, one to all, driving, ${metric}`;
  const peerMedian = peerAnswers && medianOf(peerAnswers.answers.map(({ milliseconds }) => milliseconds));
  return [
    summarise(name, 'ms', times, 0.5, { name: 'pgr_drivingDistance', median: peerMedian, askedRatio: 10 }),
    ...(peerAnswers === null
      ? []
      : [
          summarise('  of the peer, reading its edges (limit 0)', 'ms', peerAnswers.readingMilliseconds, null),
          ...compareSums({ name, unit: metric }, answers, peerAnswers.answers),
        ]),
  ];
}

/** The same of pgRouting; and how long it takes to read its edges, which it does anew for each answer. */
async function askPeer(
  peer: Pgrouting,
  network: NetworkAt,
  { metric, origins }: { readonly metric: TravelMetric; readonly origins: readonly number[] },
): Promise<{ readonly answers: readonly PeerAnswer[]; readonly readingMilliseconds: readonly number[] }> {
  await peer.loadEdges(network.graph, network.costs('drive', metric));
  await peer.drivingDistance(origins[0] ?? 0, NO_LIMIT);
  const answers: PeerAnswer[] = [];
  const readingMilliseconds: number[] = [];
  for (const node of origins) {
    answers.push(await peer.drivingDistance(node, NO_LIMIT));
    readingMilliseconds.push((await peer.drivingDistance(node, 0)).milliseconds);
  }
  return { answers, readingMilliseconds };
}

/** The sums of both for the first question, and the greatest relative difference of all; none where they reached different numbers of places. */
export function compareSums(
  { name, unit }: { readonly name: string; readonly unit: 'minutes' | 'meters' },
  own: readonly CostSum[],
  peer: readonly PeerAnswer[],
): readonly BenchResult[] {
  const differences = own.map((answer, i) => relativeDifference(answer, peer[i]));
  const peerSum = { name: 'pgRouting', median: peer[0]?.sum ?? null };
  return [
    summarise(`${name}, sum of costs`, unit, [own[0]?.sum ?? Number.NaN], null, peerSum),
    summarise(`${name}, relative difference of the sums`, 'ratio', [Math.max(...differences)], 1e-9),
  ];
}

/** Seeded nodes, the same for the product and its peer. */
export function pickNodes(nodeCount: number, count: number): readonly number[] {
  const random = createRandom(SEED);
  return Array.from({ length: count }, () => Math.floor(random() * nodeCount));
}
