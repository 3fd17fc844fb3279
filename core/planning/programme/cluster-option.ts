/** One choice in a cluster. */
export interface ClusterOption {
  /** Gained, in the unit of the target. */
  readonly weight: number;
  readonly costFen: number;
  /** Indexes into `County.segments`, ascending. */
  readonly segments: readonly number[];
  /** Whether every claim of the cluster is joined. */
  readonly joinsAll: boolean;
}

/** Options that are worth it: ascending by cost and, but for the last that joins all, by weight; the first costs nothing. */
export function keepBestOptions(options: readonly ClusterOption[]): readonly ClusterOption[] {
  const sorted = options.toSorted(
    (a, b) => a.costFen - b.costFen || b.weight - a.weight || Number(b.joinsAll) - Number(a.joinsAll),
  );
  const best: ClusterOption[] = [];
  for (const option of sorted) {
    if (option.weight > (best.at(-1)?.weight ?? -1) || (option.joinsAll && !best.some(({ joinsAll }) => joinsAll))) {
      best.push(option);
    }
  }
  return best;
}

/** To harden nothing. */
export const NOTHING: ClusterOption = { weight: 0, costFen: 0, segments: [], joinsAll: false };
