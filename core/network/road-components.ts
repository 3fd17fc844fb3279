import type { RoadGraph } from './road-graph.ts';

/**
 * Component of each node over the segments that are there, whatever their direction. Numbered from 0 in the order of their lowest node; a node
 * that no segment touches is a component of its own.
 *
 * @param exists by segment, 1 = it is there
 */
export function findRoadComponents(
  { nodeCount, linkCount, linkSegment, linkFrom, linkTo }: RoadGraph,
  exists: Uint8Array,
): Int32Array {
  const parents = Int32Array.from({ length: nodeCount }, (_, node) => node);
  for (let l = 0; l < linkCount; l++) {
    if (exists[linkSegment[l] ?? -1] !== 1) continue;
    const a = findRoot(parents, linkFrom[l] ?? 0);
    const b = findRoot(parents, linkTo[l] ?? 0);
    parents[Math.max(a, b)] = Math.min(a, b);
  }
  // a root is the lowest node of its component and so comes before the others
  const component = new Int32Array(nodeCount);
  let count = 0;
  for (let node = 0; node < nodeCount; node++) {
    const root = findRoot(parents, node);
    component[node] = root === node ? count++ : (component[root] ?? 0);
  }
  return component;
}

/** Root of a set, halving the path on the way. */
function findRoot(parents: Int32Array, start: number): number {
  let node = start;
  while (parents[node] !== node) {
    const grandparent = parents[parents[node] ?? 0] ?? 0;
    parents[node] = grandparent;
    node = grandparent;
  }
  return node;
}
