import type { NameTask } from './label-problem.ts';
import { type PlaceState, UNPLACED } from './place-state.ts';

/** A few names to be solved together. */
export interface Subset {
  readonly names: readonly number[];
  /** Most nodes to search. */
  readonly mostNodes: number;
}

/** Places that one name may take while the names outside stay. */
const MOST_FREE = 12;
/** A unit of weight counts more than all costs of a few names together. */
const WEIGHT_UNIT = 10_000;
const LEAST_GAIN = 1e-6;

/**
 * Takes a few names out and finds the best places for them among those that the others leave free, by branch and bound; the state is changed only when
 * that is better than before.
 *
 * @returns nodes searched, and whether the state became better
 */
export function solveSubset(
  tasks: readonly NameTask[],
  state: PlaceState,
  { names, mostNodes }: Subset,
): { readonly nodes: number; readonly isBetter: boolean } {
  const before = names.map((name) => state.choice[name] ?? UNPLACED);
  for (const name of names) if (state.choice[name] !== UNPLACED) state.remove(name);
  const free = names.map((name) => listFree(tasks, state, name));
  const search = createSearch(tasks, state, names, free);
  const found = search(scoreOf(tasks, names, before), mostNodes);
  const chosen = found.best ?? before;
  names.forEach((name, i) => {
    const candidate = chosen[i] ?? UNPLACED;
    if (candidate !== UNPLACED) state.place(name, candidate);
  });
  return { nodes: found.nodes, isBetter: found.best !== null };
}

function listFree(tasks: readonly NameTask[], state: PlaceState, name: number): readonly number[] {
  const free: number[] = [];
  const count = tasks[name]?.candidates.length ?? 0;
  for (let candidate = 0; candidate < count && free.length < MOST_FREE; candidate++)
    if (state.isFree(name, candidate)) free.push(candidate);
  return free;
}

const costOf = (task: NameTask | undefined, candidate: number): number =>
  candidate === UNPLACED ? (task?.weight ?? 0) * WEIGHT_UNIT : (task?.candidates[candidate]?.cost ?? 0);

const scoreOf = (tasks: readonly NameTask[], names: readonly number[], choice: readonly number[]): number =>
  names.reduce((sum, name, i) => sum + costOf(tasks[name], choice[i] ?? UNPLACED), 0);

/** A depth-first search over the names in order of weight, cheapest places first, cut off where even the best rest is no gain. */
function createSearch(
  tasks: readonly NameTask[],
  state: PlaceState,
  names: readonly number[],
  free: readonly (readonly number[])[],
): (worst: number, mostNodes: number) => { readonly best: readonly number[] | null; readonly nodes: number } {
  const order = names.map((_, i) => i).sort((a, b) => (names[a] ?? 0) - (names[b] ?? 0));
  // the least that the names from a depth on cost, each by itself
  const rest = new Float64Array(order.length + 1);
  for (let depth = order.length - 1; depth >= 0; depth--) {
    const i = order[depth] ?? 0;
    rest[depth] = (rest[depth + 1] ?? 0) + costOf(tasks[names[i] ?? 0], free[i]?.[0] ?? UNPLACED);
  }
  const collides = rememberCollisions(state, names, free);
  return (worst, mostNodes) => {
    const chosen = new Array<number>(names.length).fill(UNPLACED);
    const result: { best: readonly number[] | null; nodes: number } = { best: null, nodes: 0 };
    let limit = worst - LEAST_GAIN;
    const hitsEarlier = (depth: number, i: number, slot: number): boolean => {
      for (let earlier = 0; earlier < depth; earlier++) {
        const k = order[earlier] ?? 0;
        const taken = chosen[k] ?? UNPLACED;
        if (taken !== UNPLACED && collides(i, slot, k, taken)) return true;
      }
      return false;
    };
    const go = (depth: number, sum: number): void => {
      if (result.nodes >= mostNodes || sum + (rest[depth] ?? 0) >= limit) return;
      result.nodes++;
      const i = order[depth];
      if (i === undefined) {
        limit = sum;
        result.best = chosen.map((slot, k) => (slot === UNPLACED ? UNPLACED : (free[k]?.[slot] ?? UNPLACED)));
        return;
      }
      const task = tasks[names[i] ?? 0];
      const slots = free[i]?.length ?? 0;
      for (let slot = 0; slot < slots; slot++) {
        if (hitsEarlier(depth, i, slot)) continue;
        chosen[i] = slot;
        go(depth + 1, sum + costOf(task, free[i]?.[slot] ?? UNPLACED));
      }
      chosen[i] = UNPLACED;
      go(depth + 1, sum + costOf(task, UNPLACED));
    };
    go(0, 0);
    return result;
  };
}

/** Whether two slots collide, each pair worked out once. */
function rememberCollisions(state: PlaceState, names: readonly number[], free: readonly (readonly number[])[]) {
  const known = new Int8Array((names.length * MOST_FREE) ** 2);
  return (i: number, slotI: number, k: number, slotK: number): boolean => {
    const at = (i * MOST_FREE + slotI) * names.length * MOST_FREE + k * MOST_FREE + slotK;
    if (known[at] === 0) {
      const isHit = state.collide(
        names[i] ?? 0,
        free[i]?.[slotI] ?? UNPLACED,
        names[k] ?? 0,
        free[k]?.[slotK] ?? UNPLACED,
      );
      known[at] = isHit ? 1 : 2;
    }
    return known[at] === 1;
  };
}
