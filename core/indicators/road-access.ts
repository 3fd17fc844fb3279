import { findNearest, type Nearest } from '../network/nearest.ts';
import { findNearestHardened } from '../network/nearest-hardened.ts';
import { type Destination, type DestinationKind, listDestinations } from '../network/place-kinds.ts';
import { getSettlementAccess } from '../network/settlement-access.ts';
import type { Snap } from '../network/snap.ts';
import type { TravelMetric, TravelMode } from '../network/travel.ts';
import type { UnreachableReason } from '../network/trips.ts';
import type { IndicatorContext } from './context.ts';
import { keepByContext } from './keep-by-context.ts';

/** Kinds of place whose distance along roads is told. */
export type RoadPlace = DestinationKind | 'hardened_road';

/** How one travels, and what is counted. */
export interface Travel {
  readonly mode: TravelMode;
  readonly metric: TravelMetric;
}

/** Metres or minutes from each settlement to the nearest place of a kind; `place` -1 also where the place is a road. */
export function getRoadAccess(context: IndicatorContext, place: RoadPlace, travel: Travel): Nearest {
  if (place !== 'hardened_road') return getSettlementAccess(context.network(), place, travel);
  return getHardenedAccess(context, `${travel.mode}:${travel.metric}`);
}

const getHardenedAccess = keepByContext((context, key: `${TravelMode}:${TravelMetric}`): Nearest => {
  const [mode, metric] = key.split(':') as [TravelMode, TravelMetric];
  const network = context.network();
  const { hardened } = context.state.segments;
  const cost = findNearestHardened(network, { from: network.settlementSnaps(), mode, metric, hardened });
  return { cost, place: new Int32Array(cost.length).fill(-1) };
});

/** The same by vehicle to the nearest site that has room left. */
export const getRoomAccess = keepByContext((context, metric: TravelMetric): Nearest => {
  const network = context.network();
  const hasRoom = context.siteHasRoom();
  const to = context.county.sites.map(({ accessPoint }, site) =>
    hasRoom[site] === 1 ? network.snap(accessPoint) : null,
  );
  return findNearest(network, { from: network.settlementSnaps(), to, mode: 'drive', metric });
});

/** Metres along roads from each site to the nearest place of a kind. */
export const getSiteAccess = keepByContext((context, kind: DestinationKind): Nearest => {
  const network = context.network();
  return findNearest(network, {
    from: context.county.sites.map(({ accessPoint }) => network.snap(accessPoint)),
    to: listPlaces(context, kind).map(({ position }) => network.snap(position)),
    mode: 'drive',
    metric: 'meters',
  });
});

/** The places of a kind; the index of a `Nearest` points here. */
export const listPlaces = keepByContext((context, kind: DestinationKind): readonly Destination[] =>
  listDestinations(context.county, kind),
);

const listComponents = keepByContext((context, kind: DestinationKind): ReadonlySet<number> => {
  const network = context.network();
  return new Set(listPlaces(context, kind).map(({ position }) => componentOf(context, network.snap(position))));
});

/** Component of the network on which a snap stands; -1 = there is no road. */
function componentOf(context: IndicatorContext, snap: Snap | null): number {
  const { graph, componentOfNode } = context.network();
  return snap === null ? -1 : (componentOfNode()[graph.linkFrom[snap.link] ?? -1] ?? -1);
}

/**
 * Why no place of a kind can be reached from a settlement, as the note of a row: `no_such_place` (the county has none), or a reason of
 * `texts.network`.
 */
export function noteUnreachable(
  context: IndicatorContext,
  kind: RoadPlace,
  settlement: number,
): 'no_such_place' | `reason_${UnreachableReason}` {
  const snap = context.network().settlementSnaps()[settlement] ?? null;
  if (snap === null) return 'reason_no_road';
  if (kind === 'hardened_road') {
    return context.state.segments.hardened.includes(1) ? 'reason_other_component' : 'no_such_place';
  }
  if (listPlaces(context, kind).length === 0) return 'no_such_place';
  return listComponents(context, kind).has(componentOf(context, snap)) ? 'reason_one_way' : 'reason_other_component';
}
