import { createClaimSearch, type JoinClaim, type JoinCluster } from './join-cluster.ts';

/** Elements hardened together because they join somebody. */
export interface GrowthStep {
  /** Newly hardened segments as elements of the cluster, ascending; points are not among them. */
  readonly elements: readonly number[];
  readonly costFen: number;
  readonly weight: number;
  readonly claims: readonly JoinClaim[];
}

/**
 * Joins the claims of a cluster one after the other, each with the cheapest elements once the earlier ones are there: first the one that gains
 * most for its cost. Whatever a step joins besides belongs to it.
 *
 * @param isEnough asked before each step
 */
export function growCluster(cluster: JoinCluster, isEnough: () => boolean = () => false): readonly GrowthStep[] {
  const left = cluster.pricesFen.slice();
  const built = new Uint8Array(cluster.elementCount);
  const steps: GrowthStep[] = [];
  let open = cluster.claims;
  while (open.length > 0 && !isEnough()) {
    const best = findBest(open, createClaimSearch(cluster, left));
    if (best === null) break;
    const elements = [...new Set(best.elements())]
      .filter((element) => (cluster.segmentOfElement[element] ?? -1) >= 0 && built[element] === 0)
      .sort((a, b) => a - b);
    const costFen = elements.reduce((sum, element) => sum + (left[element] ?? 0), 0);
    for (const element of elements) {
      built[element] = 1;
      left[element] = 0;
    }
    const find = createClaimSearch(cluster, closeUnbuilt(cluster, left, built));
    const claims = open.filter((claim) => find(claim).priceFen < Infinity);
    steps.push({ elements, costFen, weight: claims.reduce((sum, { weight }) => sum + weight, 0), claims });
    open = open.filter((claim) => !claims.includes(claim));
  }
  return steps;
}

/** The claim that gains most for its cost; of those that gain nothing the cheapest. */
function findBest(claims: readonly JoinClaim[], find: ReturnType<typeof createClaimSearch>) {
  let best: { readonly rate: number; readonly priceFen: number; elements(): readonly number[] } | null = null;
  for (const claim of claims) {
    const { priceFen, elements } = find(claim);
    if (priceFen === Infinity) continue;
    const rate = claim.weight / Math.max(1, priceFen);
    if (best === null || rate > best.rate || (rate === best.rate && priceFen < best.priceFen)) {
      best = { rate, priceFen, elements };
    }
  }
  return best;
}

/** What is there already: points and hardened segments for nothing, the rest not at all. */
const closeUnbuilt = ({ segmentOfElement }: JoinCluster, left: Float64Array, built: Uint8Array): Float64Array =>
  left.map((_, element) => ((segmentOfElement[element] ?? -1) < 0 || built[element] === 1 ? 0 : Infinity));
