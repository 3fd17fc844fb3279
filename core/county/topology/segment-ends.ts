import type { DisjointSets } from './disjoint-sets.ts';
import { lastVertex, type RoadVertices } from './road-vertices.ts';

/** A position at which segments end. */
export interface EndPosition {
  /** The lowest of the end vertices at this position. */
  readonly vertex: number;
  /** Segments that end here, ascending; a closed segment once. */
  readonly segments: readonly number[];
}

/** Positions at which segments end, in the order of the segments. */
export function listEndPositions(vertices: RoadVertices, sets: DisjointSets): readonly EndPosition[] {
  const positions = new Map<number, { vertex: number; segments: number[] }>();
  for (let segment = 0; segment + 1 < vertices.first.length; segment++) {
    for (const vertex of [vertices.first[segment] ?? 0, lastVertex(vertices, segment)]) {
      const root = sets.find(vertex);
      const known = positions.get(root);
      if (known === undefined) positions.set(root, { vertex, segments: [segment] });
      else if (known.segments.at(-1) !== segment) known.segments.push(segment);
    }
  }
  return [...positions.values()];
}

/** Whether a vertex is the first or the last of its segment. */
export function isEndVertex(vertices: RoadVertices, vertex: number): boolean {
  const segment = vertices.segment[vertex] ?? 0;
  return vertex === vertices.first[segment] || vertex === lastVertex(vertices, segment);
}
