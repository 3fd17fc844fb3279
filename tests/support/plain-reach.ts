import { SURFACES } from '#core/county/kinds.ts';
import { drivingKmh, walkingKmh } from '#core/county/speed-table.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';
import type { NetworkAt } from '#core/network/network.ts';
import type { ReachQuestion } from '#core/network/reach.ts';
import { type PlainArc, searchPlainly } from './plain-search.ts';

/**
 * Cost between places and settlements on level ground, driving: every link is split at every place and settlement that stands on it, and all
 * arcs are tried until nothing gets cheaper.
 */
export function reachPlainly(
  network: NetworkAt,
  { from, metric, direction }: Pick<ReachQuestion, 'from' | 'metric' | 'direction'>,
): number[] {
  const settlements = network.county.settlements.map(({ position }) => position);
  const positions = [...from, ...settlements];
  const { arcs, nodeCount } = splitRoads(network, positions, metric);
  const first = nodeCount - positions.length;
  const seeds = from.map((_, i) => ({ node: first + i, cost: 0 }));
  const ways = direction === 'from' ? arcs : arcs.map(({ from: a, to: b, cost }) => ({ from: b, to: a, cost }));
  const costs = searchPlainly(nodeCount, ways, seeds);
  return settlements.map((_, i) => costs[first + from.length + i] ?? Infinity);
}

/** Arcs between the nodes of the roads, the places where positions reach them, and the positions, which are the last nodes. */
function splitRoads(network: NetworkAt, positions: readonly LonLat[], metric: ReachQuestion['metric']) {
  const { graph, county, state } = network;
  const arcs: PlainArc[] = [];
  const onRoad = (index: number) => graph.nodeCount + index;
  const offRoad = (index: number) => graph.nodeCount + positions.length + index;
  const snaps = positions.map((position) => network.snap(position));
  for (let link = 0; link < graph.linkCount; link++) {
    const segment = county.segments[graph.linkSegment[link] ?? 0];
    if (!segment || state.exists[graph.linkSegment[link] ?? 0] !== 1) continue;
    const kmh = drivingKmh(county.settings.speeds, segment.roadClass, surfaceOf(network, graph.linkSegment[link] ?? 0));
    const stops = [
      { node: graph.linkFrom[link] ?? 0, along: 0 },
      ...snaps
        .flatMap((snap, i) => (snap?.link === link ? [{ node: onRoad(i), along: snap.alongMeters }] : []))
        .sort((a, b) => a.along - b.along),
      { node: graph.linkTo[link] ?? 0, along: graph.linkMeters[link] ?? 0 },
    ];
    stops.slice(1).forEach((stop, i) => {
      const before = stops[i] ?? stop;
      const meters = stop.along - before.along;
      const cost = metric === 'meters' ? meters : (meters / 1000 / kmh) * 60;
      arcs.push({ from: before.node, to: stop.node, cost });
      // two that stand at the same place go nowhere on the road
      if (!segment.oneWay || meters === 0) arcs.push({ from: stop.node, to: before.node, cost });
    });
  }
  snaps.forEach((snap, i) => {
    if (!snap) return;
    const meters = straightDistanceMeters(snap.position, snap.at);
    const cost = metric === 'meters' ? meters : (meters / 1000 / walkingKmh(county.settings.speeds, 0)) * 60;
    arcs.push({ from: offRoad(i), to: onRoad(i), cost }, { from: onRoad(i), to: offRoad(i), cost });
  });
  return { arcs, nodeCount: graph.nodeCount + 2 * positions.length };
}

const surfaceOf = ({ state }: NetworkAt, segment: number) => SURFACES[state.surface[segment] ?? -1] ?? null;
