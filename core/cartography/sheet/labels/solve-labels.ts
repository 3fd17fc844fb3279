import type { LabelCandidate } from './label-candidate.ts';
import type { LabelProblem, NameTask } from './label-problem.ts';
import { placeGreedily } from './place-greedily.ts';
import { type PlaceState, UNPLACED } from './place-state.ts';
import { solveSubset } from './solve-subset.ts';

/** Passes over all names that try single moves and exchanges. */
const MOST_PASSES = 3;
/** Names solved together, exactly: in the first round the nearest ones, later others drawn by the seed. */
const SUBSET_SIZE = 7;
const ROUNDS = 3;
/** Search nodes that one small problem and all of them together may take: a bound on time that does not look at the clock. */
const SUBSET_NODES = 1200;
const ALL_NODES = 60_000;
/** Names whose place costs this much more than their best are worth another look. */
const POOR_PLACE = 0.8;
const SEED = 20_261_123;

/**
 * Solves a label problem better than greedy: begins with the greedy places, moves and exchanges single names, then takes every name that is left out
 * or stands badly together with its rivals out and solves these few exactly (branch and bound). Only changes that lower (weight left out, cost), in
 * this order, are kept, so the result is never worse than greedy. No clock, fixed seed: the same problem gives the same places.
 */
export function solveLabels(problem: LabelProblem): PlaceState {
  const state = placeGreedily(problem);
  for (let pass = 0; pass < MOST_PASSES && exchangeAll(problem.tasks, state); pass++);
  const random = createRandom(SEED);
  const budget = { nodes: ALL_NODES };
  for (let round = 0; round < ROUNDS; round++) {
    let isBetter = false;
    for (let name = 0; name < problem.tasks.length && budget.nodes > 0; name++) {
      const task = problem.tasks[name];
      if (!task || !isTrouble(task, state.choice[name] ?? UNPLACED)) continue;
      const names = rivalsOf(problem.tasks, state, { name, pick: round === 0 ? null : random });
      const solved = solveSubset(problem.tasks, state, { names, mostNodes: Math.min(SUBSET_NODES, budget.nodes) });
      budget.nodes -= solved.nodes;
      isBetter ||= solved.isBetter;
    }
    if (!isBetter && round > 0) break;
  }
  return state;
}

function isTrouble({ candidates }: NameTask, choice: number): boolean {
  const best = candidates[0];
  if (!best) return false;
  const chosen = candidates[choice];
  return !chosen || chosen.cost - best.cost > POOR_PLACE;
}

/** One pass of moves. @returns whether anything became better */
function exchangeAll(tasks: readonly NameTask[], state: PlaceState): boolean {
  let isBetter = false;
  for (let name = 0; name < tasks.length; name++) {
    const current = state.choice[name] ?? UNPLACED;
    const task = tasks[name] as NameTask;
    if (current !== 0 && exchangeOne(tasks, state, { task, name, current })) isBetter = true;
  }
  return isBetter;
}

/** Candidates that one name tries, and most gain below which a move is not worth it. */
const MOST_TRIED = 16;
const LEAST_GAIN = 1e-6;

/** Moves a name to a cheaper place, if need be moving the one or two names that stand there elsewhere. */
function exchangeOne(
  tasks: readonly NameTask[],
  state: PlaceState,
  { task, name, current }: { readonly task: NameTask; readonly name: number; readonly current: number },
): boolean {
  const old = task.candidates[current]?.cost ?? Infinity;
  if (current !== UNPLACED) state.remove(name);
  for (let candidate = 0; candidate < Math.min(MOST_TRIED, task.candidates.length); candidate++) {
    const cost = task.candidates[candidate]?.cost ?? Infinity;
    if (cost >= old - LEAST_GAIN) break;
    const blockers = state.inTheWay(name, candidate, 2);
    if (blockers === null) continue;
    const allowed = old - cost;
    if (moveAside(tasks, state, { name, candidate, blockers, allowed })) return true;
  }
  if (current !== UNPLACED) state.place(name, current);
  return false;
}

/** What a place costs; more than any where there is none. */
const costOf = (candidates: NameTask['candidates'], candidate: number): number =>
  candidate < candidates.length ? (candidates[candidate] as LabelCandidate).cost : Infinity;

/** Places a name and finds new places for those in its way, costing less than `allowed` more; undoes everything when there are none. */
function moveAside(
  tasks: readonly NameTask[],
  state: PlaceState,
  move: {
    readonly name: number;
    readonly candidate: number;
    readonly blockers: readonly number[];
    readonly allowed: number;
  },
): boolean {
  const { name, candidate, blockers } = move;
  const before: number[] = [];
  for (const blocker of blockers) {
    before.push(state.choice[blocker] ?? UNPLACED);
    state.remove(blocker);
  }
  state.place(name, candidate);
  let left = move.allowed - LEAST_GAIN;
  let isDone = true;
  for (let i = 0; i < blockers.length && isDone; i++) {
    const blocker = blockers[i] as number;
    const { candidates } = tasks[blocker] as NameTask;
    const was = candidates[before[i] as number]?.cost ?? 0;
    let found = 0;
    // cheapest first: after one that costs too much there is none
    while (costOf(candidates, found) - was < left && !state.isFree(blocker, found)) found++;
    const more = costOf(candidates, found) - was;
    isDone = more < left;
    if (!isDone) break;
    left -= more;
    state.place(blocker, found);
  }
  if (isDone) return true;
  state.remove(name);
  for (let i = 0; i < blockers.length; i++) {
    const blocker = blockers[i] as number;
    if (state.choice[blocker] !== UNPLACED) state.remove(blocker);
    state.place(blocker, before[i] as number);
  }
  return false;
}

/** Rivals looked at for one name. */
const MOST_RIVALS = 24;

/** A name and the names that stand on its places, most often in its way first, or drawn. */
function rivalsOf(
  tasks: readonly NameTask[],
  state: PlaceState,
  { name, pick }: { readonly name: number; readonly pick: (() => number) | null },
): number[] {
  const counts = new Map<number, number>();
  const countOf = (of: number, worth: number): void => {
    const candidates = Math.min(MOST_TRIED, tasks[of]?.candidates.length ?? 0);
    for (let candidate = 0; candidate < candidates && counts.size < MOST_RIVALS; candidate++)
      for (const other of state.inTheWay(of, candidate, MOST_RIVALS) ?? [])
        if (other !== name) counts.set(other, (counts.get(other) ?? 0) + worth);
  };
  countOf(name, 2);
  const near = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([other]) => other);
  for (const other of near.slice(0, 2)) countOf(other, 0.5);
  const order = [...counts]
    .map(([other, count]) => ({ other, key: pick ? count * pick() : count }))
    .sort((a, b) => b.key - a.key || a.other - b.other);
  return [name, ...order.slice(0, SUBSET_SIZE - 1).map(({ other }) => other)];
}

/** Numbers from 0 to 1 by the linear congruence of Numerical Recipes. */
function createRandom(seed: number): () => number {
  let value = seed >>> 0;
  return () => {
    value = (Math.imul(value, 1_664_525) + 1_013_904_223) >>> 0;
    return value / 2 ** 32;
  };
}
