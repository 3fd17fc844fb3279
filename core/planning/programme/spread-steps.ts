import { createClaimSearch, type JoinCluster } from './join-cluster.ts';
import type { OrderedStep } from './order-steps.ts';
import type { ProgrammeProblem } from './programme.ts';

/** A step with its year; null = none has money enough. */
export interface DatedStep {
  readonly step: OrderedStep;
  readonly year: number | null;
}

/**
 * Gives steps to years in their order: a step goes to the first year that has money enough and in which it joins those that it is there for. What
 * is not spent of an even share is there the year after; what is not spent of a budget that a year has of its own lapses.
 *
 * @param totalFen what is spread evenly over the years without a budget of their own, less the budgets of the others
 */
export function spreadSteps(
  steps: readonly OrderedStep[],
  years: ProgrammeProblem['years'],
  totalFen: number,
): readonly DatedStep[] {
  const dated: DatedStep[] = [];
  const built = new Map<JoinCluster, Set<number>>();
  let open = steps;
  let kept = 0;
  for (const { year, moneyFen, isShare } of listMoney(years, totalFen)) {
    let left = moneyFen + (isShare ? kept : 0);
    for (let step = findNext(open, built, left); step; step = findNext(open, built, left)) {
      const placed = step;
      left -= placed.costFen;
      dated.push({ step: placed, year });
      const there = built.get(placed.cluster) ?? new Set();
      for (const element of placed.elements) there.add(element);
      built.set(placed.cluster, there);
      open = open.filter((other) => other !== placed);
    }
    if (isShare) kept = left;
  }
  return [...dated, ...open.map((step) => ({ step, year: null }))];
}

/** Years ascending with their money; even shares are whole fen and add up to the total. */
function listMoney(years: ProgrammeProblem['years'], totalFen: number) {
  const sorted = years.toSorted((a, b) => a.year - b.year);
  const own = sorted.reduce((sum, { budgetYuan }) => sum + Math.floor(100 * (budgetYuan ?? 0)), 0);
  const sharing = sorted.filter(({ budgetYuan }) => budgetYuan === null).length;
  const shared = Math.max(0, totalFen - own);
  let shares = 0;
  return sorted.map(({ year, budgetYuan }) => {
    if (budgetYuan !== null) return { year, moneyFen: Math.floor(100 * budgetYuan), isShare: false };
    const before = Math.ceil((shared * shares) / sharing);
    shares++;
    return { year, moneyFen: Math.ceil((shared * shares) / sharing) - before, isShare: true };
  });
}

/** The first step that can be paid and that joins all its claims with what is built. */
const findNext = (
  steps: readonly OrderedStep[],
  built: ReadonlyMap<JoinCluster, ReadonlySet<number>>,
  leftFen: number,
): OrderedStep | undefined =>
  steps.find((step) => step.costFen <= leftFen && joinsNow(step, built.get(step.cluster) ?? new Set()));

function joinsNow({ cluster, elements, claims }: OrderedStep, built: ReadonlySet<number>): boolean {
  const added = new Set(elements);
  const prices = cluster.pricesFen.map((_, element) =>
    (cluster.segmentOfElement[element] ?? -1) < 0 || built.has(element) || added.has(element) ? 0 : Infinity,
  );
  const find = createClaimSearch(cluster, prices);
  return claims.every((claim) => find(claim).priceFen < Infinity);
}
