import type { MedianPrices } from './median-bound.ts';

/** A node of the tree: what is fixed beyond the root, and the prices to begin with. */
export interface MedianNode {
  readonly open: readonly number[];
  readonly closed: readonly number[];
  readonly bound: number;
  readonly prices: MedianPrices;
}

/** Nodes that wait to be looked at. */
export interface OpenNodes {
  readonly push: (...nodes: readonly MedianNode[]) => void;
  /** The next to be looked at; undefined = none is left. */
  readonly take: (best: number) => MedianNode | undefined;
  /** Least bound of those that wait; `Infinity` = none does. */
  readonly leastBound: () => number;
}

/** Each node keeps its prices (some kB): beyond so many the last ones are worked off first. */
const MOST_NODES = 4000;
/** Once the bound is as near to the best answer, proving it counts more than the bound on the way there. */
const NEAR = 0.004;

/**
 * While the bound is far from the best answer the node of least bound comes next, which lifts the bound fastest; then the last one, whose branch is small and
 * which ends soonest.
 */
export function createOpenNodes(): OpenNodes {
  const nodes: MedianNode[] = [];
  const leastBound = (): number => nodes.reduce((least, { bound }) => Math.min(least, bound), Infinity);
  return {
    push: (...more) => {
      nodes.push(...more);
    },
    take: (best) => {
      const least = leastBound();
      if (nodes.length > MOST_NODES || least >= best * (1 - NEAR)) return nodes.pop();
      const at = nodes.findLastIndex(({ bound }) => bound === least);
      return nodes.splice(at, 1)[0];
    },
    leastBound,
  };
}
