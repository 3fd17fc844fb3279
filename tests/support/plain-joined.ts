import type { County, Segment } from '#core/county/county.ts';
import { SURFACES } from '#core/county/kinds.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { distanceToLineMeters } from '#core/geo/point-to-line.ts';
import type { JoinDefinition } from '#core/network/join-definition.ts';
import type { NetworkAt } from '#core/network/network.ts';

/** Which segments are hardened under a definition, by the words of the definition; `added` are taken as hardened. */
export function hardenPlainly(
  { county, state }: NetworkAt,
  { hardenedSurfaces, minimumWidthMeters }: JoinDefinition,
  added: readonly number[] = [],
): ReadonlySet<number> {
  const hardened = county.segments.flatMap((segment, i) => {
    const surface = SURFACES[state.surface[i] ?? -1];
    const isWide =
      minimumWidthMeters === null || segment.widthMeters === null || segment.widthMeters >= minimumWidthMeters;
    return surface !== undefined && hardenedSurfaces.includes(surface) && isWide ? [i] : [];
  });
  return new Set([...hardened, ...added].filter((i) => state.exists[i] === 1));
}

/** Whether two roads have a position in common; where roads are drawn on a grid, that is where they meet. */
const meet = (a: Segment, b: Segment): boolean => {
  const written = new Set(a.line.coordinates.map(String));
  return b.line.coordinates.some((position) => written.has(String(position)));
};

/** Everything that hangs together with some roads, by asking each pair. */
export function spreadPlainly(
  county: County,
  roads: ReadonlySet<number>,
  from: readonly number[],
): ReadonlySet<number> {
  const found = new Set(from.filter((i) => roads.has(i)));
  for (const i of found) {
    const segment = county.segments[i];
    for (const j of roads) {
      const other = county.segments[j];
      if (segment && other && !found.has(j) && meet(segment, other)) found.add(j);
    }
  }
  return found;
}

/** Components as sorted lists of segments, by their first. */
export function listComponentsPlainly(county: County, roads: ReadonlySet<number>): readonly (readonly number[])[] {
  const ascending = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);
  const components = ascending(roads).map((i) => ascending(spreadPlainly(county, roads, [i])));
  return components.filter(([first], i) => first === ascending(roads)[i]);
}

/** Roads that pass a position within the joining distance. */
const listNear = (county: County, position: readonly [number, number], meters: number): readonly number[] =>
  county.segments.flatMap(({ line }, i) => (distanceToLineMeters(position, line.coordinates) <= meters ? [i] : []));

const isMain = (county: County, segment: number): boolean => /[GSXY]/.test(county.segments[segment]?.roadClass ?? '');

/** Whether a settlement is joined, word for word after domain.md section 5, R2. */
export function isJoinedPlainly(
  county: County,
  hardened: ReadonlySet<number>,
  { settlement, meters }: { readonly settlement: number; readonly meters: number },
): boolean {
  const row = county.settlements[settlement];
  const seat = county.areas.find(({ code }) => code === row?.villageCode)?.seat;
  if (!row || !seat) return false;
  return hangTogether(county, hardened, [listNear(county, row.position, meters), listNear(county, seat, meters)]);
}

/** Whether one component holds one of the first roads, one of the second, and a main road. */
const hangTogether = (
  county: County,
  hardened: ReadonlySet<number>,
  [near, nearSeat]: readonly [near: readonly number[], nearSeat: readonly number[]],
): boolean =>
  near.some((segment) => {
    const component = spreadPlainly(county, hardened, [segment]);
    return nearSeat.some((i) => component.has(i)) && [...component].some((i) => isMain(county, i));
  });

/** Whether a seat is joined to a main road (R0). */
export const isSeatJoinedPlainly = (
  county: County,
  hardened: ReadonlySet<number>,
  { area, meters }: { readonly area: number; readonly meters: number },
): boolean =>
  listNear(county, county.areas[area]?.seat ?? [0, 0], meters).some((segment) =>
    [...spreadPlainly(county, hardened, [segment])].some((i) => isMain(county, i)),
  );

/** Existing roads within the joining distance; where there are none, those that a new road to the nearest place would meet. */
function listOrNearest({ county, state, snap }: NetworkAt, position: LonLat, meters: number): readonly number[] {
  const isThere = (segment: number) => state.exists[segment] === 1;
  const near = listNear(county, position, meters).filter(isThere);
  return near.length > 0 ? near : listNear(county, snap(position)?.at ?? position, 1).filter(isThere);
}

/**
 * Least length that joins a settlement, by trying every set of roads that are not hardened; `Infinity` = none does. New roads to the settlement
 * and its seat are taken as built where none passes.
 */
export function leastGapPlainly(network: NetworkAt, definition: JoinDefinition, settlement: number): number {
  const { county, state } = network;
  const row = county.settlements[settlement];
  const seat = county.areas.find(({ code }) => code === row?.villageCode)?.seat;
  if (!row || !seat) return Infinity;
  const meters = definition.distanceMeters;
  const ends = [listOrNearest(network, row.position, meters), listOrNearest(network, seat, meters)] as const;
  const hardened = hardenPlainly(network, definition);
  const open = county.segments.flatMap((_, i) => (state.exists[i] === 1 && !hardened.has(i) ? [i] : []));
  let least = Infinity;
  for (let choice = 0; choice < 2 ** open.length; choice++) {
    const chosen = open.filter((_, bit) => (choice >> bit) & 1);
    const length = chosen.reduce((sum, i) => sum + (county.segments[i]?.lengthMeters ?? 0), 0);
    if (length >= least) continue;
    if (hangTogether(county, new Set([...hardened, ...chosen]), ends)) least = length;
  }
  return least;
}
