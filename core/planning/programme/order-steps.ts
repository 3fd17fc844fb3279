import { type GrowthStep, growCluster } from './grow-cluster.ts';
import { type JoinCluster, restrictCluster } from './join-cluster.ts';

/** A step of a programme before it has a year. */
export interface OrderedStep extends GrowthStep {
  /** With the chosen segments only. */
  readonly cluster: JoinCluster;
  readonly segments: readonly number[];
}

/** Segments chosen in one cluster. */
export interface ClusterChoice {
  readonly cluster: JoinCluster;
  readonly segments: readonly number[];
}

/**
 * The chosen segments as steps, each of which joins somebody once those before it in the same cluster are done. Of all that could come next, what
 * gains most for its cost comes first, several steps of a cluster being taken together where the later ones make the earlier worth it. Segments
 * that join nobody drop out.
 */
export function orderSteps(choices: readonly ClusterChoice[]): readonly OrderedStep[] {
  const queues = choices.map(({ cluster, segments }) => {
    const chosen = restrictCluster(cluster, new Set(segments));
    const steps = growCluster(chosen).map(
      (step): OrderedStep => ({
        ...step,
        cluster: chosen,
        segments: step.elements.map((element) => chosen.segmentOfElement[element] ?? -1),
      }),
    );
    return { steps, next: 0 };
  });
  const ordered: OrderedStep[] = [];
  for (;;) {
    let best: { readonly queue: (typeof queues)[number]; readonly rate: number; readonly end: number } | null = null;
    for (const queue of queues) {
      const block = findBlock(queue.steps, queue.next);
      if (block !== null && (best === null || block.rate > best.rate)) best = { queue, ...block };
    }
    if (best === null) return ordered;
    ordered.push(...best.queue.steps.slice(best.queue.next, best.end));
    best.queue.next = best.end;
  }
}

/** The steps from a place on that together gain most for their cost; the fewest of those. */
function findBlock(steps: readonly OrderedStep[], from: number) {
  let best: { readonly rate: number; readonly end: number } | null = null;
  let weight = 0;
  let costFen = 0;
  for (let i = from; i < steps.length; i++) {
    weight += steps[i]?.weight ?? 0;
    costFen += steps[i]?.costFen ?? 0;
    const rate = weight / Math.max(1, costFen);
    if (best === null || rate > best.rate) best = { rate, end: i + 1 };
  }
  return best;
}
