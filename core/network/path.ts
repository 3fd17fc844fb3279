import type { LonLat } from '../geo/lon-lat.ts';
import type { ArcCosts } from './arc-costs.ts';
import type { NetworkAt } from './network.ts';
import { sliceSegment } from './road-geometry.ts';
import { getSearch } from './shortest-paths.ts';
import type { Snap } from './snap.ts';
import { costWithinLink, createTerminals, isSamePosition, seedsOfTerminals } from './terminals.ts';
import type { TravelMetric, TravelMode } from './travel.ts';
import { findUnreachableReason, type UnreachableReason } from './trips.ts';

/** A stretch of a path: off the road, or a run along one segment. */
export interface PathLeg {
  readonly kind: 'off_road' | 'road';
  /** Index into `County.segments`; null off the road. */
  readonly segment: number | null;
  readonly meters: number;
  readonly minutes: number;
  /** Degrees, EPSG:4490, in the direction of travel. */
  readonly line: readonly LonLat[];
}

/** The shortest or fastest way. `meters` and `minutes` are both those of this way and the sums of its legs. */
export interface Path {
  readonly meters: number;
  readonly minutes: number;
  readonly line: readonly LonLat[];
  readonly legs: readonly PathLeg[];
}

/** Which way is asked. */
export interface PathQuestion {
  readonly from: LonLat;
  readonly to: LonLat;
  readonly mode: TravelMode;
  readonly metric: TravelMetric;
}

/** Part of a link, in the direction of travel. */
interface Run {
  readonly link: number;
  readonly fromMeters: number;
  readonly toMeters: number;
}

/** The shortest (`meters`) or fastest (`minutes`) way between two positions as a line with its legs, or why there is none. */
export function tracePath(network: NetworkAt, { from, to, mode, metric }: PathQuestion): Path | UnreachableReason {
  const start = network.snap(from);
  const end = network.snap(to);
  if (start === null || end === null) return 'no_road';
  if (isSamePosition(start, end)) return { meters: 0, minutes: 0, line: [from, to], legs: [] };
  const runs = findRuns(network, { start, end, costs: network.costs(mode, metric) });
  if (runs === null) return findUnreachableReason(network, start, end);
  const legs = [
    ...walkOffRoad(network, start, 'forward'),
    ...createRoadLegs(network, runs, mode),
    ...walkOffRoad(network, end, 'backward'),
  ];
  const line: LonLat[] = [];
  for (const leg of legs) {
    for (const position of leg.line) {
      const last = line.at(-1);
      if (last?.[0] !== position[0] || last[1] !== position[1]) line.push(position);
    }
  }
  if (line.length === 1) line.push(to);
  return { meters: sumOf(legs, 'meters'), minutes: sumOf(legs, 'minutes'), line, legs };
}

const sumOf = (legs: readonly PathLeg[], of: 'meters' | 'minutes'): number =>
  legs.reduce((sum, leg) => sum + leg[of], 0);

/** The parts of links that the cheapest way uses, in order; null = there is none. */
function findRuns(
  network: NetworkAt,
  { start, end, costs }: { readonly start: Snap; readonly end: Snap; readonly costs: ArcCosts },
): readonly Run[] | null {
  const { graph } = network;
  const origin = createTerminals(network, [start], { costs, direction: 'forward' });
  const goal = createTerminals(network, [end], { costs, direction: 'backward' });
  const offRoadCost = (origin.offRoadCost[0] ?? 0) + (goal.offRoadCost[0] ?? 0);
  const direct = costWithinLink(graph, costs, { from: start, to: end, offRoadCost });
  const targets = [goal.fromNode[0] ?? 0, goal.toNode[0] ?? 0];
  const { cost, arcInto } = getSearch(graph).run(costs, seedsOfTerminals(origin), { direction: 'forward', targets });
  const overFrom = (cost[targets[0] ?? 0] ?? Infinity) + (goal.fromCost[0] ?? Infinity);
  const overTo = (cost[targets[1] ?? 0] ?? Infinity) + (goal.toCost[0] ?? Infinity);
  if (Math.min(direct, overFrom, overTo) === Infinity) return null;
  if (direct <= overFrom && direct <= overTo) {
    return [{ link: start.link, fromMeters: start.alongMeters, toMeters: end.alongMeters }];
  }
  const endsOverFrom = overFrom <= overTo;
  const middle = followBack(graph, arcInto, targets[endsOverFrom ? 0 : 1] ?? 0);
  // the search began at the end of the first link that costs less, also where both its ends are one node
  const beginsOverFrom =
    middle.firstNode === origin.fromNode[0] &&
    (middle.firstNode !== origin.toNode[0] || (origin.fromCost[0] ?? Infinity) <= (origin.toCost[0] ?? Infinity));
  const lengthOf = (link: number) => graph.linkMeters[link] ?? 0;
  return [
    { link: start.link, fromMeters: start.alongMeters, toMeters: beginsOverFrom ? 0 : lengthOf(start.link) },
    ...middle.runs,
    { link: end.link, fromMeters: endsOverFrom ? 0 : lengthOf(end.link), toMeters: end.alongMeters },
  ];
}

/** The whole links by which a search came to a node, in the direction of travel, and the node at which it began. */
function followBack(
  graph: NetworkAt['graph'],
  arcInto: Int32Array,
  lastNode: number,
): { readonly firstNode: number; readonly runs: readonly Run[] } {
  const runs: Run[] = [];
  let node = lastNode;
  for (let arc = arcInto[node] ?? -1; arc >= 0; arc = arcInto[node] ?? -1) {
    const link = graph.arcLink[arc] ?? 0;
    const length = graph.linkMeters[link] ?? 0;
    const isAlong = graph.arcForward[arc] === 1;
    runs.push({ link, fromMeters: isAlong ? 0 : length, toMeters: isAlong ? length : 0 });
    node = graph.arcTarget[graph.arcOpposite[arc] ?? 0] ?? 0;
  }
  return { firstNode: node, runs: runs.reverse() };
}

/** Legs of the runs, joined where they go on along one segment in one direction; runs without length are left out. */
function createRoadLegs(network: NetworkAt, runs: readonly Run[], mode: TravelMode): readonly PathLeg[] {
  const { graph, geometry } = network;
  const legs: (PathLeg & { fromMeters: number; toMeters: number })[] = [];
  for (const { link, fromMeters, toMeters } of runs) {
    if (fromMeters === toMeters) continue;
    const segment = graph.linkSegment[link] ?? 0;
    const startMeters = graph.linkStartMeters[link] ?? 0;
    const part = { fromMeters: startMeters + fromMeters, toMeters: startMeters + toMeters };
    const meters = Math.abs(toMeters - fromMeters);
    const minutes = minutesOfRun(network, { link, fromMeters, toMeters }, mode);
    const last = legs.at(-1);
    const goesOn =
      last?.segment === segment &&
      last.toMeters === part.fromMeters &&
      last.toMeters > last.fromMeters === part.toMeters > part.fromMeters;
    const leg = {
      kind: 'road' as const,
      segment,
      meters: (goesOn ? last.meters : 0) + meters,
      minutes: (goesOn ? last.minutes : 0) + minutes,
      fromMeters: goesOn ? last.fromMeters : part.fromMeters,
      toMeters: part.toMeters,
      line: [],
    };
    if (goesOn) legs[legs.length - 1] = leg;
    else legs.push(leg);
  }
  return legs.map(({ fromMeters, toMeters, ...leg }) => ({
    ...leg,
    line: sliceSegment(geometry, leg.segment ?? 0, { fromMeters, toMeters }),
  }));
}

function minutesOfRun({ graph, costs }: NetworkAt, { link, fromMeters, toMeters }: Run, mode: TravelMode): number {
  const along = graph.linkArc[link] ?? 0;
  const arc = toMeters > fromMeters ? along : (graph.arcOpposite[along] ?? 0);
  const share = Math.abs(toMeters - fromMeters) / (graph.linkMeters[link] ?? 1);
  return share * (costs(mode, 'minutes').forward[arc] ?? 0);
}

/** The walked stretch at one end; none where the position lies on the road. */
function walkOffRoad(network: NetworkAt, snap: Snap, direction: 'forward' | 'backward'): readonly PathLeg[] {
  if (snap.offRoadMeters === 0) return [];
  const line = direction === 'forward' ? [snap.position, snap.at] : [snap.at, snap.position];
  const minutes = network.walkMinutes(line[0] ?? snap.at, line[1] ?? snap.at);
  return [{ kind: 'off_road', segment: null, meters: snap.offRoadMeters, minutes, line }];
}
