import type { LonLat } from '../geo/lon-lat.ts';
import type { ArcCosts } from './arc-costs.ts';
import type { NetworkAt } from './network.ts';
import { getSearch } from './shortest-paths.ts';
import type { Snap } from './snap.ts';
import { costWithinLink, createTerminals, groupByLink, seedsOfTerminals, type Terminals } from './terminals.ts';
import type { TravelMetric, TravelMode } from './travel.ts';

/** `to`: people go from where they are to the place; `from`: from the place outwards. */
export type ReachDirection = 'to' | 'from';

/** What is asked of a reach. */
export interface ReachQuestion {
  /** Places; what is near any of them is reached. */
  readonly from: readonly LonLat[];
  readonly mode: TravelMode;
  readonly metric: TravelMetric;
  /** Metres or minutes; nothing is searched beyond the greatest. */
  readonly limits: readonly number[];
  readonly direction: ReachDirection;
}

/** What lies within reach of places, walked stretches off the road counted. */
export interface Reach extends Pick<ReachQuestion, 'mode' | 'metric' | 'direction'> {
  /** Ascending, each once. */
  readonly limits: readonly number[];
  /** Metres or minutes by settlement; `Infinity` = beyond the greatest limit, or not connected. */
  readonly settlementCost: Float64Array;
  /** The same by node of the graph. */
  readonly nodeCost: Float64Array;
  /** Where the places reach the roads, and what the stretch off the road costs; aligned with the places. */
  readonly snaps: readonly (Snap | null)[];
  readonly offRoadCost: Float64Array;
}

/** Reach of places by one bounded search. */
export function computeReach(network: NetworkAt, { from, mode, metric, limits, direction }: ReachQuestion): Reach {
  const costs = network.costs(mode, metric);
  const ascending = [...new Set(limits)].sort((a, b) => a - b);
  const limit = ascending.at(-1) ?? 0;
  const [outwards, inwards] =
    direction === 'from' ? (['forward', 'backward'] as const) : (['backward', 'forward'] as const);
  const snaps = from.map((position) => network.snap(position));
  const places = createTerminals(network, snaps, { costs, direction: outwards });
  const { cost } = getSearch(network.graph).run(costs, seedsOfTerminals(places), { direction: outwards, limit });
  const nodeCost = cost.slice();
  const settlementSnaps = network.settlementSnaps();
  const ends = getSettlementEnds(network, costs, inwards);
  const settlementCost = readAtEnds(nodeCost, ends);
  const onLink = groupByLink(snaps);
  settlementSnaps.forEach((snap, i) => {
    // a place on the same link may be nearer without leaving it
    for (const place of (snap && onLink.get(snap.link)) ?? []) {
      const offRoadCost = (ends.offRoadCost[i] ?? 0) + (places.offRoadCost[place] ?? 0);
      const other = snaps[place] ?? null;
      const trip = direction === 'from' ? { from: other, to: snap } : { from: snap, to: other };
      const within = costWithinLink(network.graph, costs, { ...trip, offRoadCost });
      settlementCost[i] = Math.min(settlementCost[i] ?? Infinity, within);
    }
    if ((settlementCost[i] ?? Infinity) > limit) settlementCost[i] = Infinity;
  });
  return {
    mode,
    metric,
    direction,
    limits: ascending,
    settlementCost,
    nodeCost,
    snaps,
    offRoadCost: places.offRoadCost,
  };
}

/** By the costs on which they rest: questions about the same day and mode share these. */
const keptEnds = new WeakMap<ArcCosts, Map<string, Terminals>>();

/** How all settlements hang on the graph. */
function getSettlementEnds(network: NetworkAt, costs: ArcCosts, direction: 'forward' | 'backward'): Terminals {
  const kept = keptEnds.get(costs) ?? new Map<string, Terminals>();
  keptEnds.set(costs, kept);
  const ends = kept.get(direction) ?? createTerminals(network, network.settlementSnaps(), { costs, direction });
  kept.set(direction, ends);
  return ends;
}

/** Costs where settlements hang on the graph, over the cheaper end of their link. */
const readAtEnds = (nodeCost: Float64Array, { count, fromNode, toNode, fromCost, toCost }: Terminals): Float64Array =>
  Float64Array.from({ length: count }, (_, i) =>
    Math.min(
      (fromCost[i] ?? Infinity) + (nodeCost[fromNode[i] ?? 0] ?? Infinity),
      (toCost[i] ?? Infinity) + (nodeCost[toNode[i] ?? 0] ?? Infinity),
    ),
  );
