import { priceSegment } from '../../network/hardening-cost.ts';
import type { JoinDefinition } from '../../network/join-definition.ts';
import { compressRows } from '../../network/near-segments.ts';
import type { NetworkAt } from '../../network/network.ts';
import { createClaimSearch, type JoinClaim, type JoinCluster } from './join-cluster.ts';
import {
  createElements,
  findNeed,
  type JoinElements,
  type JoinNeed,
  listTouched,
  uniteElements,
} from './join-elements.ts';

/** The roads of a programme in parts. */
export interface ProgrammeModel {
  /** By the lowest settlement of each. */
  readonly clusters: readonly JoinCluster[];
  /** Settlements that no set of existing segments can join; ascending. */
  readonly impossible: readonly number[];
}

/** Cost of hardening a segment, rounded to whole fen: sums of fen are exact. */
export function priceInFen({ county }: Pick<NetworkAt, 'county'>, segment: number): number {
  const row = county.segments[segment];
  return row ? Math.round(100 * priceSegment(county.settings, row).yuan) : 0;
}

/** A settlement with what it needs. */
interface Claimant extends JoinNeed {
  readonly settlement: number;
  readonly weight: number;
}

/**
 * Parts the roads so that each settlement concerns one part only. Segments hang together over the points that they share, except over the hub,
 * the largest hardened component with a main road: a way passes it at most once, and whoever reaches it has all of it, so that what lies on its
 * other sides decides nothing.
 *
 * @param settlements indexes of settlements that count and are not joined, ascending
 * @param weights aligned with `County.settlements`
 */
export function createClusters(
  network: NetworkAt,
  definition: JoinDefinition,
  { settlements, weights }: { readonly settlements: readonly number[]; readonly weights: Float64Array },
): ProgrammeModel {
  const elements = createElements(network, definition);
  const { distanceMeters } = definition;
  const claimants = settlements.map((settlement) => ({
    settlement,
    weight: weights[settlement] ?? 0,
    ...findNeed(network, elements, { settlement, distanceMeters }),
  }));
  const clusters: JoinCluster[] = [];
  const impossible: number[] = [];
  for (const { parts, group } of partElements(elements, claimants)) {
    const built = createCluster(elements, parts, group);
    const withPrices = {
      ...built,
      pricesFen: Float64Array.from(built.segmentOfElement, (segment) =>
        segment < 0 ? 0 : priceInFen(network, segment),
      ),
    };
    const find = createClaimSearch(withPrices, withPrices.pricesFen);
    const claims = built.claims.filter((claim) => find(claim).priceFen < Infinity);
    impossible.push(...built.claims.filter((claim) => !claims.includes(claim)).flatMap((claim) => claim.settlements));
    if (claims.length > 0) clusters.push({ ...withPrices, claims });
  }
  return { clusters, impossible: impossible.sort((a, b) => a - b) };
}

/** Claimants by the part of the roads that concerns them, with the elements of the part, the hub included. */
function partElements(
  elements: JoinElements,
  claimants: readonly Claimant[],
): readonly { readonly parts: readonly number[]; readonly group: readonly Claimant[] }[] {
  const sets = uniteElements(elements);
  const { hub } = elements;
  // the seat's side belongs to it too, unless the hub passes the seat
  const listSides = ({ members, seat }: JoinNeed) =>
    [...members, ...(seat.includes(hub) ? [] : seat)].filter((element) => element !== hub);
  for (const claimant of claimants) {
    const sides = listSides(claimant);
    for (const side of sides) sets.unite(sides[0] ?? side, side);
  }
  const groups = new Map<number, Claimant[]>();
  for (const claimant of claimants) {
    const root = sets.find(listSides(claimant)[0] ?? Math.max(0, hub));
    groups.set(root, [...(groups.get(root) ?? []), claimant]);
  }
  const parts = new Map<number, number[]>([...groups.keys()].map((root) => [root, hub < 0 ? [] : [hub]]));
  for (let element = 0; element < elements.count; element++) {
    if (element !== hub) parts.get(sets.find(element))?.push(element);
  }
  return [...groups].map(([root, group]) => ({ parts: parts.get(root) ?? [], group }));
}

/** The graph of some elements with what must hang together in it. */
function createCluster(
  elements: JoinElements,
  parts: readonly number[],
  group: readonly Claimant[],
): Omit<JoinCluster, 'pricesFen'> {
  const { segmentCount, isMain } = elements;
  const numbers = new Map(parts.map((element, number) => [element, number]));
  const rows: number[][] = parts.map(() => []);
  for (const element of parts) {
    if (element >= segmentCount) continue;
    for (const point of listTouched(elements, element)) {
      const [a, b] = [numbers.get(element), numbers.get(point)];
      if (a === undefined || b === undefined) continue;
      rows[a]?.push(b);
      rows[b]?.push(a);
    }
  }
  const renumber = (list: readonly number[]) => list.flatMap((element) => numbers.get(element) ?? []);
  const main = renumber(parts.filter((element) => isMain(element)));
  const contexts: number[][] = [];
  const claims = group.map(({ settlement, weight, members, seat }): JoinClaim => {
    const own = renumber(members);
    const needed = listNeeded(own, [renumber(seat), main]);
    const context = needed.map((list) => findOrAdd(contexts, list)).sort((a, b) => a - b);
    return { settlements: [settlement], weight, members: Int32Array.from(own), contexts: context };
  });
  return {
    elementCount: parts.length,
    segmentOfElement: Int32Array.from(parts, (element) => (element < segmentCount ? element : -1)),
    neighbours: compressRows(rows),
    claims: mergeClaims(claims),
    contexts: contexts.map((list) => Int32Array.from(list)),
  };
}

/** Of groups that must hang together with one's own, those that another does not bring along. */
function listNeeded(own: readonly number[], groups: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const isIn = (inner: readonly number[], outer: readonly number[]) =>
    inner.length > 0 && inner.every((element) => outer.includes(element));
  const needed = groups.filter((group) => !isIn(own, group));
  return needed.filter(
    (group, i) => !needed.some((other, j) => i !== j && isIn(other, group) && (!isIn(group, other) || j < i)),
  );
}

function findOrAdd(lists: number[][], list: readonly number[]): number {
  const found = lists.findIndex((known) => known.join() === list.join());
  return found >= 0 ? found : lists.push([...list]) - 1;
}

/** Claims that the same elements join, as one. */
function mergeClaims(claims: readonly JoinClaim[]): readonly JoinClaim[] {
  const merged = new Map<string, JoinClaim>();
  for (const claim of claims) {
    const key = `${claim.members.join()} ${claim.contexts.join()}`;
    const known = merged.get(key);
    merged.set(key, {
      ...claim,
      settlements: [...(known?.settlements ?? []), ...claim.settlements],
      weight: (known?.weight ?? 0) + claim.weight,
    });
  }
  return [...merged.values()];
}
