import { type ClusterOption, keepBestOptions, NOTHING } from './cluster-option.ts';
import { findMarginalRate, type KnownCluster, type ProgrammeGoal } from './decide-programme.ts';
import { canBeExact, findExactFrontier } from './exact-frontier.ts';
import { growCluster } from './grow-cluster.ts';
import { createClaimSearch, type JoinCluster, restrictCluster, toSegments } from './join-cluster.ts';
import { createShareBound, type ShareBound, toBoundOptions } from './share-bound.ts';

/** What is known of the clusters of a programme, getting better. */
export interface ProgrammeSearch {
  /** Aligned with the clusters. */
  known(): readonly KnownCluster[];
  /** One more piece of work; false = nothing more is to be done. */
  work(goal: ProgrammeGoal): boolean;
}

/** So many rounds of sharing at most. */
const MOST_ROUNDS = 240;
/** After so many the marginal rate is looked at again and the choices of the claims are tried. */
const ROUNDS_A_PIECE = 8;

interface ClusterSearch {
  readonly cluster: JoinCluster;
  options: readonly ClusterOption[];
  /** Null once the options are all there is. */
  share: ShareBound | null;
}

/**
 * First what growing step by step gives, with shared prices as bound; then the small clusters exactly; then better shares for the large ones.
 *
 * @param isOver whether to come to an end; every cluster has an option that joins all its claims even then
 */
export function createProgrammeSearch(clusters: readonly JoinCluster[], isOver: () => boolean): ProgrammeSearch {
  const searches = clusters.map(
    (cluster): ClusterSearch => ({
      cluster,
      options: beginOptions(cluster, isOver),
      share: createShareBound(cluster),
    }),
  );
  const exact = searches.filter(({ cluster }) => canBeExact(cluster)).sort((a, b) => sizeOf(a) - sizeOf(b));
  const large = searches.filter(({ cluster }) => !canBeExact(cluster));
  const known = () => searches.map(describe);
  let nextExact = 0;
  let round = 0;
  return {
    known,
    work(goal) {
      const search = exact[nextExact];
      if (search) {
        nextExact++;
        search.options = findExactFrontier(search.cluster);
        search.share = null;
        return true;
      }
      if (large.length === 0 || round >= MOST_ROUNDS) return false;
      const rate = findMarginalRate(known(), goal);
      for (const one of large) improveLarge(one, { rate, round, isOver });
      round += ROUNDS_A_PIECE;
      return true;
    },
  };
}

const sizeOf = ({ cluster }: ClusterSearch): number =>
  3 ** (cluster.claims.length + cluster.contexts.length) * cluster.elementCount;

const describe = ({ options, share }: ClusterSearch): KnownCluster => ({
  options,
  relaxed: share === null ? [options] : toBoundOptions(share.prices()),
});

/** Some rounds of sharing; what the claims choose is tried as an option. */
function improveLarge(
  search: ClusterSearch,
  { rate, round, isOver }: { readonly rate: number; readonly round: number; readonly isOver: () => boolean },
): void {
  const { cluster, share } = search;
  if (share === null) return;
  const valueAt = ({ costFen, weight }: ClusterOption) => (rate === 0 ? costFen : costFen - weight / rate);
  const candidates = rate === 0 ? search.options.filter(({ joinsAll }) => joinsAll) : search.options;
  const mostFen = Math.min(...candidates.map(valueAt));
  for (let i = 0; i < ROUNDS_A_PIECE && !isOver(); i++) share.improve({ rate, mostFen, round: round + i });
  const { segments } = toSegments(cluster, share.chosen());
  search.options = keepBestOptions([
    ...search.options,
    ...growOptions(restrictCluster(cluster, new Set(segments)), isOver),
  ]);
}

/** Options of a cluster before anything is searched: one always joins all claims. */
function beginOptions(cluster: JoinCluster, isOver: () => boolean): readonly ClusterOption[] {
  const find = createClaimSearch(cluster, cluster.pricesFen);
  const ways = toSegments(
    cluster,
    cluster.claims.flatMap((claim) => find(claim).elements()),
  );
  const weight = cluster.claims.reduce((sum, claim) => sum + claim.weight, 0);
  // a large cluster is grown over the claims' own ways only
  const ground = canBeExact(cluster) ? cluster : restrictCluster(cluster, new Set(ways.segments));
  return keepBestOptions([{ ...ways, weight, joinsAll: true }, ...growOptions(ground, isOver)]);
}

/** Options that come from joining one claim after the other; the last one again without what has become needless. */
function growOptions(cluster: JoinCluster, isOver: () => boolean): readonly ClusterOption[] {
  const options = listPrefixes(cluster, isOver);
  const last = options.at(-1) ?? NOTHING;
  return keepBestOptions([...options, ...listPrefixes(restrictCluster(cluster, new Set(last.segments)), isOver)]);
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
