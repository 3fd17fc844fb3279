import type { ClusterOption } from './cluster-option.ts';
import { createClaimSearch, type JoinCluster } from './join-cluster.ts';

/** What each claim would at least have to pay. */
export interface ClaimPrice {
  readonly weight: number;
  /** A lower bound when summed over whatever is joined; need not be whole. */
  readonly priceFen: number;
}

/** Prices shared out between claims, to be shared better. */
export interface ShareBound {
  /** The best found so far, aligned with the claims. */
  prices(): readonly ClaimPrice[];
  /** What the claims would choose at the last shares, as elements of the cluster. */
  chosen(): ReadonlySet<number>;
  /** One round of sharing. `rate`: weight a fen at which a claim is worth joining; 0 = all are. `mostFen`: cost of a known choice. */
  improve(situation: { readonly rate: number; readonly mostFen: number; readonly round: number }): void;
}

/**
 * A lower bound for a cluster too large to be searched exhaustively. The price of each segment is shared out between the claims; each claim then
 * pays its own cheapest way at its own shares. Whatever set of claims is joined, a segment hardened once costs at least the shares of those that
 * use it, so the set costs at least the sum of their ways (Lagrangian dual of the multicommodity flow model; Wong 1984, "A dual ascent approach
 * for Steiner tree problems", Mathematical Programming 28). Shares move by the subgradient, with projection to shares that add up to the price.
 */
export function createShareBound(cluster: JoinCluster): ShareBound {
  const shares = shareFirst(cluster);
  let best: readonly ClaimPrice[] | null = null;
  let bestValue = -Infinity;
  let bestRate = Number.NaN;
  let union: ReadonlySet<number> = new Set();
  const valueAt = (prices: readonly ClaimPrice[], rate: number) =>
    rate === 0
      ? prices.reduce((sum, { priceFen }) => sum + priceFen, 0)
      : -prices.reduce((sum, { weight, priceFen }) => sum + Math.max(0, weight - rate * priceFen), 0) / rate;
  const measure = () =>
    cluster.claims.map((claim, i) => {
      const { priceFen, elements } = createClaimSearch(cluster, shares[i] ?? cluster.pricesFen)(claim);
      return { weight: claim.weight, priceFen, elements: new Set(elements()) };
    });
  return {
    prices() {
      best ??= measure().map(({ weight, priceFen }) => ({ weight, priceFen }));
      return best;
    },
    chosen: () => union,
    improve({ rate, mostFen, round }) {
      const ways = measure();
      const value = valueAt(ways, rate);
      if (best !== null && rate !== bestRate) bestValue = valueAt(best, rate);
      bestRate = rate;
      if (best === null || value > bestValue) {
        best = ways.map(({ weight, priceFen }) => ({ weight, priceFen }));
        bestValue = value;
      }
      const takers = ways.map(({ weight, priceFen }) => rate === 0 || weight > rate * priceFen);
      union = new Set(ways.flatMap(({ elements }, i) => (takers[i] ? [...elements] : [])));
      moveShares(cluster, shares, {
        ways: ways.map(({ elements }, i) => (takers[i] ? elements : new Set<number>())),
        gapFen: Math.max(1, mostFen - value),
        round,
      });
    },
  };
}

/** Segments are shared evenly between the claims whose own cheapest way uses them; others between all. */
function shareFirst(cluster: JoinCluster): readonly Float64Array[] {
  const find = createClaimSearch(cluster, cluster.pricesFen);
  const ways = cluster.claims.map((claim) => new Set(find(claim).elements()));
  const users = new Int32Array(cluster.elementCount);
  for (const way of ways) for (const element of way) users[element] = (users[element] ?? 0) + 1;
  return ways.map((way) =>
    cluster.pricesFen.map((price, element) => {
      const count = users[element] ?? 0;
      if (count === 0) return price / ways.length;
      return way.has(element) ? price / count : 0;
    }),
  );
}

function moveShares(
  { pricesFen }: JoinCluster,
  shares: readonly Float64Array[],
  {
    ways,
    gapFen,
    round,
  }: { readonly ways: readonly ReadonlySet<number>[]; readonly gapFen: number; readonly round: number },
): void {
  // away from the mean: the part of the subgradient that keeps the sum
  const used = new Map<number, number>();
  for (const way of ways) for (const element of way) used.set(element, (used.get(element) ?? 0) + 1);
  let norm = 0;
  for (const [element, count] of used) {
    if ((pricesFen[element] ?? 0) > 0) norm += count - (count * count) / shares.length;
  }
  if (norm <= 0) return;
  const step = (gapFen / norm) * (2 / (1 + round / 10));
  for (const element of used.keys()) {
    const price = pricesFen[element] ?? 0;
    if (price === 0) continue;
    const moved = shares.map((share, i) => (share[element] ?? 0) + (ways[i]?.has(element) ? step : 0));
    projectToSum(moved, price).forEach((value, i) => {
      const share = shares[i];
      if (share) share[element] = value;
    });
  }
}

/** The nearest values that are not negative and add up to a sum (never to more, whatever is rounded). */
function projectToSum(values: readonly number[], sum: number): readonly number[] {
  const sorted = values.toSorted((a, b) => b - a);
  let total = 0;
  let shift = 0;
  for (const [i, value] of sorted.entries()) {
    total += value;
    const next = (total - sum) / (i + 1);
    if (value - next <= 0) break;
    shift = next;
  }
  const projected = values.map((value) => Math.max(0, value - shift));
  const reached = projected.reduce((all, value) => all + value, 0);
  return reached > sum ? projected.map((value) => (value * sum) / reached) : projected;
}

/** Claims as choices of their own, each to be taken at its price or not: a cluster of which only a lower bound is known. */
export const toBoundOptions = (
  prices: readonly ClaimPrice[],
): readonly (readonly Pick<ClusterOption, 'weight' | 'costFen'>[])[] =>
  prices.map(({ weight, priceFen }) => [
    { weight: 0, costFen: 0 },
    { weight, costFen: priceFen },
  ]);
