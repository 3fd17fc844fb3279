import type { ArcCosts } from './arc-costs.ts';
import { createMinHeap, type MinHeap, popHeap, pushHeap, reserveHeap } from './min-heap.ts';
import type { RoadGraph } from './road-graph.ts';

/** Where a search begins: nodes with what it costs to be there already. A node may stand twice; `Infinity` = not a beginning. */
export interface Seeds {
  readonly nodes: ArrayLike<number>;
  readonly costs: ArrayLike<number>;
}

/** How a search runs. */
export interface SearchOptions {
  /** `forward`: cost from the seeds to each node; `backward`: cost from each node to the seeds, in the direction of travel. */
  readonly direction: 'forward' | 'backward';
  /** Nodes that cost more are left out; default none. */
  readonly limit?: number;
  /** The search may end when these nodes are done; then only their costs are final. */
  readonly targets?: ArrayLike<number>;
}

/**
 * What a search found, by node. The arrays belong to the search and are written anew by its next run.
 */
export interface SearchResult {
  /** `Infinity` = not reached. */
  readonly cost: Float64Array;
  /** The arc by which the search came to the node, in the direction of the search; -1 = it is a seed. Only of nodes reached. */
  readonly arcInto: Int32Array;
  /** Which seed serves the node. Only of nodes reached. */
  readonly seedOf: Int32Array;
  /** The nodes reached, in no order. */
  readonly reached: Int32Array;
}

/** A search over one graph, with buffers that are used again. */
export interface Search {
  run(costs: Pick<ArcCosts, 'forward' | 'backward'>, seeds: Seeds, options: SearchOptions): SearchResult;
}

interface Buffers {
  readonly cost: Float64Array;
  readonly arcInto: Int32Array;
  readonly seedOf: Int32Array;
  readonly reached: Int32Array;
  readonly heap: MinHeap;
  reachedCount: number;
}

/** A search of its own; `getSearch` gives one that is shared. */
export function createSearch(graph: RoadGraph): Search {
  const { nodeCount } = graph;
  const buffers: Buffers = {
    cost: new Float64Array(nodeCount).fill(Infinity),
    arcInto: new Int32Array(nodeCount),
    seedOf: new Int32Array(nodeCount),
    reached: new Int32Array(nodeCount),
    heap: createMinHeap(1024),
    reachedCount: 0,
  };
  return {
    run(costs, seeds, { direction, limit = Infinity, targets }) {
      clear(buffers);
      // each arc is looked at once at most, so that the heap never holds more
      reserveHeap(buffers.heap, 2 * graph.linkCount + seeds.nodes.length);
      plantSeeds(buffers, seeds, limit);
      spread(graph, buffers, { weight: costs[direction], limit, targets });
      const { cost, arcInto, seedOf, reached, reachedCount } = buffers;
      return { cost, arcInto, seedOf, reached: reached.subarray(0, reachedCount) };
    },
  };
}

const searches = new WeakMap<RoadGraph, Search>();

/** The search that all questions to a graph share: read or copy its result before anything else is asked. */
export function getSearch(graph: RoadGraph): Search {
  let search = searches.get(graph);
  if (!search) {
    search = createSearch(graph);
    searches.set(graph, search);
  }
  return search;
}

/** Forgets the run before: only what it touched, so that a bounded run costs what it reaches. */
function clear(buffers: Buffers): void {
  const { cost, reached, reachedCount } = buffers;
  for (let i = 0; i < reachedCount; i++) cost[reached[i] as number] = Infinity;
  buffers.reachedCount = 0;
  buffers.heap.size = 0;
}

function plantSeeds(buffers: Buffers, { nodes, costs }: Seeds, limit: number): void {
  const { cost, arcInto, seedOf, reached, heap } = buffers;
  for (let seed = 0; seed < nodes.length; seed++) {
    const node = nodes[seed] as number;
    const key = costs[seed] as number;
    if (!(key <= limit && key < (cost[node] as number))) continue;
    if (cost[node] === Infinity) reached[buffers.reachedCount++] = node;
    cost[node] = key;
    arcInto[node] = -1;
    seedOf[node] = seed;
    pushHeap(heap, key, node);
  }
}

/**
 * Dijkstra's algorithm, exact for costs that are not negative. Places where only two links meet never enter the queue: the search walks through
 * them to the next junction or dead end, and once more where it later comes from the other side for less.
 *
 * Letters: `u` the node that is done, `a` an arc, `v` the node at its end, `c` what it costs to be there.
 */
function spread(
  { firstArc, arcTarget, arcOpposite }: RoadGraph,
  buffers: Buffers,
  { weight, limit, targets }: { weight: Float64Array; limit: number; targets: ArrayLike<number> | undefined },
): void {
  const { cost, arcInto, seedOf, reached, heap } = buffers;
  const isDone = targets === undefined ? undefined : watchTargets(cost, targets);
  let reachedCount = buffers.reachedCount;
  while (heap.size > 0) {
    const key = heap.keys[0] as number;
    if (isDone?.(key)) break;
    const u = popHeap(heap);
    // it was found for less after it was put in
    if (key > (cost[u] as number)) continue;
    const seed = seedOf[u] as number;
    const end = firstArc[u + 1] as number;
    for (let first = firstArc[u] as number; first < end; first++) {
      let a = first;
      let v = arcTarget[a] as number;
      let c = key + (weight[a] as number);
      while (c < (cost[v] as number) && c <= limit) {
        if (cost[v] === Infinity) reached[reachedCount++] = v;
        cost[v] = c;
        arcInto[v] = a;
        seedOf[v] = seed;
        const begin = firstArc[v] as number;
        const degree = (firstArc[v + 1] as number) - begin;
        if (degree > 2) pushHeap(heap, c, v);
        if (degree !== 2) break;
        a = begin === arcOpposite[a] ? begin + 1 : begin;
        v = arcTarget[a] as number;
        c += weight[a] as number;
      }
    }
  }
  buffers.reachedCount = reachedCount;
}

/** Tells when all targets are done: each has a cost, and no queued node costs less than the dearest of them. */
function watchTargets(cost: Float64Array, targets: ArrayLike<number>): (key: number) => boolean {
  let next = 0;
  let dearest = -1;
  return (key) => {
    if (key < dearest) return false;
    while (next < targets.length && cost[targets[next] as number] !== Infinity) next++;
    if (next < targets.length) return false;
    dearest = 0;
    for (let i = 0; i < targets.length; i++) dearest = Math.max(dearest, cost[targets[i] as number] as number);
    return key >= dearest;
  };
}
