import { createMinHeap, popHeap, pushHeap } from '../../network/min-heap.ts';
import type { CompressedRows } from '../../network/near-segments.ts';

/** Elements (segments and points) that touch each other. */
export interface ElementGraph {
  readonly elementCount: number;
  readonly neighbours: CompressedRows;
}

/** Cheapest trees that hold one element of each of some groups. Sets of groups are bits of a number. */
export interface SteinerTrees {
  /** `cost[set * elementCount + element]`: least price of a tree that holds the element and one of each group of the set; `Infinity` = none. */
  readonly cost: Float64Array;
  /** Elements of one such tree; some may come twice. */
  trace(set: number, element: number): readonly number[];
}

const BEGUN = -1;
const UNKNOWN = -0x7fffffff;

/**
 * Cheapest trees for every set of groups at once, exactly: Dreyfus & Wagner 1971 ("The Steiner problem in graphs", Networks 1) with prices on the
 * elements. Two trees that meet in an element grow together; a tree grows over a neighbour by Dijkstra's algorithm. Time grows with 3 to the
 * number of groups.
 *
 * @param prices by element, at least 0; `Infinity` = cannot be had
 */
export function findSteinerTrees(
  graph: ElementGraph,
  prices: Float64Array,
  groups: readonly Int32Array[],
): SteinerTrees {
  const work = growSteinerTrees(graph, prices, groups);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same in pieces: after each set of groups it can be left or gone on with. */
export function* growSteinerTrees(
  { elementCount, neighbours }: ElementGraph,
  prices: Float64Array,
  groups: readonly Int32Array[],
): Generator<void, SteinerTrees> {
  const sets = 2 ** groups.length;
  const cost = new Float64Array(sets * elementCount).fill(Infinity);
  // where a tree comes from: a neighbour (>= 0), two trees (minus the first set, minus 2), or it begins here
  const from = new Int32Array(sets * elementCount).fill(UNKNOWN);
  const heap = createMinHeap(elementCount + neighbours.items.length);
  const merge = (set: number, first: number): void => {
    const [row, a, b] = [set * elementCount, first * elementCount, (set ^ first) * elementCount];
    for (let element = 0; element < elementCount; element++) {
      const ways = (cost[a + element] as number) + (cost[b + element] as number);
      if (ways === Infinity) continue;
      const total = ways - (prices[element] as number);
      if (total >= (cost[row + element] as number)) continue;
      cost[row + element] = total;
      from[row + element] = -first - 2;
    }
  };
  const grow = (set: number): void => {
    const row = set * elementCount;
    for (let element = 0; element < elementCount; element++) {
      const known = cost[row + element] as number;
      if (known < Infinity) pushHeap(heap, known, element);
    }
    while (heap.size > 0) {
      const meters = heap.keys[0] as number;
      const element = popHeap(heap);
      if (meters > (cost[row + element] as number)) continue;
      const end = neighbours.first[element + 1] as number;
      for (let i = neighbours.first[element] as number; i < end; i++) {
        const next = neighbours.items[i] as number;
        const total = meters + (prices[next] as number);
        if (total >= (cost[row + next] as number)) continue;
        cost[row + next] = total;
        from[row + next] = element;
        pushHeap(heap, total, next);
      }
    }
  };
  for (let set = 1; set < sets; set++) {
    const single = Math.log2(set);
    if (Number.isInteger(single)) {
      for (const element of groups[single] ?? []) {
        cost[set * elementCount + element] = prices[element] ?? Infinity;
        from[set * elementCount + element] = BEGUN;
      }
    }
    for (let first = (set - 1) & set; first > (set ^ first); first = (first - 1) & set) merge(set, first);
    grow(set);
    yield;
  }
  return { cost, trace: (set, element) => traceTree({ from, elementCount }, set, element) };
}

function traceTree(
  { from, elementCount }: { readonly from: Int32Array; readonly elementCount: number },
  set: number,
  element: number,
): readonly number[] {
  const elements: number[] = [];
  const open: { set: number; element: number }[] = [{ set, element }];
  for (let part = open.pop(); part; part = open.pop()) {
    let at = part.element;
    let way = from[part.set * elementCount + at] ?? UNKNOWN;
    elements.push(at);
    while (way >= 0) {
      at = way;
      elements.push(at);
      way = from[part.set * elementCount + at] ?? UNKNOWN;
    }
    if (way >= BEGUN || way === UNKNOWN) continue;
    const first = -way - 2;
    open.push({ set: first, element: at }, { set: part.set ^ first, element: at });
  }
  return elements;
}
