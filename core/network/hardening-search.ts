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

/**
 * Dijkstra's algorithm over points and whole segments, from any of the segments given: hardened ones cost nothing, others their length. Of ways of
 * equal length the one over the segment with the lower code is taken.
 */
export function searchHardening(
  graph: HardeningGraph,
  from: Iterable<number>,
  visitor?: HardeningVisitor,
): HardeningSearch {
  const { pointsOfSegment, segmentsOfPoint, price, pointOfSegment } = graph;
  const pointMeters = new Float64Array(graph.pointCount).fill(Infinity);
  const segmentMeters = new Float64Array(price.length).fill(Infinity);
  const intoPoint = new Int32Array(graph.pointCount).fill(-1);
  const intoSegment = new Int32Array(price.length).fill(-1);
  const isDone = new Uint8Array(graph.pointCount);
  const queue = new FlatQueue<number>();

  const reachPoint = (point: number, meters: number, segment: number) => {
    const known = pointMeters[point] ?? 0;
    if (meters === known && isDone[point] === 0 && segment < (intoPoint[point] ?? 0)) intoPoint[point] = segment;
    if (meters >= known) return;
    pointMeters[point] = meters;
    intoPoint[point] = segment;
    queue.push(point, meters);
  };
  const reachSegment = (segment: number, meters: number, point: number) => {
    if (segmentMeters[segment] !== Infinity) return;
    segmentMeters[segment] = meters;
    intoSegment[segment] = point;
    visitor?.visitSegment(segment, meters);
    for (let i = pointsOfSegment.first[segment] ?? 0; i < (pointsOfSegment.first[segment + 1] ?? 0); i++) {
      reachPoint(pointsOfSegment.items[i] ?? 0, meters, segment);
    }
  };

  for (const segment of from) {
    const point = pointOfSegment[segment] ?? -1;
    if (point >= 0) reachPoint(point, 0, -1);
    else if (price[segment] !== Infinity) reachSegment(segment, price[segment] ?? 0, -1);
  }
  for (let point = queue.pop(); point !== undefined; point = queue.pop()) {
    if (isDone[point] === 1) continue;
    const meters = pointMeters[point] ?? 0;
    if (visitor?.isEnough(meters)) break;
    isDone[point] = 1;
    visitor?.visitPoint(point, meters);
    for (let i = segmentsOfPoint.first[point] ?? 0; i < (segmentsOfPoint.first[point + 1] ?? 0); i++) {
      const segment = segmentsOfPoint.items[i] ?? 0;
      reachSegment(segment, meters + (price[segment] ?? 0), point);
    }
  }
  return { pointMeters, segmentMeters, intoPoint, intoSegment };
}
