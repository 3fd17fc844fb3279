import type { County } from '../county/county.ts';
import type { ArcCosts } from '../network/arc-costs.ts';
import type { NetworkAt } from '../network/network.ts';
import { getSearch } from '../network/shortest-paths.ts';
import type { Snap } from '../network/snap.ts';
import { costWithinLink, createTerminals, seedsOfTerminals } from '../network/terminals.ts';
import type { TravelMetric } from '../network/travel.ts';

/** `there`: from the old settlement to the site; `back`: from the site to the fields at the old settlement. */
export type AssignedDirection = 'there' | 'back';

/** By the costs on which they rest: dates that share costs share these. */
const kept = new WeakMap<ArcCosts, Map<AssignedDirection, Float64Array>>();

/**
 * From the settlement of each household to its site by vehicle, or back: aligned with `County.households`; `Infinity` = it cannot be reached,
 * `NaN` = the household has no site.
 */
export function getAssignedCosts(network: NetworkAt, metric: TravelMetric, direction: AssignedDirection): Float64Array {
  const costs = network.costs('drive', metric);
  const known = kept.get(costs) ?? new Map<AssignedDirection, Float64Array>();
  kept.set(costs, known);
  const measured = known.get(direction) ?? measureAssigned(network, costs, direction);
  known.set(direction, measured);
  return measured;
}

function measureAssigned(network: NetworkAt, costs: ArcCosts, direction: AssignedDirection): Float64Array {
  const { households, sites } = network.county;
  const measured = new Float64Array(households.count).fill(Number.NaN);
  const householdsOfSite = groupBySite(network.county);
  sites.forEach(({ accessPoint }, site) => {
    const assigned = householdsOfSite[site] ?? [];
    const settlements = [...new Set(assigned.map((household) => households.settlement[household] ?? -1))];
    const trips = measureSite(network, { at: network.snap(accessPoint), settlements, costs, direction });
    for (const household of assigned)
      measured[household] = trips.get(households.settlement[household] ?? -1) ?? Infinity;
  });
  return measured;
}

const groups = new WeakMap<County, readonly number[][]>();

/** Households by site, grouped once a county. */
function groupBySite(county: County): readonly number[][] {
  const known = groups.get(county);
  if (known) return known;
  const { households, sites } = county;
  const created: number[][] = sites.map(() => []);
  for (let i = 0; i < households.count; i++) {
    const site = households.site[i] ?? -1;
    if (site >= 0) created[site]?.push(i);
  }
  groups.set(county, created);
  return created;
}

/** One search from a site that ends when the settlements are reached: cost by settlement. */
function measureSite(
  network: NetworkAt,
  {
    at,
    settlements,
    costs,
    direction,
  }: {
    readonly at: Snap | null;
    readonly settlements: readonly number[];
    readonly costs: ArcCosts;
    readonly direction: AssignedDirection;
  },
): ReadonlyMap<number, number> {
  const [ofSite, ofSettlement] =
    direction === 'there' ? (['backward', 'forward'] as const) : (['forward', 'backward'] as const);
  const all = network.settlementSnaps();
  const snaps = settlements.map((settlement) => all[settlement] ?? null);
  const others = createTerminals(network, snaps, { costs, direction: ofSettlement });
  const site = createTerminals(network, [at], { costs, direction: ofSite });
  const { cost } = getSearch(network.graph).run(costs, seedsOfTerminals(site), {
    direction: ofSite,
    targets: [...others.fromNode, ...others.toNode],
  });
  return new Map(
    settlements.map((settlement, i) => {
      const snap = snaps[i] ?? null;
      const offRoadCost = (others.offRoadCost[i] ?? 0) + (site.offRoadCost[0] ?? 0);
      const ends = direction === 'there' ? { from: snap, to: at } : { from: at, to: snap };
      return [
        settlement,
        Math.min(
          (others.fromCost[i] ?? Infinity) + (cost[others.fromNode[i] ?? 0] ?? Infinity),
          (others.toCost[i] ?? Infinity) + (cost[others.toNode[i] ?? 0] ?? Infinity),
          costWithinLink(network.graph, costs, { ...ends, offRoadCost }),
        ),
      ];
    }),
  );
}
