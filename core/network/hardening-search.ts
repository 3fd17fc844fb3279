import FlatQueue from 'flatqueue';
import type { HardeningGraph } from './hardening-graph.ts';

/** The least metres to be hardened from some segments to every point and segment; `Infinity` = not connected, or not searched. */
export interface HardeningSearch {
  readonly pointMeters: Float64Array;
  /** The segment itself included. */
  readonly segmentMeters: Float64Array;
  /** Segment over which a point was reached; -1 = the search began there. */
  readonly intoPoint: Int32Array;
  /** Point from which a segment was reached; -1 = the search began with it. */
  readonly intoSegment: Int32Array;
}

/** Told of every point and segment once its metres are final, in ascending order of metres up to the price of one segment. */
export interface HardeningVisitor {
  visitPoint(point: number, meters: number): void;
  visitSegment(segment: number, meters: number): void;
  /** Whether to end at this many metres. */
  isEnough(meters: number): boolean;
}

/** Where a search writes: one search after the other in the same lists, which takes less time than the search itself would to make new ones. */
export interface SearchRoom extends HardeningSearch {
  readonly isDone: Uint8Array;
  readonly queue: FlatQueue<number>;
}

/** A search on its way. */
interface RunningSearch extends SearchRoom {
  readonly graph: HardeningGraph;
  readonly visitor: Partial<HardeningVisitor>;
}

/** Room for the searches of a graph. */
export const createSearchRoom = ({ pointCount, price }: HardeningGraph): SearchRoom => ({
  pointMeters: new Float64Array(pointCount),
  segmentMeters: new Float64Array(price.length),
  intoPoint: new Int32Array(pointCount),
  intoSegment: new Int32Array(price.length),
  isDone: new Uint8Array(pointCount),
  queue: new FlatQueue<number>(),
});

/** Takes what an earlier search wrote out of a room. */
function clearRoom({ pointMeters, segmentMeters, intoPoint, intoSegment, isDone, queue }: SearchRoom): void {
  pointMeters.fill(Infinity);
  segmentMeters.fill(Infinity);
  intoPoint.fill(-1);
  intoSegment.fill(-1);
  isDone.fill(0);
  queue.clear();
}

/**
 * Dijkstra's algorithm over points and whole segments, from any of the segments given: hardened ones cost nothing, others their length. Of ways of
 * equal length the one over the segment with the lower code is taken.
 *
 * @param options.room lists of an earlier search of the graph that nobody reads any more; by default new ones
 */
export function searchHardening(
  graph: HardeningGraph,
  from: Iterable<number>,
  options: Partial<HardeningVisitor> & { readonly room?: SearchRoom | undefined } = {},
): SearchRoom {
  const { room = createSearchRoom(graph), ...visitor } = options;
  clearRoom(room);
  const search: RunningSearch = { ...room, graph, visitor };
  for (const segment of from) {
    const point = graph.pointOfSegment[segment] ?? -1;
    if (point >= 0) reachPoint(search, point, { meters: 0, over: -1 });
    else if (graph.price[segment] !== Infinity) reachSegment(search, segment, { meters: 0, over: -1 });
  }
  const { isDone, queue, pointMeters } = search;
  for (let point = queue.pop(); point !== undefined; point = queue.pop()) {
    if (isDone[point] === 1) continue;
    const meters = pointMeters[point] ?? 0;
    if (visitor.isEnough?.(meters)) break;
    isDone[point] = 1;
    visitor.visitPoint?.(point, meters);
    const { first, items } = graph.segmentsOfPoint;
    const end = first[point + 1] ?? 0;
    for (let i = first[point] ?? 0; i < end; i++) reachSegment(search, items[i] ?? 0, { meters, over: point });
  }
  return search;
}

/** How a search comes to a place: metres so far, and the last segment (point) before it; -1 = it begins there. */
interface Arrival {
  readonly meters: number;
  readonly over: number;
}

function reachPoint(
  { pointMeters, intoPoint, isDone, queue }: RunningSearch,
  point: number,
  { meters, over }: Arrival,
) {
  const known = pointMeters[point] ?? 0;
  if (meters === known && isDone[point] === 0 && over < (intoPoint[point] ?? 0)) intoPoint[point] = over;
  if (meters >= known) return;
  pointMeters[point] = meters;
  intoPoint[point] = over;
  queue.push(point, meters);
}

/** Hardens a segment from one of its points and so comes to all of them. The first arrival is the cheapest. */
function reachSegment(search: RunningSearch, segment: number, arrival: Arrival): void {
  const { graph, segmentMeters, intoSegment, visitor } = search;
  if (segmentMeters[segment] !== Infinity) return;
  const meters = arrival.meters + (graph.price[segment] ?? 0);
  segmentMeters[segment] = meters;
  intoSegment[segment] = arrival.over;
  visitor.visitSegment?.(segment, meters);
  const { first, items } = graph.pointsOfSegment;
  const end = first[segment + 1] ?? 0;
  for (let i = first[segment] ?? 0; i < end; i++) reachPoint(search, items[i] ?? 0, { meters, over: segment });
}
