import type { ArcCosts } from './arc-costs.ts';
import { getSearch, type SearchResult } from './shortest-paths.ts';
import type { Snap } from './snap.ts';
import {
  costWithinLink,
  createTerminals,
  groupByLink,
  seedsOfTerminals,
  type Terminals,
  type TravelNetwork,
} from './terminals.ts';
import type { TravelMetric, TravelMode } from './travel.ts';

/** The nearest place of each origin, by origin. */
export interface Nearest {
  /** Metres or minutes, walked stretches included; `Infinity` = none can be reached. */
  readonly cost: Float64Array;
  /** Index into the places; -1 = none. */
  readonly place: Int32Array;
}

/**
 * The nearest place of each origin, by one search from all places against the direction of travel.
 *
 * @param limit places that cost more are not found; default none
 */
export function findNearest(
  network: TravelNetwork,
  options: {
    readonly from: readonly (Snap | null)[];
    readonly to: readonly (Snap | null)[];
    readonly mode: TravelMode;
    readonly metric: TravelMetric;
    readonly limit?: number;
  },
): Nearest {
  const { from, to, mode, metric, limit } = options;
  const costs = network.costs(mode, metric);
  const origins = createTerminals(network, from, { costs, direction: 'forward' });
  return findNearestOfTerminals(network, { from, origins, to, costs, ...(limit === undefined ? {} : { limit }) });
}

/** `findNearest` where the origins are known already. */
export function findNearestOfTerminals(
  network: TravelNetwork,
  {
    from,
    origins,
    to,
    costs,
    limit = Infinity,
  }: {
    readonly from: readonly (Snap | null)[];
    readonly origins: Terminals;
    readonly to: readonly (Snap | null)[];
    readonly costs: ArcCosts;
    readonly limit?: number;
  },
): Nearest {
  const places = createTerminals(network, to, { costs, direction: 'backward' });
  const seeds = seedsOfTerminals(places);
  const search = getSearch(network.graph).run(costs, seeds, { direction: 'backward', limit });
  const nearest = readAtTerminals(search, origins, limit);
  const onLink = groupByLink(to);
  from.forEach((snap, i) => {
    if (snap === null) return;
    for (const place of onLink.get(snap.link) ?? []) {
      const end = to[place] ?? null;
      const offRoadCost = (origins.offRoadCost[i] ?? 0) + (places.offRoadCost[place] ?? 0);
      const cost = costWithinLink(network.graph, costs, { from: snap, to: end, offRoadCost });
      improve(nearest, i, { cost, place, limit });
    }
  });
  return nearest;
}

/** Costs at the places where origins hang on the graph: over the cheaper end of their link. */
function readAtTerminals({ cost, seedOf }: SearchResult, origins: Terminals, limit: number): Nearest {
  const nearest: Nearest = {
    cost: new Float64Array(origins.count).fill(Infinity),
    place: new Int32Array(origins.count).fill(-1),
  };
  for (let i = 0; i < origins.count; i++) {
    const fromNode = origins.fromNode[i] ?? 0;
    const toNode = origins.toNode[i] ?? 0;
    const overFrom = (origins.fromCost[i] ?? Infinity) + (cost[fromNode] ?? Infinity);
    const overTo = (origins.toCost[i] ?? Infinity) + (cost[toNode] ?? Infinity);
    const least = Math.min(overFrom, overTo);
    if (least === Infinity || least > limit) continue;
    nearest.cost[i] = least;
    // two seeds a place
    nearest.place[i] = (seedOf[overFrom <= overTo ? fromNode : toNode] ?? 0) >> 1;
  }
  return nearest;
}

function improve(
  nearest: Nearest,
  origin: number,
  { cost, place, limit }: { readonly cost: number; readonly place: number; readonly limit: number },
): void {
  if (!(cost < (nearest.cost[origin] ?? Infinity) && cost <= limit)) return;
  nearest.cost[origin] = cost;
  nearest.place[origin] = place;
}
