/** Things to put into one knapsack: index, profit (above 0) and size, side by side. */
export interface KnapsackItems {
  readonly items: readonly number[];
  readonly profits: readonly number[];
  readonly sizes: readonly number[];
}

/** What is taken, and an upper bound of the profit: the profit itself where it was solved exactly. */
export interface KnapsackFilling {
  readonly bound: number;
  readonly taken: readonly number[];
}

/** Steps of the exact recursion that one filling may cost. */
const MOST_STEPS = 20_000;

/** Fills a knapsack: exactly for small whole numbers, else its broken relaxation (the thing that no longer fits whole is not taken, but counts in part). */
export function fillKnapsack(things: KnapsackItems, capacity: number): KnapsackFilling {
  const room = Math.floor(capacity);
  let total = 0;
  let isWhole = true;
  for (const size of things.sizes) {
    total += size;
    isWhole &&= Number.isInteger(size);
  }
  if (total <= capacity) return { bound: things.profits.reduce((sum, profit) => sum + profit, 0), taken: things.items };
  return isWhole && room * things.items.length <= MOST_STEPS ? fillExactly(things, room) : fillBroken(things, capacity);
}

/** @see Dantzig 1957, "Discrete-variable extremum problems", Operations Research 5(2) */
function fillBroken({ items, profits, sizes }: KnapsackItems, capacity: number): KnapsackFilling {
  const worth = Float64Array.from(profits, (profit, k) => profit / Math.max(sizes[k] as number, Number.MIN_VALUE));
  const order = Array.from(items.keys()).sort((a, b) => (worth[b] as number) - (worth[a] as number) || a - b);
  const taken: number[] = [];
  let room = capacity;
  let bound = 0;
  for (const k of order) {
    const size = sizes[k] as number;
    if (size > room) {
      bound += ((profits[k] as number) * room) / size;
      break;
    }
    room -= size;
    bound += profits[k] as number;
    taken.push(items[k] as number);
  }
  return { bound, taken };
}

/** Dynamic programme over the room that is used. */
function fillExactly({ items, profits, sizes }: KnapsackItems, room: number): KnapsackFilling {
  const width = room + 1;
  const best = new Float64Array(width);
  const isTaken = new Uint8Array(items.length * width);
  for (let k = 0; k < items.length; k++) {
    const size = sizes[k] as number;
    const profit = profits[k] as number;
    for (let used = room; used >= size; used--) {
      const value = (best[used - size] as number) + profit;
      if (value <= (best[used] as number)) continue;
      best[used] = value;
      isTaken[k * width + used] = 1;
    }
  }
  const taken: number[] = [];
  let used = room;
  for (let k = items.length - 1; k >= 0; k--) {
    if (isTaken[k * width + used] === 0) continue;
    taken.push(items[k] as number);
    used -= sizes[k] as number;
  }
  return { bound: best[room] as number, taken };
}
