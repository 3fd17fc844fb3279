import { compressRows, rowOf } from '../../network/near-segments.ts';
import { type ElementGraph, findSteinerTrees, type SteinerTrees } from './steiner-trees.ts';

/** Settlements that the same roads join: one of the `members` must hang together with one of each context. */
export interface JoinClaim {
  /** Indexes into `County.settlements`, ascending. */
  readonly settlements: readonly number[];
  /** In the unit of the target; whole. */
  readonly weight: number;
  /** Elements that pass the settlements. */
  readonly members: Int32Array;
  /** Indexes into the cluster's contexts: elements near the seat; elements that are or hang on a main road. At most two. */
  readonly contexts: readonly number[];
}

/**
 * A part of the roads that can be decided by itself: no settlement of it is joined by segments of another. Elements are points (hardened
 * components, and nodes that no hardened segment touches) and segments to be hardened; each segment touches its points.
 */
export interface JoinCluster extends ElementGraph {
  /** Index into `County.segments`; -1 = a point. */
  readonly segmentOfElement: Int32Array;
  /** Fen to harden an element; 0 for points. Whole. */
  readonly pricesFen: Float64Array;
  readonly claims: readonly JoinClaim[];
  readonly contexts: readonly Int32Array[];
}

/** The cheapest elements that join a claim; `Infinity` = nothing does. */
export interface ClaimJoin {
  readonly priceFen: number;
  elements(): readonly number[];
}

/**
 * What it takes to join single claims at some prices: a cheapest tree of three groups each. Claims with the same contexts share a search.
 *
 * @param prices by element, at least 0; `Infinity` = cannot be had
 */
export function createClaimSearch(
  cluster: Pick<JoinCluster, 'elementCount' | 'neighbours' | 'contexts'>,
  prices: Float64Array,
): (claim: Pick<JoinClaim, 'members' | 'contexts'>) => ClaimJoin {
  const kept = new Map<string, SteinerTrees>();
  return ({ members, contexts }) => {
    const key = contexts.join();
    const trees =
      kept.get(key) ??
      findSteinerTrees(
        cluster,
        prices,
        contexts.map((context) => cluster.contexts[context] ?? new Int32Array()),
      );
    kept.set(key, trees);
    const set = 2 ** contexts.length - 1;
    const costs = set === 0 ? prices : trees.cost.subarray(set * cluster.elementCount);
    let best = -1;
    for (const member of members) {
      if (best < 0 || (costs[member] ?? Infinity) < (costs[best] ?? Infinity)) best = member;
    }
    const priceFen = costs[best] ?? Infinity;
    const elements = () => (priceFen === Infinity ? [] : set === 0 ? [best] : trees.trace(set, best));
    return { priceFen, elements };
  };
}

/** The cluster with some of its segments only, and all points that they touch or that claims know; claims keep their order. */
export function restrictCluster(cluster: JoinCluster, segments: ReadonlySet<number>): JoinCluster {
  const { segmentOfElement, neighbours } = cluster;
  const isPoint = (element: number) => (segmentOfElement[element] ?? -1) < 0;
  const isKept = new Uint8Array(cluster.elementCount);
  for (let element = 0; element < cluster.elementCount; element++) {
    if (isPoint(element) || !segments.has(segmentOfElement[element] ?? -1)) continue;
    isKept[element] = 1;
    for (const point of rowOf(neighbours, element)) isKept[point] = 1;
  }
  for (const group of [...cluster.contexts, ...cluster.claims.map(({ members }) => members)]) {
    for (const element of group) if (isPoint(element)) isKept[element] = 1;
  }
  const elements = [...isKept.keys()].filter((element) => isKept[element] === 1);
  const numbers = new Map(elements.map((element, number) => [element, number]));
  const renumber = (group: Iterable<number>) => [...group].flatMap((element) => numbers.get(element) ?? []);
  return {
    elementCount: elements.length,
    segmentOfElement: Int32Array.from(elements, (element) => segmentOfElement[element] ?? -1),
    pricesFen: Float64Array.from(elements, (element) => cluster.pricesFen[element] ?? 0),
    neighbours: compressRows(elements.map((element) => renumber(rowOf(neighbours, element)))),
    claims: cluster.claims.map((claim) => ({ ...claim, members: Int32Array.from(renumber(claim.members)) })),
    contexts: cluster.contexts.map((context) => Int32Array.from(renumber(context))),
  };
}

/** Segments to be hardened among some elements, each once, ascending, with what they cost together. */
export function toSegments(
  { segmentOfElement, pricesFen }: Pick<JoinCluster, 'segmentOfElement' | 'pricesFen'>,
  elements: Iterable<number>,
): { readonly segments: readonly number[]; readonly costFen: number } {
  const chosen = [...new Set(elements)].filter((element) => (segmentOfElement[element] ?? -1) >= 0);
  return {
    segments: chosen.map((element) => segmentOfElement[element] ?? -1).sort((a, b) => a - b),
    costFen: chosen.reduce((sum, element) => sum + (pricesFen[element] ?? 0), 0),
  };
}
