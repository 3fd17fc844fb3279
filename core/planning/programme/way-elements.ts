import type { ElementGraph } from './steiner-trees.ts';

/**
 * Elements on some simple way from one of the starts to one of the ends: those in the same biconnected part as an edge from a node before all
 * starts to a node behind all ends.
 *
 * @returns 1 by element = on a way
 * @see Hopcroft & Tarjan 1973, "Algorithm 447: efficient algorithms for graph manipulation", Commun. ACM 16(6)
 */
export function findWayElements(
  { elementCount, neighbours }: ElementGraph,
  starts: readonly number[],
  ends: readonly number[],
): Uint8Array {
  const [source, sink] = [elementCount, elementCount + 1];
  const isStart = new Set(starts);
  const isEnd = new Set(ends);
  const listNext = (node: number): number[] => {
    if (node === source) return [sink, ...starts];
    if (node === sink) return [source, ...ends];
    const row = Array.from(neighbours.items.subarray(neighbours.first[node] ?? 0, neighbours.first[node + 1] ?? 0));
    return [...row, ...(isStart.has(node) ? [source] : []), ...(isEnd.has(node) ? [sink] : [])];
  };
  const { order, parent, place, low } = searchDepthFirst(elementCount + 2, source, listNext);
  const isIn = new Uint8Array(elementCount + 2);
  for (const node of order) {
    const above = parent[node] ?? -1;
    if (above === source) isIn[node] = node === sink ? 1 : 0;
    else if (above >= 0 && isIn[above] === 1) isIn[node] = (low[node] ?? 0) < (place[above] ?? 0) ? 1 : 0;
  }
  return isIn.slice(0, elementCount);
}

/** Nodes in the order of a search in depth, with the earliest place that each one's branch leads back to. */
function searchDepthFirst(count: number, root: number, listNext: (node: number) => readonly number[]) {
  const parent = new Int32Array(count).fill(-1);
  const place = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const order: number[] = [];
  const open: { readonly node: number; readonly next: readonly number[]; at: number }[] = [];
  const enter = (node: number): void => {
    place[node] = order.length;
    low[node] = order.length;
    order.push(node);
    open.push({ node, next: listNext(node), at: 0 });
  };
  enter(root);
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const { node } = top;
    const next = top.next[top.at++];
    if (next === undefined) {
      open.pop();
      const above = parent[node] ?? -1;
      if (above >= 0) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
    } else if (place[next] === -1) {
      parent[next] = node;
      enter(next);
    } else if (next !== parent[node]) low[node] = Math.min(low[node] ?? 0, place[next] ?? 0);
  }
  return { order, parent, place, low };
}
