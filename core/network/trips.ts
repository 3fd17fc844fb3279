import type { LonLat } from '../geo/lon-lat.ts';
import { straightDistanceMeters } from '../geo/straight-distance.ts';
import { measureMatrix } from './measure-matrix.ts';
import type { NetworkAt } from './network.ts';
import type { Snap } from './snap.ts';
import { isSamePosition } from './terminals.ts';
import type { TravelMode } from './travel.ts';

/**
 * Why a place cannot be reached. `no_road`: there is no road in the county at the date; `other_component`: the two stand on parts of the network
 * that do not meet; `one_way`: they meet, but not in this direction.
 */
export const UNREACHABLE_REASONS = ['no_road', 'other_component', 'one_way'] as const;
export type UnreachableReason = (typeof UNREACHABLE_REASONS)[number];

/**
 * From one position to another. `meters` is the shortest way along roads, `minutes` the fastest; both with the stretches off the road at either
 * end, which are walked. Unreachable = both null with the reason.
 */
export interface Trip {
  readonly meters: number | null;
  readonly minutes: number | null;
  /** Straight distance. */
  readonly straightMeters: number;
  /** Off the road, both ends together. */
  readonly offRoadMeters: number | null;
  readonly reason: UnreachableReason | null;
}

/** From one position to another. */
export function measureTrip(
  network: NetworkAt,
  { from, to, mode }: { readonly from: LonLat; readonly to: LonLat; readonly mode: TravelMode },
): Trip {
  const [trip] = measureTrips(network, { from: [from], to: [to], mode });
  return trip as Trip;
}

/** Every pair, row by row: `trips[i * to.length + j]`. */
export function measureTrips(
  network: NetworkAt,
  { from, to, mode }: { readonly from: readonly LonLat[]; readonly to: readonly LonLat[]; readonly mode: TravelMode },
): readonly Trip[] {
  const snaps = { from: from.map(network.snap), to: to.map(network.snap) };
  const meters = measureMatrix(network, { ...snaps, mode, metric: 'meters' });
  const minutes = measureMatrix(network, { ...snaps, mode, metric: 'minutes' });
  return from.flatMap((origin, i) =>
    to.map((end, j): Trip => {
      const start = snaps.from[i] ?? null;
      const stop = snaps.to[j] ?? null;
      const straightMeters = straightDistanceMeters(origin, end);
      const cell = i * to.length + j;
      const reason = meters[cell] === Infinity ? findUnreachableReason(network, start, stop) : null;
      if (reason !== null) return { meters: null, minutes: null, straightMeters, offRoadMeters: null, reason };
      const offRoadMeters = isSamePosition(start, stop) ? 0 : (start?.offRoadMeters ?? 0) + (stop?.offRoadMeters ?? 0);
      return {
        meters: meters[cell] ?? null,
        minutes: minutes[cell] ?? null,
        straightMeters,
        offRoadMeters,
        reason: null,
      };
    }),
  );
}

/** Why there is no way between two snapped places. */
export function findUnreachableReason(network: NetworkAt, from: Snap | null, to: Snap | null): UnreachableReason {
  if (from === null || to === null) return 'no_road';
  const component = network.componentOfNode();
  const { linkFrom } = network.graph;
  return component[linkFrom[from.link] ?? 0] === component[linkFrom[to.link] ?? 0] ? 'one_way' : 'other_component';
}
