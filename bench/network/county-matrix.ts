import { measureMatrix } from '#core/network/measure-matrix.ts';
import type { NetworkAt } from '#core/network/network.ts';
import { DESTINATION_KINDS, listDestinations } from '#core/network/place-kinds.ts';
import type { Snap } from '#core/network/snap.ts';
import { type BenchResult, summarise, timeRuns } from '../measure.ts';
import { compareSums } from './county-kernel.ts';
import type { Pgrouting } from './pgrouting.ts';
import type { CostSum } from './sum-costs.ts';

const RUNS = 5;

/** What one asks for is at least this many times faster than pgRouting. */
const ASKED_RATIO = 4;

/** Nodes nearest to the settlements, and to the places of every kind; each once. */
interface Sides {
  readonly settlements: readonly number[];
  readonly places: readonly number[];
}

/**
 * All settlements of the sample county to all services, sites, parks and central villages, by car in minutes: both take the nearest nodes. First
 * the pairs that are wanted (`pgr_dijkstraCost`), then all pairs of all these nodes, which is what `pgr_dijkstraCostMatrix` computes.
 */
export async function benchCountyMatrix(network: NetworkAt, peer: Pgrouting | null): Promise<readonly BenchResult[]> {
  const { settlements, places } = findSides(network);
  const all = [...new Set([...settlements, ...places])];
  await peer?.loadEdges(network.graph, network.costs('drive', 'minutes'));
  const wanted = await benchMatrix(network, { settlements, places }, peer);
  const whole = await benchMatrix(network, { settlements: all, places: all }, peer);
  return [...wanted, ...whole];
}

async function benchMatrix(network: NetworkAt, sides: Sides, peer: Pgrouting | null): Promise<readonly BenchResult[]> {
  const { settlements, places } = sides;
  const isWhole = settlements === places;
  const from = settlements.map((node) => snapAtNode(network, node));
  const to = isWhole ? from : places.map((node) => snapAtNode(network, node));
  const ask = () => measureMatrix(network, { from, to, mode: 'drive', metric: 'minutes' });
  const own = sumPairs(ask(), sides);
  const times = await timeRuns(RUNS, ask);
  const answer = await (isWhole ? peer?.costMatrix(settlements) : peer?.manyToMany(settlements, places));
  const peerName = isWhole ? 'pgr_dijkstraCostMatrix' : 'pgr_dijkstraCost';
  const name = `county, ${settlements.length} x ${places.length} nodes, minutes`;
  const timesFaster = { name: peerName, median: answer?.milliseconds ?? null, askedRatio: ASKED_RATIO };
  return [
    summarise(`${name}${isWhole ? '' : ' (settlements x places)'}`, 'ms', times, null, timesFaster),
    ...(answer === undefined ? [] : compareSums({ name, unit: 'minutes' }, [own], [answer])),
  ];
}

function findSides(network: NetworkAt): Sides {
  const settlements = network.settlementSnaps();
  const places = DESTINATION_KINDS.flatMap((kind) => listDestinations(network.county, kind)).map(({ position }) =>
    network.snap(position),
  );
  return { settlements: listNearestNodes(network, settlements), places: listNearestNodes(network, places) };
}

/** The nearer end of each snap's link. */
function listNearestNodes({ graph }: NetworkAt, snaps: readonly (Snap | null)[]): readonly number[] {
  const nodes = snaps.flatMap((snap) => {
    if (snap === null) return [];
    const isNearStart = snap.alongMeters * 2 <= (graph.linkMeters[snap.link] ?? 0);
    return (isNearStart ? graph.linkFrom : graph.linkTo)[snap.link] ?? [];
  });
  return [...new Set(nodes)];
}

/** A place that stands on a node: an end of any of its links. */
function snapAtNode({ graph }: NetworkAt, node: number): Snap {
  const arc = graph.firstArc[node] ?? 0;
  const link = graph.arcLink[arc] ?? 0;
  const position = [graph.nodeLon[node] ?? 0, graph.nodeLat[node] ?? 0] as const;
  const alongMeters = graph.arcForward[arc] === 1 ? 0 : (graph.linkMeters[link] ?? 0);
  return { position: [...position], at: [...position], link, alongMeters, offRoadMeters: 0 };
}

/** Sum over all connected pairs of different nodes: pgRouting leaves out a node with itself. */
function sumPairs(matrix: Float64Array, { settlements, places }: Sides): CostSum {
  let count = 0;
  let sum = 0;
  for (const [i, from] of settlements.entries()) {
    for (const [j, to] of places.entries()) {
      const cost = matrix[i * places.length + j] ?? Infinity;
      if (from === to || cost === Infinity) continue;
      count += 1;
      sum += cost;
    }
  }
  return { count, sum };
}
