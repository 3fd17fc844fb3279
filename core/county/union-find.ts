/**
 * Sets that only ever grow together (union-find): `parents[i]` leads to the root of the set that holds `i`. Begin with `createSets(count)`.
 *
 * @see Tarjan & van Leeuwen 1984, "Worst-case analysis of set union algorithms", J. ACM 31(2), 245-281: path halving
 */
export const createSets = (count: number): Int32Array => {
  const parents = new Int32Array(count);
  for (let i = 0; i < count; i++) parents[i] = i;
  return parents;
};

/** Root of the set that holds `start`, halving the path on the way. */
export function findRoot(parents: Int32Array, start: number): number {
  let index = start;
  while (parents[index] !== index) {
    const grandparent = parents[parents[index] ?? 0] ?? 0;
    parents[index] = grandparent;
    index = grandparent;
  }
  return index;
}

/** Joins two sets; the lower root stays, so that numbering does not depend on the order of joins. */
export function unite(parents: Int32Array, a: number, b: number): void {
  const rootA = findRoot(parents, a);
  const rootB = findRoot(parents, b);
  parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
}
