import type { SolverRun } from '../solver-run.ts';
import type { CapacitatedModel } from './capacitated-model.ts';
import { fillKnapsack, type KnapsackItems } from './fill-knapsack.ts';

/** The best bound found, with the prices of the demands and what opening each candidate adds to it. */
export interface CapacitatedBound {
  readonly value: number;
  readonly prices: Float64Array;
  readonly reduced: Float64Array;
  /** Candidates chosen at these prices, required ones first, then the cheapest. */
  readonly chosen: readonly number[];
}

interface ClimbOptions {
  readonly iterations: number;
  readonly target: () => number;
  readonly onChosen: (chosen: readonly number[], iteration: number) => Promise<void>;
}

const PATIENCE = 20;
const LEAST_PACE = 0.005;

/**
 * Lower bound: that each demand is served once is relaxed with prices; what is left is a knapsack per candidate, of which the best are opened.
 *
 * @see Ceselli & Righini 2005, "A branch-and-price algorithm for the capacitated p-median problem", Networks 45(3) (the relaxation and its strength)
 */
export async function climbCapacitated(
  run: SolverRun,
  model: CapacitatedModel,
  options: ClimbOptions,
): Promise<CapacitatedBound> {
  const prices = createPrices(model);
  const least = findLeast(model);
  let budgetPrice = 0;
  let best: CapacitatedBound = { value: -Infinity, prices: prices.slice(), reduced: new Float64Array(0), chosen: [] };
  let pace = 1.5;
  let idle = 0;
  for (let iteration = 0; iteration < options.iterations && !run.isOver(); iteration++) {
    if (run.isPauseDue()) await run.pause();
    const point = evaluate(model, prices, budgetPrice);
    await options.onChosen(point.chosen, iteration);
    if (point.value > best.value) {
      best = { value: point.value, prices: prices.slice(), reduced: point.reduced, chosen: point.chosen };
      idle = 0;
    } else idle++;
    if (best.value >= options.target()) break;
    if (idle >= PATIENCE) {
      idle = 0;
      pace /= 2;
      if (pace < LEAST_PACE) break;
    }
    const over = model.opening === null ? 0 : overspend(model.opening, point.chosen);
    const scale =
      model.opening === null || !(model.opening.budget > 0) ? 0 : model.demandCount / model.opening.budget ** 2;
    let length = scale * over ** 2;
    for (const served of point.served) length += (1 - served) ** 2;
    if (length === 0) break;
    const reach = Number.isFinite(options.target()) ? options.target() - point.value : Math.abs(point.value) * 0.05 + 1;
    const width = (pace * Math.max(reach, 1e-9 * Math.abs(point.value))) / length;
    for (let i = 0; i < prices.length; i++) {
      prices[i] = Math.max(least[i] as number, (prices[i] as number) + width * (1 - (point.served[i] as number)));
    }
    budgetPrice = Math.max(0, budgetPrice + width * scale * over);
  }
  return best;
}

function overspend(opening: NonNullable<CapacitatedModel['opening']>, chosen: readonly number[]): number {
  return chosen.reduce((sum, j) => sum + (opening.costs[j] as number), -opening.budget);
}

function findLeast({ demandCount, candidateCount, costs }: CapacitatedModel): Float64Array {
  return Float64Array.from({ length: demandCount }, (_, i) => {
    let least = Infinity;
    for (let j = 0; j < candidateCount; j++) least = Math.min(least, costs[i * candidateCount + j] as number);
    return least;
  });
}

/** To begin with, the cost at the candidate of rank m ÷ p. */
function createPrices({ demandCount, candidateCount, costs, sites }: CapacitatedModel): Float64Array {
  const rank = Math.ceil(candidateCount / Math.max(1, sites));
  return Float64Array.from({ length: demandCount }, (_, i) => {
    const row = costs.slice(i * candidateCount, (i + 1) * candidateCount).sort();
    const finite = row.filter((cost) => cost < Infinity);
    return finite[Math.min(rank, finite.length - 1)] ?? 0;
  });
}

function evaluate(model: CapacitatedModel, prices: Float64Array, budgetPrice: number) {
  const { candidateCount, isAllowed, required, sites, opening, capacities } = model;
  const reduced = new Float64Array(candidateCount);
  const fillings: (readonly number[])[] = [];
  for (let j = 0; j < candidateCount; j++) {
    if (isAllowed[j] === 0) {
      fillings.push([]);
      reduced[j] = Infinity;
      continue;
    }
    const { bound, taken } = fillKnapsack(listPaying(model, prices, j), capacities[j] as number);
    fillings.push(taken);
    reduced[j] = budgetPrice * (opening?.costs[j] ?? 0) - bound;
  }
  const must = new Set(required);
  const paying: number[] = [];
  for (let j = 0; j < candidateCount; j++) if (!must.has(j) && (reduced[j] as number) < 0) paying.push(j);
  paying.sort((a, b) => (reduced[a] as number) - (reduced[b] as number) || a - b);
  const chosen = [...required, ...paying.slice(0, Math.max(0, sites - required.length))];
  const served = new Int32Array(prices.length);
  let value = prices.reduce((sum, price) => sum + price, 0) - budgetPrice * (opening?.budget ?? 0);
  for (const j of chosen) {
    value += reduced[j] as number;
    for (const i of fillings[j] ?? []) served[i] = (served[i] as number) + 1;
  }
  return { value, reduced, chosen, served };
}

function listPaying(model: CapacitatedModel, prices: Float64Array, j: number): KnapsackItems {
  const { candidateCount, costs, sizes } = model;
  const items: number[] = [];
  const profits: number[] = [];
  const itemSizes: number[] = [];
  for (let i = 0; i < prices.length; i++) {
    const profit = (prices[i] as number) - (costs[i * candidateCount + j] as number);
    if (profit <= 0) continue;
    items.push(i);
    profits.push(profit);
    itemSizes.push(sizes[i] as number);
  }
  return { items, profits, sizes: itemSizes };
}
