import { findLeastByRates, findMostByRates } from './bound-by-rates.ts';
import { type Choice, findCheapestFor, findMostWithin, tabulateChoices } from './choose-options.ts';
import type { ClusterOption } from './cluster-option.ts';
import type { KnownCluster } from './known-cluster.ts';
import type { ProgrammeProblem } from './programme.ts';

/** The goal in whole numbers. */
export interface ProgrammeGoal {
  readonly kind: ProgrammeProblem['goal']['kind'];
  /** Fen, for `budget`; else `Infinity`. */
  readonly budgetFen: number;
  /** Weight that must be gained, for `target_share`; else 0. */
  readonly neededWeight: number;
}

/** One option of each cluster, and what no programme can do better. */
export interface Decision {
  /** Aligned with the clusters. */
  readonly options: readonly ClusterOption[];
  readonly isFeasible: boolean;
  /** Weight for `budget`, else fen: a proved bound of the best. */
  readonly bound: number;
}

/** A proved bound may be off by what floating point numbers lose in sums. */
const SAFETY = 1e-12;

/** The best options for a goal, with a bound from the relaxed choices. */
export function decideProgramme(clusters: readonly KnownCluster[], goal: ProgrammeGoal): Decision {
  const all = clusters.map(({ options }) => options.find(({ joinsAll }) => joinsAll) ?? options.at(-1));
  const joinAll = all.flatMap((option) => option ?? []);
  if (goal.kind === 'join_all') {
    const least = clusters.reduce((sum, { relaxed, proved }) => {
      const shared = relaxed.reduce((cost, list) => cost + (list.at(-1)?.costFen ?? 0), 0);
      return sum + Math.max(shared, proved?.get(0) ?? 0);
    }, 0);
    return { options: joinAll, isFeasible: true, bound: toWholeFen(least) };
  }
  const table = tabulateChoices(clusters.map(({ options }) => options));
  const limits = tabulateChoices(
    clusters.flatMap(({ relaxed }) => relaxed),
    'up',
  );
  const pick = (place: number) => table.trace(place).flatMap((choice, i) => clusters[i]?.options[choice] ?? []);
  if (goal.kind === 'budget') {
    const most = findMostWithin(limits, goal.budgetFen * (1 + SAFETY));
    const possible = joinAll.reduce((sum, { weight }) => sum + weight, 0);
    return {
      options: pick(cheapestAtLeast(table.costFen, findMostWithin(table, goal.budgetFen))),
      isFeasible: true,
      bound: Math.min(possible, most * limits.quantum, findMostByRates(clusters, goal.budgetFen * (1 + SAFETY))),
    };
  }
  const place = findCheapestFor(table, goal.neededWeight);
  const options = place >= 0 ? pick(place) : joinAll;
  const gained = options.reduce((sum, { weight }) => sum + weight, 0);
  const isFeasible = gained >= goal.neededWeight;
  const leastPlace = findCheapestFor(limits, goal.neededWeight);
  const shared = leastPlace < 0 ? 0 : (limits.costFen[leastPlace] ?? 0);
  const least = Math.max(shared, isFeasible ? findLeastByRates(clusters, goal.neededWeight) : 0);
  return { options, isFeasible, bound: toWholeFen(least) };
}

/** Costs are whole fen, so that a bound may be rounded up. */
const toWholeFen = (fen: number): number => Math.max(0, Math.ceil(fen * (1 - SAFETY) - 1e-6));

/** The cheapest place that gains no less. */
function cheapestAtLeast(costFen: Float64Array, from: number): number {
  let best = from;
  for (let place = from; place < costFen.length; place++) {
    if ((costFen[place] ?? Infinity) < (costFen[best] ?? Infinity)) best = place;
  }
  return best;
}

/** Weight a fen at which the goal's money ends, were choices divisible: what a claim must gain to be worth joining; 0 = all are joined. */
export function findMarginalRate(clusters: readonly KnownCluster[], goal: ProgrammeGoal): number {
  if (goal.kind === 'join_all') return 0;
  const pieces = clusters
    // where choices were proved to be the best at some rate, they tell more than the shares
    .flatMap(({ options, relaxed, proved }) => (proved?.size ? listPieces(options) : relaxed.flatMap(listPieces)))
    .sort((a, b) => b.weight * a.costFen - a.weight * b.costFen);
  let weight = 0;
  let costFen = 0;
  for (const piece of pieces) {
    weight += piece.weight;
    costFen += piece.costFen;
    const isOver = goal.kind === 'budget' ? costFen > goal.budgetFen : weight >= goal.neededWeight;
    if (isOver) return piece.weight / Math.max(1, piece.costFen);
  }
  return 0;
}

/** What each choice adds to the one before it on the upper hull. */
function listPieces(list: readonly Choice[]): readonly Choice[] {
  const pieces: Choice[] = [];
  let at: Choice | undefined = list[0];
  while (at) {
    const here: Choice = at;
    let next: Choice | undefined;
    for (const choice of list) {
      if (choice.weight <= here.weight) continue;
      const isSteeper =
        next === undefined ||
        (choice.weight - here.weight) * (next.costFen - here.costFen) >
          (next.weight - here.weight) * (choice.costFen - here.costFen);
      if (isSteeper) next = choice;
    }
    if (next) pieces.push({ weight: next.weight - here.weight, costFen: next.costFen - here.costFen });
    at = next;
  }
  return pieces;
}
