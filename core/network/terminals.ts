import type { ArcCosts } from './arc-costs.ts';
import type { NetworkAt } from './network.ts';
import type { Seeds } from './shortest-paths.ts';
import type { Snap } from './snap.ts';

/** What of a network a question about costs needs. */
export type TravelNetwork = Pick<NetworkAt, 'graph' | 'costs' | 'walkMinutes'>;

/**
 * How places hang on the graph: columns by place. From a place one comes to `fromNode` (first node of its link) for `fromCost` and to `toNode` for
 * `toCost`, or the other way round when the place is where the trip ends; the walked stretch is part of both. A place without a snap has
 * node 0 and `Infinity`.
 */
export interface Terminals {
  readonly count: number;
  /** -1 = no snap. */
  readonly link: Int32Array;
  readonly fromNode: Int32Array;
  readonly toNode: Int32Array;
  readonly fromCost: Float64Array;
  readonly toCost: Float64Array;
  /** The stretch off the road alone. */
  readonly offRoadCost: Float64Array;
}

/** Part of an arc's cost: nothing for no part of it, even where it must not be used. */
const partOf = (share: number, arcCost: number): number => (share === 0 ? 0 : share * arcCost);

/**
 * How snapped places hang on the graph.
 *
 * @param direction `forward`: trips begin at the places; `backward`: trips end there
 */
export function createTerminals(
  network: Pick<NetworkAt, 'graph' | 'walkMinutes'>,
  snaps: readonly (Snap | null)[],
  { costs, direction }: { readonly costs: ArcCosts; readonly direction: 'forward' | 'backward' },
): Terminals {
  const { linkFrom, linkTo, linkArc, linkMeters, arcOpposite } = network.graph;
  const count = snaps.length;
  const terminals = {
    count,
    link: new Int32Array(count).fill(-1),
    fromNode: new Int32Array(count),
    toNode: new Int32Array(count),
    fromCost: new Float64Array(count).fill(Infinity),
    toCost: new Float64Array(count).fill(Infinity),
    offRoadCost: new Float64Array(count).fill(Infinity),
  };
  snaps.forEach((snap, i) => {
    if (snap === null) return;
    const { link, alongMeters } = snap;
    const arc = linkArc[link] ?? 0;
    const length = linkMeters[link] ?? 0;
    const share = length > 0 ? alongMeters / length : 0;
    const along = costs.forward[arc] ?? Infinity;
    const against = costs.forward[arcOpposite[arc] ?? 0] ?? Infinity;
    const offRoad = costOffRoad(network, snap, { metric: costs.metric, direction });
    const isForward = direction === 'forward';
    // a link without length is passed at both its ends
    const rest = length > 0 ? 1 - share : 0;
    terminals.link[i] = link;
    terminals.fromNode[i] = linkFrom[link] ?? 0;
    terminals.toNode[i] = linkTo[link] ?? 0;
    terminals.fromCost[i] = offRoad + partOf(share, isForward ? against : along);
    terminals.toCost[i] = offRoad + partOf(rest, isForward ? along : against);
    terminals.offRoadCost[i] = offRoad;
  });
  return terminals;
}

/** The stretch between a place and the road: walked whatever the mode, out to the road (`forward`) or in from it. */
function costOffRoad(
  network: Pick<NetworkAt, 'walkMinutes'>,
  snap: Snap,
  { metric, direction }: { readonly metric: ArcCosts['metric']; readonly direction: 'forward' | 'backward' },
): number {
  const { position, at, offRoadMeters } = snap;
  if (metric === 'meters') return offRoadMeters;
  if (offRoadMeters === 0) return 0;
  let minutes = offRoadMinutes.get(snap);
  if (!minutes) {
    minutes = {
      forward: network.walkMinutes(position, at, offRoadMeters),
      backward: network.walkMinutes(at, position, offRoadMeters),
    };
    offRoadMinutes.set(snap, minutes);
  }
  return minutes[direction];
}

/** A snap is walked in the same time at every date. */
const offRoadMinutes = new WeakMap<Snap, Readonly<Record<'forward' | 'backward', number>>>();

/** The seeds of many places: those of place `i` are numbers `2 i` and `2 i + 1`. */
export function seedsOfTerminals({ count, fromNode, toNode, fromCost, toCost }: Terminals): Seeds {
  const nodes = new Int32Array(2 * count);
  const costs = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    nodes[2 * i] = fromNode[i] ?? 0;
    nodes[2 * i + 1] = toNode[i] ?? 0;
    costs[2 * i] = fromCost[i] ?? Infinity;
    costs[2 * i + 1] = toCost[i] ?? Infinity;
  }
  return { nodes, costs };
}

/** Places by the link on which they stand. */
export function groupByLink(places: readonly (Snap | null)[]): ReadonlyMap<number, readonly number[]> {
  const onLink = new Map<number, number[]>();
  places.forEach((snap, i) => {
    if (snap === null) return;
    const neighbours = onLink.get(snap.link);
    if (neighbours) neighbours.push(i);
    else onLink.set(snap.link, [i]);
  });
  return onLink;
}

/**
 * Cost of the trip between two places on the same link without leaving it, walked stretches included; `Infinity` where the direction is not
 * allowed. Places on different links: `Infinity`. Equal positions: 0, there is no way to go, on or off the road.
 */
export function costWithinLink(
  graph: NetworkAt['graph'],
  costs: Pick<ArcCosts, 'forward'>,
  { from, to, offRoadCost }: { readonly from: Snap | null; readonly to: Snap | null; readonly offRoadCost: number },
): number {
  if (from === null || to === null || from.link !== to.link) return Infinity;
  if (isSamePosition(from, to)) return 0;
  const length = graph.linkMeters[from.link] ?? 0;
  const difference = to.alongMeters - from.alongMeters;
  if (difference === 0 || length === 0) return offRoadCost;
  const along = graph.linkArc[from.link] ?? 0;
  const arc = difference > 0 ? along : (graph.arcOpposite[along] ?? 0);
  return offRoadCost + partOf(Math.abs(difference) / length, costs.forward[arc] ?? Infinity);
}

/** Whether two places are the same position: then there is no way to go, on or off the road. */
export const isSamePosition = (a: Snap | null, b: Snap | null): boolean =>
  a !== null && b !== null && a.position[0] === b.position[0] && a.position[1] === b.position[1];
