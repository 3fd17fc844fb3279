import type { NetworkAt } from '../../network/network.ts';
import type { Destination } from '../../network/place-kinds.ts';
import { getSearch } from '../../network/shortest-paths.ts';
import { createTerminals, groupByLink, seedsOfTerminals } from '../../network/terminals.ts';

/** How far it is by vehicle along roads to the nearest of some places, from any place on the roads. */
export interface RoadDistances {
  readonly places: readonly Destination[];
  /**
   * Metres from a place on a link, the walked stretch at the other end included; `Infinity` = none can be reached.
   *
   * @param alongMeters from the link's first node
   */
  metersFrom(link: number, alongMeters: number): number;
}

/** Distances to places by one search from all of them against the direction of travel. */
export function createRoadDistances(network: NetworkAt, places: readonly Destination[]): RoadDistances {
  const { graph } = network;
  const costs = network.costs('drive', 'meters');
  const snaps = places.map(({ position }) => network.snap(position));
  const terminals = createTerminals(network, snaps, { costs, direction: 'backward' });
  // the buffers of the search are used again by the next one
  const cost = getSearch(graph).run(costs, seedsOfTerminals(terminals), { direction: 'backward' }).cost.slice();
  const onLink = groupByLink(snaps);
  const { linkFrom, linkTo, linkArc, linkMeters, arcOpposite } = graph;
  return {
    places,
    metersFrom(link, alongMeters) {
      const arc = linkArc[link] ?? 0;
      const length = linkMeters[link] ?? 0;
      const share = length > 0 ? alongMeters / length : 0;
      const along = costs.forward[arc] ?? Infinity;
      const against = costs.forward[arcOpposite[arc] ?? 0] ?? Infinity;
      let best = Math.min(
        partOf(share, against) + (cost[linkFrom[link] ?? 0] ?? Infinity),
        partOf(length > 0 ? 1 - share : 0, along) + (cost[linkTo[link] ?? 0] ?? Infinity),
      );
      for (const place of onLink.get(link) ?? []) {
        const difference = (snaps[place]?.alongMeters ?? 0) - alongMeters;
        const stretch = length > 0 ? partOf(Math.abs(difference) / length, difference > 0 ? along : against) : 0;
        best = Math.min(best, (terminals.offRoadCost[place] ?? Infinity) + stretch);
      }
      return best;
    },
  };
}

/** Part of what a link costs: nothing for no part of it, even where it must not be used. */
const partOf = (share: number, cost: number): number => (share === 0 ? 0 : share * cost);
