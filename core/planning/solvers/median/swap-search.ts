import { PROOF_TOLERANCE, type SolverRun } from '../solver-run.ts';
import type { MedianModel } from './median-model.ts';

/** Open candidates, ascending, with the sum of costs that comes of them. */
export interface MedianSolution {
  readonly open: readonly number[];
  readonly cost: number;
}

/** Nearest and second nearest open candidate of every demand; -1 = outside. */
interface Nearest {
  readonly first: Int32Array;
  readonly firstCost: Float64Array;
  readonly secondCost: Float64Array;
}

/** Sum of costs when these candidates are open. */
export function costOf(model: MedianModel, isOpen: Uint8Array): number {
  const { demandCount, starts, candidates, costs, outside } = model;
  let sum = 0;
  for (let i = 0; i < demandCount; i++) {
    const end = starts[i + 1] as number;
    let k = starts[i] as number;
    while (k < end && isOpen[candidates[k] as number] === 0) k++;
    sum += k < end ? Math.min(costs[k] as number, outside[i] as number) : (outside[i] as number);
  }
  return sum;
}

function findNearest(model: MedianModel, isOpen: Uint8Array, nearest: Nearest): void {
  const { demandCount, starts, candidates, costs, outside } = model;
  const { first, firstCost, secondCost } = nearest;
  for (let i = 0; i < demandCount; i++) {
    const end = starts[i + 1] as number;
    const far = outside[i] as number;
    let k = starts[i] as number;
    while (k < end && isOpen[candidates[k] as number] === 0) k++;
    const isInside = k < end && (costs[k] as number) <= far;
    first[i] = isInside ? (candidates[k] as number) : -1;
    firstCost[i] = isInside ? (costs[k] as number) : far;
    if (isInside) {
      k++;
      while (k < end && isOpen[candidates[k] as number] === 0) k++;
    }
    secondCost[i] = k < end ? Math.min(costs[k] as number, far) : far;
  }
}

/**
 * Betters a choice by the best exchange of one open against one closed candidate, or the best addition, until there is none; required ones stay.
 *
 * Gain, loss and the correction of a pair are kept apart, so that one round costs about as much as reading the pairs nearer than the second nearest.
 *
 * @see Resende & Werneck 2007, "A fast swap-based local search procedure for location problems", Annals of Operations Research 150
 */
export async function improveBySwaps(
  run: SolverRun,
  model: MedianModel,
  start: readonly number[],
): Promise<MedianSolution> {
  const { demandCount, candidateCount } = model;
  const isOpen = new Uint8Array(candidateCount);
  for (const j of start) isOpen[j] = 1;
  const nearest = {
    first: new Int32Array(demandCount),
    firstCost: new Float64Array(demandCount),
    secondCost: new Float64Array(demandCount),
  };
  while (!run.isOver()) {
    if (run.isPauseDue()) await run.pause();
    findNearest(model, isOpen, nearest);
    const exchange = findExchange(model, isOpen, nearest);
    if (exchange === null) break;
    if (exchange.out >= 0) isOpen[exchange.out] = 0;
    isOpen[exchange.in] = 1;
  }
  const open: number[] = [];
  for (let j = 0; j < candidateCount; j++) if (isOpen[j] === 1) open.push(j);
  return { open, cost: costOf(model, isOpen) };
}

interface Exchange {
  readonly in: number;
  /** -1 = none closes. */
  readonly out: number;
}

function findExchange(model: MedianModel, isOpen: Uint8Array, nearest: Nearest): Exchange | null {
  const { candidateCount, isAllowed, isRequired, opening, sites } = model;
  const open: number[] = [];
  for (let j = 0; j < candidateCount; j++) if (isOpen[j] === 1) open.push(j);
  const { gain, loss, extra } = measureExchanges(model, open, nearest);
  const spent = opening === null ? 0 : open.reduce((sum, j) => sum + (opening.costs[j] as number), 0);
  const room = opening === null ? Infinity : opening.budget * (1 + PROOF_TOLERANCE) - spent;
  const total = nearest.firstCost.reduce((sum, cost) => sum + cost, 0);
  let best = PROOF_TOLERANCE * total;
  let found: Exchange | null = null;
  for (let j = 0; j < candidateCount; j++) {
    if (isOpen[j] === 1 || isAllowed[j] === 0) continue;
    const price = opening?.costs[j] ?? 0;
    if (open.length < sites && price <= room && (gain[j] as number) > best) {
      best = gain[j] as number;
      found = { in: j, out: -1 };
    }
    for (let k = 0; k < open.length; k++) {
      const profit = (gain[j] as number) - (loss[k] as number) + (extra[j * open.length + k] as number);
      if (profit <= best) continue;
      const out = open[k] as number;
      if (isRequired[out] === 1 || price - (opening?.costs[out] ?? 0) > room) continue;
      best = profit;
      found = { in: j, out };
    }
  }
  return found;
}

function measureExchanges(model: MedianModel, open: readonly number[], nearest: Nearest) {
  const { demandCount, candidateCount, starts, candidates, costs } = model;
  const place = new Int32Array(candidateCount).fill(-1);
  open.forEach((j, k) => {
    place[j] = k;
  });
  const gain = new Float64Array(candidateCount);
  const loss = new Float64Array(open.length);
  const extra = new Float64Array(candidateCount * open.length);
  for (let i = 0; i < demandCount; i++) {
    const near = nearest.firstCost[i] as number;
    const next = nearest.secondCost[i] as number;
    const first = nearest.first[i] as number;
    const k = first < 0 ? -1 : (place[first] as number);
    if (k >= 0) loss[k] = (loss[k] as number) + next - near;
    const end = starts[i + 1] as number;
    for (let at = starts[i] as number; at < end; at++) {
      const cost = costs[at] as number;
      if (cost >= next) break;
      const j = candidates[at] as number;
      if (cost < near) gain[j] = (gain[j] as number) + near - cost;
      if (k >= 0) {
        const cell = j * open.length + k;
        extra[cell] = (extra[cell] as number) + next - Math.max(cost, near);
      }
    }
  }
  return { gain, loss, extra };
}
