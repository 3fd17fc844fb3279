import { closeCluster } from './close-cluster.ts';
import { type ClusterOption, keepBestOptions } from './cluster-option.ts';
import { growOptions } from './grow-options.ts';
import { type JoinCluster, restrictCluster, toSegments } from './join-cluster.ts';
import type { SearchClock } from './search-clock.ts';
import type { ShareBound } from './share-bound.ts';

/** A cluster while it is searched. */
export interface ClusterSearch {
  readonly cluster: JoinCluster;
  options: readonly ClusterOption[];
  /** Null once the options are all there is. */
  share: ShareBound | null;
  /** Least of cost minus weight ÷ rate (rate 0: cost that joins all) that was proved, by rate; fen. */
  readonly proved: Map<number, number>;
  /** Rates at which the best choice is known. */
  readonly closedAt: Set<number>;
}

/** Some rounds of sharing; what the claims choose is tried as an option. */
export function improveShares(
  search: ClusterSearch,
  { rate, rounds, clock }: { readonly rate: number; readonly rounds: readonly number[]; readonly clock: SearchClock },
): void {
  const { cluster, share } = search;
  if (share === null) return;
  const valueAt = ({ costFen, weight }: ClusterOption) => (rate === 0 ? costFen : costFen - weight / rate);
  const candidates = rate === 0 ? search.options.filter(({ joinsAll }) => joinsAll) : search.options;
  const mostFen = Math.min(...candidates.map(valueAt));
  for (const round of rounds) {
    if (clock.isOver()) break;
    share.improve({ rate, mostFen, round });
  }
  addOption(search, new Set(toSegments(cluster, share.chosen()).segments), clock);
}

/** Asks HiGHS for the best choice at a rate, within so much time. */
export async function closeLarge(
  search: ClusterSearch,
  {
    rate,
    timeLimitMs,
    seed,
    clock,
  }: {
    readonly rate: number;
    readonly timeLimitMs: number;
    readonly seed: number;
    readonly clock: SearchClock;
  },
): Promise<void> {
  const { isOver: isCancelled } = clock;
  const closed = await closeCluster(search.cluster, { rate, timeLimitMs, seed, isCancelled });
  search.proved.set(rate, Math.max(search.proved.get(rate) ?? -Infinity, closed.leastFen));
  if (closed.isOptimal) search.closedAt.add(rate);
  if (closed.segments !== null) addOption(search, closed.segments, clock);
}

/** What some segments give, and what they give on the way there. */
function addOption(search: ClusterSearch, segments: ReadonlySet<number>, { isOver }: SearchClock): void {
  search.options = keepBestOptions([
    ...search.options,
    ...growOptions(restrictCluster(search.cluster, segments), isOver),
  ]);
}
