import { solveMilp } from '../solvers/milp/solve-milp.ts';
import { type JoinCluster, toSegments } from './join-cluster.ts';
import { createProgrammeMilp, FEN_PER_UNIT } from './programme-milp.ts';

/** What HiGHS tells of a cluster at a rate. */
export interface ClosedCluster {
  /** Segments of the best choice found; null = none. */
  readonly segments: ReadonlySet<number> | null;
  /** Proved least of cost minus weight ÷ rate over all choices, or of the cost that joins all; fen. `-Infinity` = nothing proved. */
  readonly leastFen: number;
  /** Whether the choice is proved to be the best at the rate. */
  readonly isOptimal: boolean;
}

/** What the tolerances of HiGHS may make of a bound. */
const SAFETY = 1e-9;

/**
 * The best choice in a large cluster at a rate, by HiGHS. Whatever goes wrong in there leaves the cluster as it was: the answer then says nothing.
 *
 * @param rate weight a fen at which a claim is worth joining; 0 = all are joined
 */
export async function closeCluster(
  cluster: JoinCluster,
  {
    rate,
    timeLimitMs,
    seed,
    isCancelled,
  }: {
    readonly rate: number;
    readonly timeLimitMs: number;
    readonly seed: number;
    readonly isCancelled: () => boolean;
  },
): Promise<ClosedCluster> {
  const { model, hardened } = createProgrammeMilp(
    [cluster],
    rate === 0 ? { kind: 'join_all' } : { kind: 'rate', rate },
  );
  try {
    const { status, values, objective, bound } = await solveMilp(model, { timeLimitMs, seed, isCancelled });
    const elements = (hardened[0] ?? []).flatMap((column, element) => (values?.[column] === 1 ? [element] : []));
    const isOptimal = status === 'optimal';
    const { segments, costFen } = toSegments(cluster, elements);
    const leastFen = FEN_PER_UNIT * ((isOptimal ? objective : bound) ?? -Infinity);
    return {
      segments: values === null ? null : new Set(segments),
      // costs alone are whole fen and need no allowance
      leastFen: isOptimal && rate === 0 ? costFen : leastFen - SAFETY * Math.abs(leastFen),
      isOptimal,
    };
  } catch {
    // the model was too much for the memory of WebAssembly
    return { segments: null, leastFen: -Infinity, isOptimal: false };
  }
}
