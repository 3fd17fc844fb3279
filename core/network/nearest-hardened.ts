import type { NetworkAt } from './network.ts';
import { getSearch } from './shortest-paths.ts';
import type { Snap } from './snap.ts';
import { createTerminals } from './terminals.ts';
import type { TravelMetric, TravelMode } from './travel.ts';

/**
 * From each origin along roads to the nearest hardened road, walked stretch to the road included; 0 further where it stands on one.
 *
 * @param hardened by segment, 1 = it is hardened; segments that are not there do not count
 * @returns metres or minutes by origin; `Infinity` = none can be reached
 */
export function findNearestHardened(
  network: NetworkAt,
  {
    from,
    mode,
    metric,
    hardened,
  }: {
    readonly from: readonly (Snap | null)[];
    readonly mode: TravelMode;
    readonly metric: TravelMetric;
    readonly hardened: Uint8Array;
  },
): Float64Array {
  const { graph, state } = network;
  const costs = network.costs(mode, metric);
  const isHardened = (link: number) => {
    const segment = graph.linkSegment[link] ?? -1;
    return hardened[segment] === 1 && state.exists[segment] === 1;
  };
  const nodes: number[] = [];
  for (let l = 0; l < graph.linkCount; l++) {
    if (isHardened(l)) nodes.push(graph.linkFrom[l] ?? 0, graph.linkTo[l] ?? 0);
  }
  const seeds = { nodes, costs: new Float64Array(nodes.length) };
  const { cost } = getSearch(graph).run(costs, seeds, { direction: 'backward' });
  const origins = createTerminals(network, from, { costs, direction: 'forward' });
  return Float64Array.from(from, (snap, i) => {
    if (snap === null) return Infinity;
    if (isHardened(snap.link)) return origins.offRoadCost[i] ?? Infinity;
    return Math.min(
      (origins.fromCost[i] ?? Infinity) + (cost[origins.fromNode[i] ?? 0] ?? Infinity),
      (origins.toCost[i] ?? Infinity) + (cost[origins.toNode[i] ?? 0] ?? Infinity),
    );
  });
}
