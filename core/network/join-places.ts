import type { County } from '../county/county.ts';
import type { SettlementRow } from '../county/things.ts';
import { findHardenedComponents, type HardenedComponents } from './hardened-components.ts';
import type { JoinDefinition } from './join-definition.ts';
import { keepByDefinition } from './keep-by-definition.ts';
import { findNearSegments, type NearSegments } from './near-segments.ts';
import type { NetworkAt } from './network.ts';

/** Why a settlement is not joined, or is not asked: keys of `texts.network` with prefix `join_`. */
export const JOIN_STATES = [
  'joined',
  'no_hardened_near',
  'seat_not_joined',
  'not_joined_to_seat',
  'not_joined_to_main',
  'too_small',
  'size_unknown',
  'to_be_moved',
  'not_possible',
] as const;
export type JoinState = (typeof JOIN_STATES)[number];

/** `JOIN_STATES` by number. */
export const JOINED = JOIN_STATES.indexOf('joined');
const NO_HARDENED_NEAR = JOIN_STATES.indexOf('no_hardened_near');
const SEAT_NOT_JOINED = JOIN_STATES.indexOf('seat_not_joined');
const NOT_JOINED_TO_SEAT = JOIN_STATES.indexOf('not_joined_to_seat');
const NOT_JOINED_TO_MAIN = JOIN_STATES.indexOf('not_joined_to_main');
const FIRST_EXCLUSION = JOIN_STATES.indexOf('too_small');

/** What continuous hardened roads join at a day under a definition. Immutable. */
export interface JoinedPlaces {
  readonly definition: JoinDefinition;
  /** Index into JOIN_STATES by settlement; those that do not count carry the reason why. */
  readonly settlementState: Uint8Array;
  /** The same as if every settlement counted: joined, or what is missing. */
  readonly pathState: Uint8Array;
  /** R0, by area: 1 = a hardened road near the seat is continuous to a hardened G, S, X or Y road. Towns and the county by their own seats. */
  readonly villageJoined: Uint8Array;
  /** Whether a settlement counts under the definition: it must be joined. */
  isAsked(settlement: number): boolean;
}

/**
 * Which settlements and seats are joined: 自然村（组）通硬化路.
 *
 * A settlement is joined when a hardened segment within the definition's distance belongs to a component that holds a hardened segment within
 * that distance of its own village's seat and a hardened G, S, X or Y segment (domain.md section 5, R2). Components are those of the whole
 * county. Excluded, in this order: `to_be_moved`, `not_possible`, `size_unknown` or `too_small`; relocation sites count whatever their size.
 */
export const joinPlaces: (network: NetworkAt, definition: JoinDefinition) => JoinedPlaces = keepByDefinition(
  (network, definition) => {
    const components = findHardenedComponents(network, definition);
    return decidePlaces(network.county, { definition, components, before: null });
  },
);

/** The part of components that decides what is joined. */
type JoiningComponents = Pick<HardenedComponents, 'count' | 'componentOfSegment' | 'hasMainRoad'>;

/**
 * What given components join.
 *
 * @param before what fewer hardened roads joined: whatever was joined stays so and is not looked at again; null = look at all
 */
export function decidePlaces(
  county: County,
  {
    definition,
    components,
    before,
  }: {
    readonly definition: JoinDefinition;
    readonly components: JoiningComponents;
    readonly before: JoinedPlaces | null;
  },
): JoinedPlaces {
  const near = findNearSegments(county, definition.distanceMeters);
  const villageJoined = decideSeats(near, components, county.areas.length);
  const pathState = decidePaths(near, components, {
    village: findVillages(county),
    before: before?.pathState ?? null,
  });
  const settlementState = before?.settlementState.slice() ?? decideExclusions(county, definition);
  settlementState.forEach((state, i) => {
    if (state < FIRST_EXCLUSION) settlementState[i] = pathState[i] ?? 0;
  });
  return {
    definition,
    settlementState,
    pathState,
    villageJoined,
    isAsked: (settlement) => (settlementState[settlement] ?? FIRST_EXCLUSION) < FIRST_EXCLUSION,
  };
}

function decideSeats({ seats }: NearSegments, components: JoiningComponents, count: number): Uint8Array {
  const joined = new Uint8Array(count);
  for (let area = 0; area < count; area++) {
    for (let i = seats.first[area] ?? 0; i < (seats.first[area + 1] ?? 0); i++) {
      const component = components.componentOfSegment[seats.items[i] ?? -1] ?? -1;
      if (components.hasMainRoad[component] === 1) joined[area] = 1;
    }
  }
  return joined;
}

/** State of each settlement by the roads alone. */
function decidePaths(
  { settlements, seats }: NearSegments,
  { componentOfSegment, hasMainRoad, count }: JoiningComponents,
  { village, before }: { readonly village: Int32Array; readonly before: Uint8Array | null },
): Uint8Array {
  const states = new Uint8Array(village.length);
  // the village whose seat a component was last found near
  const seatOf = new Int32Array(count).fill(-1);
  let markedVillage = -1;
  let isSeatNear = false;
  for (let settlement = 0; settlement < village.length; settlement++) {
    if (before?.[settlement] === JOINED) continue;
    const ownVillage = village[settlement] ?? -1;
    if (ownVillage !== markedVillage) {
      markedVillage = ownVillage;
      isSeatNear = false;
      for (let i = seats.first[ownVillage] ?? 0; i < (seats.first[ownVillage + 1] ?? 0); i++) {
        const component = componentOfSegment[seats.items[i] ?? -1] ?? -1;
        if (component < 0) continue;
        seatOf[component] = ownVillage;
        isSeatNear = true;
      }
    }
    let state = NO_HARDENED_NEAR;
    for (let i = settlements.first[settlement] ?? 0; i < (settlements.first[settlement + 1] ?? 0); i++) {
      const component = componentOfSegment[settlements.items[i] ?? -1] ?? -1;
      if (component < 0) continue;
      if (state === NO_HARDENED_NEAR) state = isSeatNear ? NOT_JOINED_TO_SEAT : SEAT_NOT_JOINED;
      if (ownVillage < 0 || seatOf[component] !== ownVillage) continue;
      state = hasMainRoad[component] === 1 ? JOINED : NOT_JOINED_TO_MAIN;
      if (state === JOINED) break;
    }
    states[settlement] = state;
  }
  return states;
}

function decideExclusions({ settlements }: County, definition: JoinDefinition): Uint8Array {
  const exclusions = new Uint8Array(settlements.length);
  settlements.forEach((settlement, i) => {
    exclusions[i] = decideExclusion(settlement, definition);
  });
  return exclusions;
}

/** Why a settlement does not count under a definition; `joined` = it counts. */
function decideExclusion(settlement: SettlementRow, definition: JoinDefinition): number {
  if (settlement.roadDuty !== 'required') return JOIN_STATES.indexOf(settlement.roadDuty);
  if (settlement.kind === 'relocation_site') return JOINED;
  const { registeredHouseholds: households, registeredPeople: people } = settlement;
  const { minimumHouseholds, minimumPeople } = definition;
  if (households !== null && households >= minimumHouseholds) return JOINED;
  if (minimumPeople !== null && people !== null && people >= minimumPeople) return JOINED;
  // either suffices: one that is not known might
  const isKnown = households !== null && (minimumPeople === null || people !== null);
  return JOIN_STATES.indexOf(isKnown ? 'too_small' : 'size_unknown');
}

const keptVillages = new WeakMap<County, Int32Array>();

/** Index into `County.areas` of each settlement's village; -1 = there is no such area. */
export function findVillages(county: County): Int32Array {
  const kept = keptVillages.get(county);
  if (kept) return kept;
  const indexes = new Map(county.areas.map(({ code }, index) => [code, index]));
  const villages = Int32Array.from(county.settlements, ({ villageCode }) => indexes.get(villageCode) ?? -1);
  keptVillages.set(county, villages);
  return villages;
}
