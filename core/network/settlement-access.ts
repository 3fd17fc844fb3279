import type { ArcCosts } from './arc-costs.ts';
import { findNearestOfTerminals, type Nearest } from './nearest.ts';
import type { NetworkAt } from './network.ts';
import { type DestinationKind, listDestinations } from './place-kinds.ts';
import { createTerminals, type Terminals } from './terminals.ts';
import type { TravelMetric, TravelMode } from './travel.ts';

interface Kept {
  readonly origins: Terminals;
  readonly nearest: Map<DestinationKind, Nearest>;
}

/** By the costs on which they rest: dates that share costs share these. */
const kept = new WeakMap<ArcCosts, Kept>();

/**
 * From each settlement to the nearest place of a kind: cost aligned with `County.settlements`, place an index into
 * `listDestinations(county, kind)`. Kept as long as the costs are.
 */
export function getSettlementAccess(
  network: NetworkAt,
  kind: DestinationKind,
  { mode, metric }: { readonly mode: TravelMode; readonly metric: TravelMetric },
): Nearest {
  const costs = network.costs(mode, metric);
  const from = network.settlementSnaps();
  let known = kept.get(costs);
  if (!known) {
    known = { origins: createTerminals(network, from, { costs, direction: 'forward' }), nearest: new Map() };
    kept.set(costs, known);
  }
  let nearest = known.nearest.get(kind);
  if (!nearest) {
    const to = listDestinations(network.county, kind).map(({ position }) => network.snap(position));
    nearest = findNearestOfTerminals(network, { from, origins: known.origins, to, costs });
    known.nearest.set(kind, nearest);
  }
  return nearest;
}
