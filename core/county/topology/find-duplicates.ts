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
  const byEnds = new Map<number, number[]>();
  const duplicates: DuplicateLine[] = [];
  for (let segment = 0; segment + 1 < vertices.first.length; segment++) {
    const start = sets.find(vertices.first[segment] ?? 0);
    const end = sets.find(lastVertex(vertices, segment));
    // lines are compared only where they have the same ends
    const key = Math.min(start, end) * vertices.count + Math.max(start, end);
    const earlier = byEnds.get(key) ?? [];
    const otherSegment =
      earlier.length === 0 ? undefined : earlier.find((other) => isSame(vertices, sets, [segment, other]));
    if (otherSegment === undefined) byEnds.set(key, [...earlier, segment]);
    else duplicates.push({ segment, otherSegment });
  }
  return duplicates;
}

/** Whether two segments run through the same positions, in either direction; those without length do not. */
function isSame(vertices: RoadVertices, sets: DisjointSets, pair: readonly [number, number]): boolean {
  const [line, other] = pair.map((segment) => listRoots(vertices, sets, segment)) as [
    readonly number[],
    readonly number[],
  ];
  if (line.length < 2 || line.length !== other.length) return false;
  return line.every((root, i) => root === other[i]) || line.every((root, i) => root === other.at(-1 - i));
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
