import { walkingKmh } from '../county/speed-table.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import type { NetworkAt } from './network.ts';
import type { Reach } from './reach.ts';
import { positionOnSegment } from './road-geometry.ts';
import { groupByLink } from './terminals.ts';

/** Cost and course of a link are taken this often: chords of hairpins leave the road by less than the least width that is drawn. */
const SAMPLE_METERS = 120;

/** A straight stretch that is reached, with how far one can still walk at either end and, in proportion, between them. */
export interface ReachStrip {
  readonly from: LonLat;
  readonly to: LonLat;
  readonly fromMeters: number;
  readonly toMeters: number;
}

/**
 * Stretches of road within a limit, cut where it is used up, and the stretches between the places and the road. What is left of the limit is
 * walked, on level ground.
 */
export function listReachStrips(network: NetworkAt, reach: Reach, limit: number): readonly ReachStrip[] {
  const { graph, geometry, county } = network;
  // metres that one walks for what is left: a metre for a metre, or at the speed on level ground
  const metersPerUnit = reach.metric === 'meters' ? 1 : (walkingKmh(county.settings.speeds, 0) * 1000) / 60;
  const leftAt = (cost: number) => (limit - cost) * metersPerUnit;
  const strips: ReachStrip[] = [];
  const add = (strip: ReachStrip) => {
    const cut = cutStrip(strip);
    if (cut) strips.push(cut);
  };
  const places = groupByLink(reach.snaps);
  for (let link = 0; link < graph.linkCount; link++) {
    const costAt = createLinkCost(network, reach, { link, places: places.get(link) ?? [] });
    if (costAt === null || (Math.min(costAt(0), costAt(graph.linkMeters[link] ?? 0)) > limit && !places.has(link)))
      continue;
    const segment = graph.linkSegment[link] ?? 0;
    const start = graph.linkStartMeters[link] ?? 0;
    const stops = listStops(graph.linkMeters[link] ?? 0);
    for (let i = 1; i < stops.length; i++) {
      const [before = 0, after = 0] = [stops[i - 1], stops[i]];
      add({
        from: positionOnSegment(geometry, segment, start + before),
        to: positionOnSegment(geometry, segment, start + after),
        fromMeters: leftAt(costAt(before)),
        toMeters: leftAt(costAt(after)),
      });
    }
  }
  reach.snaps.forEach((snap, place) => {
    if (snap === null) return;
    const onRoad = reach.offRoadCost[place] ?? 0;
    add({ from: snap.position, to: snap.at, fromMeters: leftAt(0), toMeters: leftAt(onRoad) });
  });
  return strips;
}

/** Cost at a place so many metres along a link; null where the link is not there. */
function createLinkCost(
  network: NetworkAt,
  { nodeCost, mode, metric, direction, snaps, offRoadCost }: Reach,
  { link, places }: { readonly link: number; readonly places: readonly number[] },
): ((alongMeters: number) => number) | null {
  const { graph, state } = network;
  if (state.exists[graph.linkSegment[link] ?? -1] !== 1) return null;
  const weights = network.costs(mode, metric)[direction === 'from' ? 'forward' : 'backward'];
  const arc = graph.linkArc[link] ?? 0;
  const along = weights[arc] ?? Infinity;
  const against = weights[graph.arcOpposite[arc] ?? 0] ?? Infinity;
  const length = graph.linkMeters[link] ?? 0;
  const part = (meters: number, weight: number) => (meters === 0 || length === 0 ? 0 : (meters / length) * weight);
  const atStart = nodeCost[graph.linkFrom[link] ?? 0] ?? Infinity;
  const atEnd = nodeCost[graph.linkTo[link] ?? 0] ?? Infinity;
  return (meters) => {
    let cost = Math.min(atStart + part(meters, along), atEnd + part(length - meters, against));
    for (const place of places) {
      const beyond = meters - (snaps[place]?.alongMeters ?? 0);
      const own = (offRoadCost[place] ?? Infinity) + (beyond >= 0 ? part(beyond, along) : part(-beyond, against));
      cost = Math.min(cost, own);
    }
    return cost;
  };
}

/** Metres along a link, from its first to its last, at which its cost and its course are taken. */
function listStops(length: number): number[] {
  const steps = Math.max(1, Math.ceil(length / SAMPLE_METERS));
  return Array.from({ length: steps + 1 }, (_, step) => (step / steps) * length);
}

/** The part of a stretch that is reached; null when none is. */
function cutStrip(strip: ReachStrip): ReachStrip | null {
  const { from, to, fromMeters, toMeters } = strip;
  if (fromMeters >= 0 && toMeters >= 0) return strip;
  if (!(fromMeters >= 0 || toMeters >= 0)) return null;
  // one end cannot be reached at all: nothing tells how far one comes
  const share = Number.isFinite(fromMeters) && Number.isFinite(toMeters) ? fromMeters / (fromMeters - toMeters) : 0;
  const cut: LonLat = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
  return fromMeters >= 0 ? { ...strip, to: cut, toMeters: 0 } : { ...strip, from: cut, fromMeters: 0 };
}
