import type { LinkedRoads, NodeLink } from './link-nodes.ts';

/** Metres along roads from a node to all nodes within a limit. */
export type WalkLinks = (fromNode: number, limitMeters: number) => ReadonlyMap<number, number>;

/** Makes the roads ready for short walks, in both directions of every link. */
export function createLinkWalker({ links, nodeCount }: LinkedRoads): WalkLinks {
  const first = new Int32Array(nodeCount + 1);
  for (const { fromNode, toNode } of links) {
    first[fromNode + 1] = (first[fromNode + 1] ?? 0) + 1;
    first[toNode + 1] = (first[toNode + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodeCount; node++) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
  const places = first.slice();
  const linkAt = new Int32Array(2 * links.length);
  for (const [index, { fromNode, toNode }] of links.entries()) {
    for (const node of [fromNode, toNode]) {
      linkAt[places[node] ?? 0] = index;
      places[node] = (places[node] ?? 0) + 1;
    }
  }
  const linksOf = (node: number): readonly NodeLink[] =>
    Array.from(linkAt.subarray(first[node], first[node + 1]), (index) => links[index]).filter(
      (link) => link !== undefined,
    );
  return (fromNode, limitMeters) => walk(fromNode, limitMeters, linksOf);
}

/** Dijkstra over a handful of nodes: the nearest open one is found by looking at all of them. */
function walk(
  fromNode: number,
  limitMeters: number,
  linksOf: (node: number) => readonly NodeLink[],
): ReadonlyMap<number, number> {
  const settled = new Map<number, number>();
  const open = new Map([[fromNode, 0]]);
  while (open.size > 0) {
    let [node, meters] = [-1, Infinity];
    for (const [candidate, cost] of open) if (cost < meters) [node, meters] = [candidate, cost];
    open.delete(node);
    settled.set(node, meters);
    for (const link of linksOf(node)) {
      const next = link.fromNode === node ? link.toNode : link.fromNode;
      const cost = meters + link.toMeters - link.fromMeters;
      if (cost <= limitMeters && !settled.has(next) && cost < (open.get(next) ?? Infinity)) open.set(next, cost);
    }
  }
  return settled;
}
