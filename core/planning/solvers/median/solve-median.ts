import { PROOF_TOLERANCE, type SolverRun } from '../solver-run.ts';
import type { MedianBound, MedianPrices } from './median-bound.ts';
import { createRootBranch, type MedianBranch, narrowBranch } from './median-branch.ts';
import { climbDual } from './median-dual.ts';
import type { MedianModel } from './median-model.ts';
import { createOpenNodes, type MedianNode, type OpenNodes } from './open-nodes.ts';
import { costOf, improveBySwaps, type MedianSolution } from './swap-search.ts';

/** Who hears of better answers and bounds, in costs of the model. */
export interface MedianListener {
  readonly onSolution: (solution: MedianSolution) => void;
  readonly onBound: (bound: number) => void;
}

interface Search {
  readonly run: SolverRun;
  readonly model: MedianModel;
  readonly listener: MedianListener;
  readonly seen: Set<string>;
  best: MedianSolution;
  /** Choices that were bettered by exchanges and did not become the best, since the last that did. */
  vain: number;
}

const ROOT_CLIMB = { iterations: 2500, pace: 1.5, patience: 30 };
/** Short: another split lifts the bound more than a long climb in a node does. */
const NODE_CLIMB = { iterations: 60, pace: 0.3, patience: 12 };
/** Choices that are dearer than the best answer by this share before any exchange are not worth the exchanges; less when many were tried in vain. */
const PROMISING = 0.15;

/**
 * Solves a median model: bound by Lagrangian relaxation at the root, answers by exchanges, candidates fixed by their reduced costs, and what is left closed by
 * branch and bound with the same bound in every node.
 *
 * @returns true when the best answer is proved; else time or patience ended
 * @see Beasley 1985, "A note on solving large p-median problems", European Journal of Operational Research 21(2)
 */
export async function solveMedian(run: SolverRun, model: MedianModel, listener: MedianListener): Promise<boolean> {
  const root = createRootBranch(model);
  const begun = choosePrices(root);
  const search: Search = { run, model, listener, seen: new Set(), best: { open: [], cost: Infinity }, vain: 0 };
  await tryChoice(search, root, sortByNearness(root));
  const bound = await climb(search, root, { open: [], closed: [], bound: -Infinity, prices: begun }, ROOT_CLIMB);
  tellBound(search, bound.value);
  if (bound.value >= cutOf(search)) return finish(search);
  const core = fixByReducedCosts(search, root, bound);
  return branchOut(search, core, bound);
}

/** Values at and above this cannot hold an answer better than the best. */
function cutOf({ best, model }: Search): number {
  const margin = PROOF_TOLERANCE * Math.abs(best.cost);
  // Whole costs: a better answer is better by 1 at least.
  return model.isWhole ? best.cost - 1 + Math.max(1e-6, margin) : best.cost - margin;
}

function finish(search: Search): boolean {
  search.listener.onBound(search.best.cost);
  return true;
}

function tellBound(search: Search, value: number): void {
  if (!Number.isFinite(value)) return;
  const whole = search.model.isWhole ? Math.ceil(value - Math.max(1e-6, PROOF_TOLERANCE * Math.abs(value))) : value;
  search.listener.onBound(Math.min(whole, search.best.cost));
}

/** Prices to begin with: what the demand pays at the candidate that would be its own if all were alike. */
function choosePrices(branch: MedianBranch): MedianPrices {
  const { starts, costs, outside, sites, free } = branch;
  const rank = Math.ceil(free.length / Math.max(1, sites));
  const demand = outside.map((most, i) => {
    const at = (starts[i] as number) + rank;
    return at < (starts[i + 1] as number) ? (costs[at] as number) : most;
  });
  return { demand, budget: 0 };
}

/** Free candidates by how much they would spare the demands at the first prices. */
function sortByNearness(branch: MedianBranch): readonly number[] {
  const { demand } = choosePrices(branch);
  const spared = new Float64Array(branch.candidateCount);
  for (let i = 0; i < branch.outside.length; i++) {
    for (let at = branch.starts[i] as number; at < (branch.starts[i + 1] as number); at++) {
      const difference = (demand[i] as number) - (branch.costs[at] as number);
      if (difference <= 0) break;
      const j = branch.candidates[at] as number;
      spared[j] = (spared[j] as number) + difference;
    }
  }
  return [...branch.free].sort((a, b) => (spared[b] as number) - (spared[a] as number) || a - b);
}

async function climb(
  search: Search,
  branch: MedianBranch,
  node: MedianNode,
  how: typeof ROOT_CLIMB,
): Promise<MedianBound> {
  const isRoot = how === ROOT_CLIMB;
  return climbDual(search.run, branch, {
    ...how,
    prices: node.prices,
    target: () => cutOf(search),
    onChosen: async (chosen, iteration) => {
      if (iteration % (isRoot ? 10 : 25) === 0) await tryChoice(search, branch, chosen);
    },
  });
}

/** Opens what was chosen as far as number and budget allow, and betters it by exchanges. */
async function tryChoice(search: Search, branch: MedianBranch, chosen: readonly number[]): Promise<void> {
  const { model, seen } = search;
  const open = [...branch.opened];
  const isOpen = new Uint8Array(model.candidateCount);
  for (const j of open) isOpen[j] = 1;
  let room = branch.room * (1 + PROOF_TOLERANCE);
  for (const j of chosen) {
    const price = branch.openingCosts?.[j] ?? 0;
    if (open.length >= model.sites || price > room) continue;
    open.push(j);
    isOpen[j] = 1;
    room -= price;
  }
  const key = open.sort((a, b) => a - b).join();
  if (seen.has(key)) return;
  seen.add(key);
  const most = search.best.cost * (1 + PROMISING / (1 + search.vain));
  if (open.length === model.sites && costOf(model, isOpen) > most) return;
  search.vain++;
  const solution = await improveBySwaps(search.run, model, open);
  if (solution.cost >= search.best.cost) return;
  search.best = solution;
  search.vain = 0;
  search.listener.onSolution(solution);
}

/** Candidates whose opening (or closing) alone lifts the bound to the cut are closed (or opened) for good. */
function fixByReducedCosts(search: Search, branch: MedianBranch, bound: MedianBound): MedianBranch {
  const cut = cutOf(search);
  const { reduced, chosen, value } = bound;
  const isChosen = new Uint8Array(branch.candidateCount);
  for (const j of chosen) isChosen[j] = 1;
  const isFull = chosen.length >= branch.sites;
  const last = chosen.at(-1);
  const worst = isFull && last !== undefined ? (reduced[last] as number) : 0;
  let next = 0;
  for (const j of branch.free) if (isChosen[j] === 0) next = Math.min(next, reduced[j] as number);
  const open = chosen.filter((j) => value - (reduced[j] as number) + next > cut);
  const closed = [...branch.free].filter((j) => isChosen[j] === 0 && value + (reduced[j] as number) - worst > cut);
  return open.length + closed.length === 0 ? branch : narrowBranch(branch, open, closed);
}

async function branchOut(search: Search, core: MedianBranch, bound: MedianBound): Promise<boolean> {
  const nodes = createOpenNodes();
  nodes.push({ open: [], closed: [], bound: bound.value, prices: bound.prices });
  for (;;) {
    const node = nodes.take(search.best.cost);
    if (node === undefined) return finish(search);
    if (node.bound >= cutOf(search)) continue;
    const branch = narrowBranch(core, node.open, node.closed);
    if (branch.sites < 0 || branch.room < -PROOF_TOLERANCE * Math.abs(core.room)) continue;
    const found = await climb(search, branch, node, NODE_CLIMB);
    const value = Math.max(found.value, node.bound);
    if (search.run.isOver()) {
      nodes.push({ ...node, bound: value });
      tellBound(search, nodes.leastBound());
      return false;
    }
    if (value >= cutOf(search)) continue;
    if (branch.free.length === 0 || branch.sites === 0) {
      await tryChoice(search, branch, []);
      continue;
    }
    pushChildren(search, { nodes, node, branch, found, value });
    tellBound(search, nodes.leastBound());
  }
}

interface Split {
  readonly nodes: OpenNodes;
  readonly node: MedianNode;
  readonly branch: MedianBranch;
  readonly found: MedianBound;
  readonly value: number;
}

/** Two children by the candidate about which the prices are least sure; the likelier one is looked at first. */
function pushChildren(search: Search, { nodes, node, branch, found, value }: Split): void {
  const narrowed = fixByReducedCosts(search, branch, found);
  const stillFree = new Set(narrowed.free);
  const fixedOpen = narrowed.opened.slice(branch.opened.length);
  const opened = new Set(fixedOpen);
  const open = [...node.open, ...fixedOpen];
  const closed = [...node.closed, ...branch.free.filter((j) => !stillFree.has(j) && !opened.has(j))];
  const { share, prices } = found;
  const base = { bound: value, prices };
  let split = -1;
  for (const j of narrowed.free) {
    if (split < 0 || Math.abs((share[j] as number) - 0.5) < Math.abs((share[split] as number) - 0.5)) split = j;
  }
  if (split < 0) {
    nodes.push({ open, closed, ...base });
    return;
  }
  const without = { open, closed: [...closed, split], ...base };
  const having = { open: [...open, split], closed, ...base };
  if ((share[split] as number) >= 0.5) nodes.push(without, having);
  else nodes.push(having, without);
}
