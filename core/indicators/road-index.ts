import Flatbush from 'flatbush';
import type { Segment } from '../county/county.ts';
import { createLocalMetric } from '../geo/local-metric.ts';
import type { LonLat } from '../geo/lon-lat.ts';

/** Answers how far the nearest road of a kind is, straight. */
export interface RoadIndex {
  /**
   * Straight distance in metres to the nearest segment whose flag in `wanted` is 1; `Infinity` when there is none. Exact to a few
   * centimetres within 10 km.
   *
   * @param wanted one flag per segment, as in `SegmentState`
   */
  nearestMeters(position: LonLat, wanted: Uint8Array): number;
  /** The nearest segments whatever their flags, nearest first; complete up to the last of them. Empty when there is no road at all. */
  listNearest(position: LonLat): readonly NearSegment[];
}

/** A segment and how far it is, straight, in metres. */
export interface NearSegment {
  readonly segment: number;
  readonly meters: number;
}

/** Edges that a list of nearest segments begins with: some five segments in the sample county. */
const NEAREST_EDGES = 12;

/** Spatial index over every edge of every segment, for any date: which segments count is asked with each search. */
export function createRoadIndex(segments: readonly Pick<Segment, 'line'>[]): RoadIndex {
  const { edges, segmentOfEdge } = flattenEdges(segments);
  const count = segmentOfEdge.length;
  if (count === 0) return { nearestMeters: () => Infinity, listNearest: () => [] };
  const tree = new Flatbush(count);
  for (let e = 0; e < count; e++) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = edges.subarray(4 * e, 4 * e + 4);
    tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  tree.finish();
  return {
    nearestMeters(position, wanted) {
      const metric = createLocalMetric(position);
      const isWanted = (edge: number) => wanted[segmentOfEdge[edge] ?? -1] === 1;
      // the edge with the nearest box bounds the distance from above; every nearer edge lies in the box of that radius
      const [first] = tree.neighbors(position[0], position[1], 1, Infinity, isWanted);
      if (first === undefined) return Infinity;
      const bound = edgeDistanceMeters(position, edges, first, metric);
      const lonReach = bound / metric.metersPerDegreeLon;
      const latReach = bound / metric.metersPerDegreeLat;
      let best = bound;
      tree.search(
        position[0] - lonReach,
        position[1] - latReach,
        position[0] + lonReach,
        position[1] + latReach,
        (edge) => {
          if (isWanted(edge)) best = Math.min(best, edgeDistanceMeters(position, edges, edge, metric));
          return false;
        },
      );
      return best;
    },
    listNearest(position) {
      const metric = createLocalMetric(position);
      const meters = (edge: number) => edgeDistanceMeters(position, edges, edge, metric);
      const bound = Math.max(...tree.neighbors(position[0], position[1], NEAREST_EDGES).map(meters));
      const lonReach = bound / metric.metersPerDegreeLon;
      const latReach = bound / metric.metersPerDegreeLat;
      const nearest = new Map<number, number>();
      for (const edge of tree.search(
        position[0] - lonReach,
        position[1] - latReach,
        position[0] + lonReach,
        position[1] + latReach,
      )) {
        const segment = segmentOfEdge[edge] ?? -1;
        const distance = meters(edge);
        if (distance <= bound) nearest.set(segment, Math.min(distance, nearest.get(segment) ?? Infinity));
      }
      return [...nearest].map(([segment, distance]) => ({ segment, meters: distance })).sort(byMeters);
    },
  };
}

const byMeters = (a: NearSegment, b: NearSegment): number => a.meters - b.meters;

/** All edges as `[lon1, lat1, lon2, lat2]` in a row, and the segment of each. */
function flattenEdges(segments: readonly Pick<Segment, 'line'>[]): { edges: Float64Array; segmentOfEdge: Int32Array } {
  const count = segments.reduce((sum, { line }) => sum + Math.max(0, line.coordinates.length - 1), 0);
  const edges = new Float64Array(4 * count);
  const segmentOfEdge = new Int32Array(count);
  let e = 0;
  segments.forEach(({ line: { coordinates } }, segment) => {
    for (let i = 1; i < coordinates.length; i++) {
      const [lon1, lat1] = coordinates[i - 1] ?? [0, 0];
      const [lon2, lat2] = coordinates[i] ?? [0, 0];
      edges.set([lon1, lat1, lon2, lat2], 4 * e);
      segmentOfEdge[e++] = segment;
    }
  });
  return { edges, segmentOfEdge };
}

/** Distance from a position to an edge in the metric plane about the position. */
function edgeDistanceMeters(
  [lon, lat]: LonLat,
  edges: Float64Array,
  edge: number,
  { metersPerDegreeLon: kx, metersPerDegreeLat: ky }: { metersPerDegreeLon: number; metersPerDegreeLat: number },
): number {
  const x1 = ((edges[4 * edge] ?? 0) - lon) * kx;
  const y1 = ((edges[4 * edge + 1] ?? 0) - lat) * ky;
  const dx = ((edges[4 * edge + 2] ?? 0) - lon) * kx - x1;
  const dy = ((edges[4 * edge + 3] ?? 0) - lat) * ky - y1;
  const length2 = dx * dx + dy * dy;
  const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length2));
  return Math.hypot(x1 + share * dx, y1 + share * dy);
}
