import type { Choice } from './choose-options.ts';
import type { ClusterOption } from './cluster-option.ts';

/** What is known of a cluster. */
export interface KnownCluster {
  /** As `keepBestOptions` gives them; one of them joins all claims. */
  readonly options: readonly ClusterOption[];
  /** Lists of choices of which no combination that could be made in the cluster costs more for its weight. */
  readonly relaxed: readonly (readonly Choice[])[];
  /** Least of cost minus weight ÷ rate that was proved, fen by rate (rate 0: least cost that joins all); null = the options are all there is. */
  readonly proved: ReadonlyMap<number, number> | null;
}
