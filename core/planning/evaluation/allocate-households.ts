import type { WaitingGroup } from './demand.ts';
import type { UnplacedReason } from './evaluation.ts';

/** Sites as the rule sees them. */
export interface AllocationSites {
  /** Households that can still be taken; 0 also where the site is closed or its capacity is not known. */
  readonly room: Int32Array;
}

/** A site that a waiting group can reach within the limit. */
export interface AllocationPairs {
  readonly count: number;
  /** Index into the waiting groups, and into the sites. */
  readonly group: Int32Array;
  readonly site: Int32Array;
  readonly minutes: Float64Array;
}

/** Households of a waiting group that go to a site: those from number `from` up to `to` of the group. */
export interface Placement {
  readonly group: number;
  readonly site: number;
  readonly from: number;
  readonly to: number;
}

/** Where the waiting groups go; of those that stay: from which number on, and why. */
export interface Allocation {
  readonly placements: readonly Placement[];
  readonly unplaced: readonly { readonly group: number; readonly from: number; readonly reason: UnplacedReason }[];
}

/** Minutes from each waiting group to one site; `Infinity` = no way. */
export type MinutesToSite = (group: number) => number;

/** The pairs of one site with every group within the limit, in the order of the rule. */
export function createPairsOfSite(
  groupCount: number,
  site: number,
  { minutesTo, limitMinutes }: { readonly minutesTo: MinutesToSite; readonly limitMinutes: number },
): AllocationPairs {
  const order: number[] = [];
  const minutes = new Float64Array(groupCount);
  for (let group = 0; group < groupCount; group++) {
    const cost = minutesTo(group);
    minutes[group] = cost;
    if (cost !== Infinity && cost <= limitMinutes) order.push(group);
  }
  order.sort((a, b) => (minutes[a] as number) - (minutes[b] as number) || a - b);
  return {
    count: order.length,
    group: Int32Array.from(order),
    site: new Int32Array(order.length).fill(site),
    minutes: Float64Array.from(order, (group) => minutes[group] as number),
  };
}

/** Room for so many pairs, to be merged into again and again. */
export const createPairsRoom = (count: number): AllocationPairs => ({
  count,
  group: new Int32Array(count),
  site: new Int32Array(count),
  minutes: new Float64Array(count),
});

/**
 * Two lists of pairs as one, both in the order of the rule: (minutes, settlement, site code).
 *
 * @param into room for all of them; default new
 */
export function mergePairs(
  a: AllocationPairs,
  b: AllocationPairs,
  { rank, into }: { readonly rank: Int32Array; readonly into?: AllocationPairs },
): AllocationPairs {
  const count = a.count + b.count;
  const merged = { ...(into ?? createPairsRoom(count)), count };
  for (let [i, j, k] = [0, 0, 0]; k < count; k++) {
    const takesFirst = j >= b.count || (i < a.count && comesBefore(a, i, { pairs: b, index: j, rank }));
    const source = takesFirst ? a : b;
    const from = takesFirst ? i++ : j++;
    merged.group[k] = source.group[from] as number;
    merged.site[k] = source.site[from] as number;
    merged.minutes[k] = source.minutes[from] as number;
  }
  return merged;
}

function comesBefore(
  a: AllocationPairs,
  i: number,
  { pairs: b, index: j, rank }: { readonly pairs: AllocationPairs; readonly index: number; readonly rank: Int32Array },
): boolean {
  const minutes = (a.minutes[i] as number) - (b.minutes[j] as number);
  if (minutes !== 0) return minutes < 0;
  const group = (a.group[i] as number) - (b.group[j] as number);
  if (group !== 0) return group < 0;
  return (rank[a.site[i] as number] as number) < (rank[b.site[j] as number] as number);
}

/** Many lists of pairs as one: merged two by two, so that each pair is moved as often as the number of lists can be halved. */
export function mergeAllPairs(lists: readonly AllocationPairs[], rank: Int32Array): AllocationPairs {
  const [first, second] = lists;
  if (first === undefined)
    return { count: 0, group: new Int32Array(0), site: new Int32Array(0), minutes: new Float64Array(0) };
  if (second === undefined) return first;
  const middle = lists.length >> 1;
  return mergePairs(mergeAllPairs(lists.slice(0, middle), rank), mergeAllPairs(lists.slice(middle), rank), { rank });
}

/**
 * Who goes where without a site of their own: each household to the nearest open site by road minutes that has room, in ascending order of
 * (minutes, settlement code, household code, site code). Households of one settlement stand at one place, so that the order of pairs
 * (minutes, settlement, site), each filled by households in the order of their codes, is the same rule. Who can reach an open site within the
 * limit but finds no room is `full`, the others `not_reached`.
 *
 * @param pairs every open site within the limit of each group, room or not, in the order of the rule
 * @see design.md, "Coverage and planning"
 */
export function allocateHouseholds(
  waiting: readonly WaitingGroup[],
  sites: AllocationSites,
  pairs: AllocationPairs,
): Allocation {
  const room = sites.room.slice();
  const placed = new Int32Array(waiting.length);
  const isReached = new Uint8Array(waiting.length);
  const placements: Placement[] = [];
  for (let k = 0; k < pairs.count; k++) {
    const group = pairs.group[k] as number;
    const site = pairs.site[k] as number;
    isReached[group] = 1;
    const from = placed[group] as number;
    const taken = Math.min(room[site] as number, (waiting[group]?.households ?? 0) - from);
    if (taken <= 0) continue;
    placements.push({ group, site, from, to: from + taken });
    placed[group] = from + taken;
    room[site] = (room[site] as number) - taken;
  }
  const unplaced = waiting.flatMap(({ households }, group) => {
    const from = placed[group] ?? 0;
    const reason: UnplacedReason = isReached[group] === 1 ? 'full' : 'not_reached';
    return from < households ? [{ group, from, reason }] : [];
  });
  return { placements, unplaced };
}
