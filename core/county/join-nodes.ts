import { createBoxTree } from '../geo/area-index.ts';
import { createLocalMetric } from '../geo/local-metric.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import type { SegmentRow } from './things.ts';

/** Ends of segments closer than this meet in one node. */
export const NODE_TOLERANCE_METERS = 1;

/** Ends that differ by less than this are the same position written twice, not a gap. */
const GAP_METERS = 0.001;

/** Two ends that were joined although they do not coincide: repaired, and reported. */
export interface JoinedGap {
  readonly segmentCode: string;
  readonly otherSegmentCode: string;
  readonly distanceMeters: number;
  readonly position: LonLat;
}

/** Node numbers per segment, in the order of the segments, and the gaps that were closed. */
export interface JoinedNodes {
  readonly startNodes: Int32Array;
  readonly endNodes: Int32Array;
  readonly gaps: readonly JoinedGap[];
}

/**
 * Topology of a road network: ends of segments within the tolerance of each other get the same node number. Numbers begin at 0 in the
 * order of the segments. The two ends of one segment join only when they coincide.
 */
export function joinNodes(segments: readonly SegmentRow[], toleranceMeters = NODE_TOLERANCE_METERS): JoinedNodes {
  // end 2i is the start of segment i, end 2i + 1 its end
  const ends = segments.flatMap(({ line }): LonLat[] => [
    line.coordinates[0] ?? [0, 0],
    line.coordinates.at(-1) ?? [0, 0],
  ]);
  const tree = createBoxTree(ends.map(([x, y]) => [x, y, x, y]));
  const parents = Int32Array.from(ends, (_, index) => index);
  const gaps: JoinedGap[] = [];
  for (const [index, end] of ends.entries()) {
    const metric = createLocalMetric(end);
    const dx = toleranceMeters / metric.metersPerDegreeLon;
    const dy = toleranceMeters / metric.metersPerDegreeLat;
    const near = tree?.search(end[0] - dx, end[1] - dy, end[0] + dx, end[1] + dy, (other) => other > index) ?? [];
    for (const other of near.sort((a, b) => a - b)) {
      const distanceMeters = Math.hypot(...metric.toPlane(ends[other] ?? end));
      const isSameSegment = index >> 1 === other >> 1;
      if (distanceMeters > (isSameSegment ? GAP_METERS : toleranceMeters)) continue;
      unite(parents, index, other);
      if (distanceMeters > GAP_METERS) {
        const segmentCode = segments[index >> 1]?.code ?? '';
        const otherSegmentCode = segments[other >> 1]?.code ?? '';
        gaps.push({ segmentCode, otherSegmentCode, distanceMeters, position: end });
      }
    }
  }
  const nodes = numberRoots(parents);
  return {
    startNodes: Int32Array.from(segments, (_, i) => nodes[2 * i] ?? 0),
    endNodes: Int32Array.from(segments, (_, i) => nodes[2 * i + 1] ?? 0),
    gaps,
  };
}

/** Root of a set, halving the path on the way. */
function findRoot(parents: Int32Array, start: number): number {
  let index = start;
  while (parents[index] !== index) {
    const grandparent = parents[parents[index] ?? 0] ?? 0;
    parents[index] = grandparent;
    index = grandparent;
  }
  return index;
}

/** Joins two sets; the lower root stays, so that numbering does not depend on the order of joins. */
function unite(parents: Int32Array, a: number, b: number): void {
  const rootA = findRoot(parents, a);
  const rootB = findRoot(parents, b);
  parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
}

/** Consecutive numbers for the roots, by first appearance. */
function numberRoots(parents: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return Int32Array.from(parents, (_, index) => {
    const root = findRoot(parents, index);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}
