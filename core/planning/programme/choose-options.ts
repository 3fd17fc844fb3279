/** What a choice gains and costs. */
export interface Choice {
  readonly weight: number;
  readonly costFen: number;
}

/** Least cost for each weight, one choice from each list. */
export interface ChoiceTable {
  /** Weight of one step of the table; 1 unless the weights are very large. */
  readonly quantum: number;
  /** `costFen[w]`: least cost of gaining `w * quantum`; `Infinity` = cannot be gained just so. */
  readonly costFen: Float64Array;
  /** Which choice of each list comes to a place of the table. */
  trace(place: number): readonly number[];
}

/** The table has at most so many places over all lists. */
const MOST_PLACES = 8e6;

/**
 * Multiple-choice knapsack by weights, exactly (Kellerer, Pferschy & Pisinger 2004, "Knapsack Problems", chapter 11): one choice from each list,
 * every list holding one that costs nothing.
 *
 * @param rounding where weights are so large that the table has to be coarser: `down` = nothing gains more than it does, `up` = nothing less
 */
export function tabulateChoices(lists: readonly (readonly Choice[])[], rounding: 'down' | 'up' = 'down'): ChoiceTable {
  const most = lists.map((list) => list.reduce((best, { weight }) => Math.max(best, weight), 0));
  const all = most.reduce((sum, weight) => sum + weight, 0);
  const quantum = Math.max(1, Math.ceil((all * lists.length) / MOST_PLACES));
  const toPlaces = (weight: number) =>
    rounding === 'down' ? Math.floor(weight / quantum) : Math.ceil(weight / quantum);
  const places = most.reduce((sum, weight) => sum + toPlaces(weight), 0) + 1;
  const chosen = lists.map(() => new Uint16Array(places));
  let cost = new Float64Array(places).fill(Infinity);
  cost[0] = 0;
  let reached = 0;
  // the longest first, while few places are reached: the work is their product
  const order = [...lists.keys()].sort((a, b) => (lists[b]?.length ?? 0) - (lists[a]?.length ?? 0) || a - b);
  for (const l of order) {
    const list = lists[l] ?? [];
    const next = new Float64Array(places).fill(Infinity);
    const choices = chosen[l] ?? new Uint16Array();
    list.forEach(({ weight, costFen }, c) => {
      const shift = toPlaces(weight);
      for (let place = 0; place <= reached; place++) {
        const total = (cost[place] as number) + costFen;
        if (total >= (next[place + shift] as number)) continue;
        next[place + shift] = total;
        choices[place + shift] = c;
      }
    });
    cost = next;
    reached += toPlaces(most[l] ?? 0);
  }
  return {
    quantum,
    costFen: cost,
    trace(place) {
      const traced = new Array<number>(lists.length).fill(0);
      let at = place;
      for (const l of order.toReversed()) {
        const c = chosen[l]?.[at] ?? 0;
        traced[l] = c;
        at -= toPlaces(lists[l]?.[c]?.weight ?? 0);
      }
      return traced;
    },
  };
}

/** The place of most weight that costs at most so much. */
export function findMostWithin({ costFen }: ChoiceTable, budgetFen: number): number {
  for (let place = costFen.length - 1; place > 0; place--) if ((costFen[place] ?? Infinity) <= budgetFen) return place;
  return 0;
}

/** The cheapest place that gains at least so much; -1 = none does. */
export function findCheapestFor({ costFen, quantum }: ChoiceTable, weight: number): number {
  let best = -1;
  for (let place = Math.max(0, Math.ceil(weight / quantum)); place < costFen.length; place++) {
    const cost = costFen[place] ?? Infinity;
    if (cost < Infinity && (best < 0 || cost < (costFen[best] ?? Infinity))) best = place;
  }
  return best;
}
