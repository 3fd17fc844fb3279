/** Sets of numbers that grow together. The lowest number of a set is its root, so that the outcome does not depend on the order of joins. */
export interface DisjointSets {
  /** Root of the set that holds a number. */
  find(member: number): number;
  /** Joins the sets of two numbers. */
  unite(a: number, b: number): void;
}

/** `count` sets of one number each, 0 to `count - 1`. */
export function createDisjointSets(count: number): DisjointSets {
  const parents = Int32Array.from({ length: count }, (_, index) => index);
  const find = (start: number): number => {
    let member = start;
    while (parents[member] !== member) {
      // halving the path keeps later walks short
      const grandparent = parents[parents[member] ?? 0] ?? 0;
      parents[member] = grandparent;
      member = grandparent;
    }
    return member;
  };
  return {
    find,
    unite(a, b) {
      const rootA = find(a);
      const rootB = find(b);
      parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    },
  };
}
