/** A way from one node to another, in that direction only. */
export interface PlainArc {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

/**
 * Cheapest costs from seeds to every node by trying all arcs until nothing gets cheaper (Bellman and Ford): the plain reference for searches.
 * `Infinity` = not reached.
 */
export function searchPlainly(
  nodeCount: number,
  arcs: readonly PlainArc[],
  seeds: readonly { readonly node: number; readonly cost: number }[],
): number[] {
  const costs = new Array<number>(nodeCount).fill(Infinity);
  for (const { node, cost } of seeds) costs[node] = Math.min(costs[node] ?? Infinity, cost);
  for (let isCheaper = true; isCheaper; ) {
    isCheaper = false;
    for (const { from, to, cost } of arcs) {
      const through = (costs[from] ?? Infinity) + cost;
      if (through < (costs[to] ?? Infinity)) {
        costs[to] = through;
        isCheaper = true;
      }
    }
  }
  return costs;
}

/** The same ways the other way round. */
export const reverseArcs = (arcs: readonly PlainArc[]): readonly PlainArc[] =>
  arcs.map(({ from, to, cost }) => ({ from: to, to: from, cost }));
