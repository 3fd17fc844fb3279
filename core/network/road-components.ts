import { createDisjointSets } from '../county/topology/disjoint-sets.ts';
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
  const sets = createDisjointSets(nodeCount);
  for (let l = 0; l < linkCount; l++) {
    if (exists[linkSegment[l] ?? -1] === 1) sets.unite(linkFrom[l] ?? 0, linkTo[l] ?? 0);
  }
  // a root is the lowest node of its component and so comes before the others
  const component = new Int32Array(nodeCount);
  let count = 0;
  for (let node = 0; node < nodeCount; node++) {
    const root = sets.find(node);
    component[node] = root === node ? count++ : (component[root] ?? 0);
  }
  return component;
}
