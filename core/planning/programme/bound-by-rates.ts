import { type Choice, type ChoiceTable, tabulateChoices } from './choose-options.ts';
import type { KnownCluster } from './known-cluster.ts';

/** What all large clusters together cost at least: `baseFen + weight / rate` for whatever weight they gain. */
interface CostLine {
  readonly rate: number;
  readonly baseFen: number;
}

/** Whole weights may be lost by what floating point numbers lose in sums. */
const SAFETY = 1e-6;

/**
 * Most weight within so much money: the small clusters as they are (knapsack), the large ones together by the lines that were proved at some rates.
 * `Infinity` = nothing was proved at any rate.
 */
export function findMostByRates(clusters: readonly KnownCluster[], budgetFen: number): number {
  const lines = listLines(clusters);
  if (lines.length === 0) return Infinity;
  const { quantum, costFen } = tabulateSmall(clusters);
  const possible = sumLarge(clusters);
  let most = 0;
  for (let place = 0; place < costFen.length; place++) {
    const left = budgetFen - (costFen[place] ?? Infinity);
    if (left < 0) continue;
    const large = lines.reduce((least, { rate, baseFen }) => Math.min(least, rate * (left - baseFen)), possible);
    most = Math.max(most, place * quantum + Math.floor(large * (1 + 1e-12) + SAFETY));
  }
  return most;
}

/** Least cost of so much weight, in the same way; 0 = nothing was proved at any rate. Fen. */
export function findLeastByRates(clusters: readonly KnownCluster[], neededWeight: number): number {
  const lines = listLines(clusters);
  if (lines.length === 0) return 0;
  const { quantum, costFen } = tabulateSmall(clusters);
  const possible = sumLarge(clusters);
  let least = Infinity;
  for (let place = 0; place < costFen.length; place++) {
    const weight = Math.max(0, neededWeight - place * quantum);
    if (weight > possible + SAFETY) continue;
    const large = lines.reduce((most, { rate, baseFen }) => Math.max(most, baseFen + weight / rate), 0);
    least = Math.min(least, (costFen[place] ?? Infinity) + large);
  }
  return least === Infinity ? 0 : least;
}

const tabulateSmall = (clusters: readonly KnownCluster[]): ChoiceTable =>
  tabulateChoices(
    clusters.filter(({ proved }) => proved === null).map(({ options }) => options),
    'up',
  );

const listLarge = (clusters: readonly KnownCluster[]): readonly KnownCluster[] =>
  clusters.filter(({ proved }) => proved !== null);

const sumLarge = (clusters: readonly KnownCluster[]): number =>
  listLarge(clusters).reduce(
    (sum, { options }) => sum + options.reduce((most, { weight }) => Math.max(most, weight), 0),
    0,
  );

/** One line a rate at which something was proved; a cluster of which nothing was proved there lies above the line of its shares. */
function listLines(clusters: readonly KnownCluster[]): readonly CostLine[] {
  const large = listLarge(clusters);
  const rates = new Set(large.flatMap(({ proved }) => [...(proved?.keys() ?? [])].filter((rate) => rate > 0)));
  return [...rates].map((rate) => ({
    rate,
    baseFen: large.reduce(
      (sum, known) => sum + Math.max(known.proved?.get(rate) ?? -Infinity, shareAt(known, rate)),
      0,
    ),
  }));
}

/** Least of cost minus weight ÷ rate over what the relaxed choices allow. */
const shareAt = ({ relaxed }: KnownCluster, rate: number): number =>
  relaxed.reduce((sum, list) => sum + leastAt(list, rate), 0);

const leastAt = (list: readonly Choice[], rate: number): number =>
  list.reduce((least, { weight, costFen }) => Math.min(least, costFen - weight / rate), Infinity);
