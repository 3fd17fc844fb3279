import { type ClusterOption, keepBestOptions, NOTHING } from './cluster-option.ts';
import { growCluster } from './grow-cluster.ts';
import { createClaimSearch, type JoinCluster, restrictCluster, toSegments } from './join-cluster.ts';

/** Options that come from joining one claim after the other; the last one again without what has become needless. */
export function growOptions(cluster: JoinCluster, isOver: () => boolean): readonly ClusterOption[] {
  const options = listPrefixes(cluster, isOver);
  const last = options.at(-1) ?? NOTHING;
  return keepBestOptions([...options, ...listPrefixes(restrictCluster(cluster, new Set(last.segments)), isOver)]);
}

/** The option that needs no search: every claim joined by its own cheapest way. */
export function joinEachAlone(cluster: JoinCluster): ClusterOption {
  const find = createClaimSearch(cluster, cluster.pricesFen);
  const ways = cluster.claims.flatMap((claim) => find(claim).elements());
  const weight = cluster.claims.reduce((sum, claim) => sum + claim.weight, 0);
  return { ...toSegments(cluster, ways), weight, joinsAll: true };
}

function listPrefixes(cluster: JoinCluster, isOver: () => boolean): readonly ClusterOption[] {
  const elements: number[] = [];
  const options: ClusterOption[] = [NOTHING];
  let weight = 0;
  let claims = 0;
  for (const step of growCluster(cluster, isOver)) {
    elements.push(...step.elements);
    weight += step.weight;
    claims += step.claims.length;
    options.push({ weight, ...toSegments(cluster, elements), joinsAll: claims === cluster.claims.length });
  }
  return options;
}
