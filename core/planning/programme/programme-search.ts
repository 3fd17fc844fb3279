import { type ClusterOption, keepBestOptions, NOTHING } from './cluster-option.ts';
import { findMarginalRate, type KnownCluster, type ProgrammeGoal } from './decide-programme.ts';
import { canBeExact, findExactFrontier } from './exact-frontier.ts';
import { growCluster } from './grow-cluster.ts';
import { type JoinCluster, toSegments } from './join-cluster.ts';
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
 */
export function createProgrammeSearch(clusters: readonly JoinCluster[]): ProgrammeSearch {
  const searches = clusters.map(
    (cluster): ClusterSearch => ({ cluster, options: growOptions(cluster), share: createShareBound(cluster) }),
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
      for (const one of large) improveLarge(one, { rate, round });
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
function improveLarge(search: ClusterSearch, { rate, round }: { readonly rate: number; readonly round: number }): void {
  const { cluster, share } = search;
  if (share === null) return;
  const valueAt = ({ costFen, weight }: ClusterOption) => (rate === 0 ? costFen : costFen - weight / rate);
  const candidates = rate === 0 ? search.options.filter(({ joinsAll }) => joinsAll) : search.options;
  const mostFen = Math.min(...candidates.map(valueAt));
  for (let i = 0; i < ROUNDS_A_PIECE; i++) share.improve({ rate, mostFen, round: round + i });
  search.options = keepBestOptions([...search.options, ...growOptions(cluster, share.chosen())]);
}

/** Options that come from joining one claim after the other, over some elements only where they are given. */
function growOptions(cluster: JoinCluster, among: ReadonlySet<number> | null = null): readonly ClusterOption[] {
  const prices = cluster.pricesFen.map((price, element) =>
    among === null || among.has(element) || (cluster.segmentOfElement[element] ?? -1) < 0 ? price : Infinity,
  );
  const elements: number[] = [];
  const options: ClusterOption[] = [NOTHING];
  let weight = 0;
  let claims = 0;
  for (const step of growCluster(cluster, { prices })) {
    elements.push(...step.elements);
    weight += step.weight;
    claims += step.claims.length;
    options.push({ weight, ...toSegments(cluster, elements), joinsAll: claims === cluster.claims.length });
  }
  const last = options.at(-1) ?? NOTHING;
  return keepBestOptions([...options, ...trim(cluster, last)]);
}

/** The same claims joined within what was hardened for them, once more: what has become needless drops out. */
function trim(cluster: JoinCluster, option: ClusterOption): readonly ClusterOption[] {
  const chosen = new Set(option.segments);
  const prices = cluster.pricesFen.map((price, element) => {
    const segment = cluster.segmentOfElement[element] ?? -1;
    return segment < 0 || chosen.has(segment) ? price : Infinity;
  });
  const steps = growCluster(cluster, { prices });
  const { segments, costFen } = toSegments(
    cluster,
    steps.flatMap(({ elements }) => elements),
  );
  return [{ ...option, segments, costFen }];
}
