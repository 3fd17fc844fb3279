import type { SearchResult } from '#core/network/shortest-paths.ts';
import type { PeerAnswer } from './pgrouting.ts';

/** How many were reached, and what they cost together. */
export interface CostSum {
  readonly count: number;
  readonly sum: number;
}

/** Adds up what a search reached. */
export function sumReached({ cost, reached }: Pick<SearchResult, 'cost' | 'reached'>): CostSum {
  let sum = 0;
  for (let i = 0; i < reached.length; i++) sum += cost[reached[i] ?? -1] ?? Number.NaN;
  return { count: reached.length, sum };
}

/** Difference of two sums as a share of the peer's; not a number when they reached different numbers of places. */
export function relativeDifference(own: CostSum, peer: Pick<PeerAnswer, 'count' | 'sum'> | undefined): number {
  if (peer === undefined || own.count !== peer.count) return Number.NaN;
  return own.sum === peer.sum ? 0 : Math.abs(own.sum - peer.sum) / Math.abs(peer.sum);
}
