import { keepBestOptions, NOTHING } from './cluster-option.ts';
import { findMarginalRate, type ProgrammeGoal } from './decide-programme.ts';
import { canBeExact, measureExact, searchExactFrontier } from './exact-frontier.ts';
import { growOptions, joinEachAlone } from './grow-options.ts';
import { type JoinCluster, restrictCluster } from './join-cluster.ts';
import type { KnownCluster } from './known-cluster.ts';
import { type ClusterSearch, closeLarge, improveShares } from './large-cluster.ts';
import { runPieces, type SearchClock } from './search-clock.ts';
import { createShareBound, toBoundOptions } from './share-bound.ts';

/** What is known of the clusters of a programme, getting better. */
export interface ProgrammeSearch {
  /** Aligned with the clusters. */
  known(): readonly KnownCluster[];
  /** Searches in stages; after each an answer is worth writing. Ends when nothing more is to be done, or time is over. */
  improve(goal: ProgrammeGoal): AsyncGenerator<void>;
}

/** Rounds of sharing before HiGHS is asked: enough for a rate that means something. */
const FIRST_ROUNDS = 8;
/** So many rounds at most for what HiGHS could not close. */
const MOST_ROUNDS = 240;
/** The rate at which the money ends, and others about it: they show the corners of what large clusters offer. */
const RATE_FACTORS = [1, 1.12, 0.9, 1, 1.3, 0.8, 1];
/** Clusters that take less are searched exactly before anything else: together some tenths of a second. */
const SMALL_WORK = 3e6;
/** A large cluster gets so many times its part of the time that is left, as most need much less. */
const TIME_PARTS = 3;

/**
 * First what growing step by step gives, with shared prices as bound; then the small clusters exactly; then all others by HiGHS, at the rate at
 * which the money ends; then those exactly that can be, and the rest by HiGHS at rates nearby; last better shares for what HiGHS could not close.
 */
export async function createProgrammeSearch(
  clusters: readonly JoinCluster[],
  { clock, seed }: { readonly clock: SearchClock; readonly seed: number },
): Promise<ProgrammeSearch> {
  const searches: ClusterSearch[] = [];
  for (const cluster of clusters) {
    searches.push(beginSearch(cluster, clock));
    await clock.breathe();
  }
  const sorted = searches.toSorted((a, b) => measureExact(a.cluster) - measureExact(b.cluster));
  const small = sorted.filter(({ cluster }) => measureExact(cluster) <= SMALL_WORK);
  const middle = sorted.filter(({ cluster }) => measureExact(cluster) > SMALL_WORK && canBeExact(cluster));
  const isOpen = ({ share }: ClusterSearch) => share !== null;
  const known = () => searches.map(describe);
  return {
    known,
    async *improve(goal) {
      yield* decideExactly(small, clock);
      const rateNow = (factor: number) => factor * findMarginalRate(known(), goal);
      yield* shareFirst(sorted.filter(isOpen), { rate: rateNow(1), clock });
      yield* closeAll(sorted.filter(isOpen), { rate: rateNow(1), seed, clock });
      yield* decideExactly(middle, clock);
      for (const factor of RATE_FACTORS) {
        yield* closeAll(sorted.filter(isOpen), { rate: rateNow(factor), seed, clock });
      }
      yield* shareOn(sorted.filter(isOpen), { rateNow, clock });
    },
  };
}

/** Options before anything is searched: one always joins all claims, however little time there is. */
function beginSearch(cluster: JoinCluster, { isOver }: SearchClock): ClusterSearch {
  const alone = joinEachAlone(cluster);
  // a large cluster is grown over the claims' own ways only
  const ground = canBeExact(cluster) ? cluster : restrictCluster(cluster, new Set(alone.segments));
  const options = keepBestOptions([NOTHING, alone, ...growOptions(ground, isOver)]);
  return { cluster, options, share: createShareBound(cluster), proved: new Map(), closedAt: new Set() };
}

const describe = ({ options, share, proved }: ClusterSearch): KnownCluster =>
  share === null
    ? { options, relaxed: [options], proved: null }
    : { options, relaxed: toBoundOptions(share.prices()), proved };

async function* decideExactly(searches: readonly ClusterSearch[], clock: SearchClock): AsyncGenerator<void> {
  for (const search of searches) {
    if (search.share === null) continue;
    const options = clock.isOver() ? null : await runPieces(searchExactFrontier(search.cluster), clock);
    if (options === null) return;
    search.options = options;
    search.share = null;
  }
  yield;
}

async function* shareFirst(
  searches: readonly ClusterSearch[],
  { rate, clock }: { readonly rate: number; readonly clock: SearchClock },
): AsyncGenerator<void> {
  for (const search of searches) await shareRounds(search, { rate, from: 0, clock });
  yield;
}

/** A few rounds of one cluster, with pauses. */
async function shareRounds(
  search: ClusterSearch,
  { rate, from, clock }: { readonly rate: number; readonly from: number; readonly clock: SearchClock },
): Promise<void> {
  if (clock.isOver()) return;
  const rounds = Array.from({ length: FIRST_ROUNDS }, (_, i) => from + i);
  improveShares(search, { rate, rounds, clock });
  await clock.breathe();
}

/** Every large cluster by HiGHS at one rate, the small ones first. */
async function* closeAll(
  searches: readonly ClusterSearch[],
  { rate, seed, clock }: { readonly rate: number; readonly seed: number; readonly clock: SearchClock },
): AsyncGenerator<void> {
  const open = searches.filter(({ closedAt }) => !closedAt.has(rate));
  for (const [i, search] of open.entries()) {
    if (clock.isOver()) return;
    const timeLimitMs = Math.min(clock.leftMs(), (TIME_PARTS * clock.leftMs()) / (open.length - i));
    await closeLarge(search, { rate, timeLimitMs, seed, clock });
    await clock.breathe();
  }
  if (open.length > 0) yield;
}

/** More rounds for those whose best choice is not known at the rate. */
async function* shareOn(
  searches: readonly ClusterSearch[],
  { rateNow, clock }: { readonly rateNow: (factor: number) => number; readonly clock: SearchClock },
): AsyncGenerator<void> {
  for (let round = FIRST_ROUNDS; round < MOST_ROUNDS && !clock.isOver(); round += FIRST_ROUNDS) {
    const rate = rateNow(1);
    const open = searches.filter(({ closedAt }) => !closedAt.has(rate));
    if (open.length === 0) return;
    for (const search of open) await shareRounds(search, { rate, from: round, clock });
    yield;
  }
}
