import type { ClusterOption } from './cluster-option.ts';
import type { JoinCluster } from './join-cluster.ts';
import { toSegments } from './join-cluster.ts';
import { growSteinerTrees, type SteinerTrees } from './steiner-trees.ts';

/** So much work at most is spent on a cluster: some tenths of a second. */
const MOST_WORK = 3e8;

/** Whether the cheapest segments of every set of the cluster's claims can be found. */
export const canBeExact = (cluster: JoinCluster): boolean => measureExact(cluster) <= MOST_WORK;

/** How much work it is to search a cluster exactly; a hundred million takes about a tenth of a second. */
export const measureExact = ({ claims, contexts, elementCount }: JoinCluster): number =>
  3 ** (claims.length + contexts.length) * elementCount;

/**
 * Every choice in a cluster that is worth it: for each weight that can be gained the least cost, without those that cost more and gain no more.
 * Exact. Ascending by cost; the first costs nothing, the last joins every claim.
 */
export function findExactFrontier(cluster: JoinCluster): readonly ClusterOption[] {
  const work = searchExactFrontier(cluster);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same in pieces of a few milliseconds, between which it can be left. */
export function* searchExactFrontier(cluster: JoinCluster): Generator<void, readonly ClusterOption[]> {
  const { claims, contexts } = cluster;
  const trees = yield* growSteinerTrees(cluster, cluster.pricesFen, [
    ...claims.map(({ members }) => members),
    ...contexts,
  ]);
  const parts = yield* findCheapestParts(cluster, yield* findCheapestTrees(cluster, trees));
  const weights = sumOverSets(claims.map(({ weight }) => weight));
  const all = 2 ** claims.length - 1;
  const sets = Array.from({ length: all + 1 }, (_, set) => set)
    .filter((set) => (parts.cost[set] ?? Infinity) < Infinity)
    .sort(
      (a, b) =>
        (parts.cost[a] ?? 0) - (parts.cost[b] ?? 0) ||
        (weights[b] ?? 0) - (weights[a] ?? 0) ||
        countBits(b) - countBits(a),
    );
  const options: ClusterOption[] = [];
  let most = -1;
  for (const set of sets) {
    const weight = weights[set] ?? 0;
    if (weight <= most && set !== all) continue;
    yield;
    options.push(createOption(cluster, { trees, parts, set, weight }));
    most = Math.max(most, weight);
  }
  // whatever comes after all claims gains no more
  return options.slice(0, options.findIndex(({ joinsAll }) => joinsAll) + 1);
}

interface CheapestParts {
  readonly cost: Float64Array;
  /** The set of claims of the first tree. */
  readonly first: Int32Array;
  readonly tree: CheapestTrees;
}

interface CheapestTrees {
  readonly cost: Float64Array;
  /** Element at which the tree is read; -1 = none. */
  readonly element: Int32Array;
  readonly groupSet: Int32Array;
}

/** Cheapest single tree for each set of claims: it holds their contexts too. */
function* findCheapestTrees(
  { claims, elementCount }: JoinCluster,
  trees: SteinerTrees,
): Generator<void, CheapestTrees> {
  const sets = 2 ** claims.length;
  const found = {
    cost: new Float64Array(sets).fill(Infinity),
    element: new Int32Array(sets).fill(-1),
    groupSet: new Int32Array(sets),
  };
  found.cost[0] = 0;
  for (let set = 1; set < sets; set++) {
    yield;
    let groups = set;
    claims.forEach((claim, i) => {
      if ((set >> i) & 1) for (const context of claim.contexts) groups |= 1 << (claims.length + context);
    });
    found.groupSet[set] = groups;
    for (let element = 0; element < elementCount; element++) {
      const cost = trees.cost[groups * elementCount + element] ?? Infinity;
      if (cost >= (found.cost[set] ?? 0)) continue;
      found.cost[set] = cost;
      found.element[set] = element;
    }
  }
  return found;
}

/** Cheapest trees together: one tree suffices where all claims must hang on one and the same element. */
function* findCheapestParts({ claims, contexts }: JoinCluster, tree: CheapestTrees): Generator<void, CheapestParts> {
  const first = Int32Array.from(tree.cost, (_, set) => set);
  const isOneTree = contexts.some(
    (context, i) => context.length === 1 && claims.every((claim) => claim.contexts.includes(i)),
  );
  if (isOneTree) return { cost: tree.cost, first, tree };
  const cost = tree.cost.slice();
  for (let set = 1; set < cost.length; set++) {
    yield;
    for (let part = (set - 1) & set; part > 0; part = (part - 1) & set) {
      const total = (tree.cost[part] ?? Infinity) + (cost[set ^ part] ?? Infinity);
      if (total >= (cost[set] ?? Infinity)) continue;
      cost[set] = total;
      first[set] = part;
    }
  }
  return { cost, first, tree };
}

function createOption(
  cluster: JoinCluster,
  {
    trees,
    parts,
    set,
    weight,
  }: { readonly trees: SteinerTrees; readonly parts: CheapestParts; readonly set: number; readonly weight: number },
): ClusterOption {
  const elements: number[] = [];
  for (let rest = set; rest > 0; ) {
    const part = parts.first[rest] ?? rest;
    elements.push(...trees.trace(parts.tree.groupSet[part] ?? 0, parts.tree.element[part] ?? 0));
    rest ^= part;
  }
  const { segments, costFen } = toSegments(cluster, elements);
  return { weight, costFen, segments, joinsAll: set === 2 ** cluster.claims.length - 1 };
}

/** Sum of the values of each set. */
function sumOverSets(values: readonly number[]): Float64Array {
  const sums = new Float64Array(2 ** values.length);
  for (let set = 1; set < sums.length; set++) {
    const last = 31 - Math.clz32(set);
    sums[set] = (sums[set ^ (1 << last)] ?? 0) + (values[last] ?? 0);
  }
  return sums;
}

function countBits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}
