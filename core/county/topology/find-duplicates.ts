import type { DisjointSets } from './disjoint-sets.ts';
import { lastVertex, type RoadVertices } from './road-vertices.ts';

/** A segment whose line is that of an earlier one, in either direction; both are indexes. */
export interface DuplicateLine {
  readonly segment: number;
  readonly otherSegment: number;
}

/**
 * Segments with the line of an earlier segment.
 *
 * @param sets vertices of the same position are in one set, and nothing else has been joined yet
 */
export function findDuplicates(vertices: RoadVertices, sets: DisjointSets): readonly DuplicateLine[] {
  const known = new Map<string, number>();
  const duplicates: DuplicateLine[] = [];
  for (let segment = 0; segment + 1 < vertices.first.length; segment++) {
    const line = listRoots(vertices, sets, segment);
    if (line.length < 2) continue;
    const key = [line.join(), line.toReversed().join()].sort()[0] ?? '';
    const otherSegment = known.get(key);
    if (otherSegment === undefined) known.set(key, segment);
    else duplicates.push({ segment, otherSegment });
  }
  return duplicates;
}

/** Positions of a line as numbers; a position written twice in a row counts once. */
function listRoots(vertices: RoadVertices, sets: DisjointSets, segment: number): readonly number[] {
  const roots: number[] = [];
  for (let vertex = vertices.first[segment] ?? 0; vertex <= lastVertex(vertices, segment); vertex++) {
    const root = sets.find(vertex);
    if (roots.at(-1) !== root) roots.push(root);
  }
  return roots;
}
