import { buildCounty } from '#core/county/build-county.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/county/campaign.ts';
import type { County } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { createCountyState } from '#core/county/county-state.ts';
import type { Surface } from '#core/county/kinds.ts';
import type { AreaRow, SegmentRow, SettlementRow } from '#core/county/things.ts';
import { createOwnDefinition, type JoinDefinition } from '#core/network/join-definition.ts';
import { JOIN_STATES, type JoinedPlaces, type JoinState, joinPlaces } from '#core/network/join-places.ts';
import { getNetwork, type NetworkAt } from '#core/network/network.ts';
import { createRoadState } from '#core/network/road-state.ts';
import { at, createPlainSegment } from './road-world.ts';
import { createBox } from './tiny/areas.ts';
import { createTinyCountyRows } from './tiny-county.ts';

/** A place in metres east and north of the corner of the world. */
export type PlanePlace = readonly [eastMeters: number, northMeters: number];

/** A road with the surface it has had always; `events` tells another history. */
export interface SurfacedRoad extends Partial<Omit<SegmentRow, 'line'>> {
  readonly points: readonly PlanePlace[];
  readonly surface?: Surface;
}

/** A settlement of one of the world's villages; 40 households and 160 people unless it says otherwise. */
export interface WorldSettlement extends Partial<Omit<SettlementRow, 'position'>> {
  readonly place: PlanePlace;
  /** Index into the seats; the first village by default. */
  readonly village?: number;
}

/** What a world is made of. */
export interface WorldParts {
  readonly roads: readonly SurfacedRoad[];
  readonly settlements: readonly WorldSettlement[];
  /** One village a seat. */
  readonly seats: readonly PlanePlace[];
  readonly settings?: Partial<Settings>;
  readonly rows?: Partial<CountyRows>;
}

/** A county of roads and settlements, asked at its data date under its own definition. */
export interface JoinedWorld {
  readonly county: County;
  readonly network: NetworkAt;
  readonly definition: JoinDefinition;
  readonly joined: JoinedPlaces;
  /** State of each settlement, in words. */
  readonly states: readonly JoinState[];
  /** Whether the seat of each village is joined. */
  readonly seatsJoined: readonly boolean[];
}

const TOWN = '529902101';
const villageCode = (village: number): string => `${TOWN}${201 + village}`;

/** A world at the county's data date, or at another day. Road `i` is segment `i`, settlement `i` is settlement `i` where villages ascend. */
export function createJoinedWorld(parts: WorldParts, asOf?: string): JoinedWorld {
  const county = createWorldCounty(parts);
  const network = getNetwork(county).at(createRoadState(createCountyState(county, asOf ?? county.dataDate)));
  const definition = createOwnDefinition(county.settings);
  const joined = joinPlaces(network, definition);
  return { county, network, definition, joined, ...describeJoined(county, joined) };
}

/** States of settlements in words, and which villages are joined. */
export const describeJoined = (county: County, { settlementState, villageJoined }: JoinedPlaces) => ({
  states: [...settlementState].map((state) => JOIN_STATES[state] ?? 'joined'),
  seatsJoined: county.areas.flatMap(({ level }, i) => (level === 'village' ? [villageJoined[i] === 1] : [])),
});

/** The county of a world: nothing in it but areas, settlements and roads. */
export function createWorldCounty({ roads, settlements, seats, settings = {}, rows = {} }: WorldParts): County {
  const empty = { households: [], sites: [], homesteads: [], hazards: [], parks: [], services: [], constraints: [] };
  const noWorks = { projects: [], tasks: [], items: [], responsibilities: [], ledgerRows: [], plans: [], rivers: [] };
  return buildCounty(
    createTinyCountyRows({
      ...empty,
      ...noWorks,
      dem: null,
      settings: { ...DEFAULT_SETTINGS, ...settings },
      areas: createWorldAreas(seats),
      segments: roads.map(createWorldSegment),
      settlements: settlements.map(createWorldSettlement),
      ...rows,
    }),
    1,
  );
}

function createWorldAreas(seats: readonly PlanePlace[]): readonly AreaRow[] {
  const rows = createTinyCountyRows().areas.filter(({ level, code }) => level === 'county' || code === TOWN);
  const villages = seats.map(([east, north], i): AreaRow => {
    const seat = at(east, north);
    const shared = { priority: false, plannedExitYear: null, roadDuty: 'required', leadingProduct: null } as const;
    const boundary = createBox(seat[0] - 0.001, seat[1] - 0.001, seat[0] + 0.001, seat[1] + 0.001);
    const names = { name: `村${i}`, nameEn: `Village ${i}`, code: villageCode(i), parentCode: TOWN };
    return { ...shared, ...names, level: 'village', boundary, seat, events: [] };
  });
  return [...rows, ...villages];
}

function createWorldSegment({ points, surface, ...row }: SurfacedRoad, index: number): SegmentRow {
  const line = points.map(([east, north]) => at(east, north));
  const events: SegmentRow['events'] = surface ? [{ kind: 'surface', on: '2015-01-01', value: surface }] : [];
  return createPlainSegment(`road-${String(index + 1).padStart(3, '0')}`, line, { events, ...row });
}

function createWorldSettlement({ place, village = 0, ...row }: WorldSettlement, index: number): SettlementRow {
  return {
    code: `${villageCode(village)}${String(index + 1).padStart(3, '0')}`,
    name: `组${index}`,
    nameEn: `Group ${index}`,
    villageCode: villageCode(village),
    kind: 'natural_village',
    position: at(...place),
    elevationMeters: null,
    registeredHouseholds: 40,
    registeredPeople: 160,
    residentHouseholds: 40,
    residentPeople: 160,
    roadDuty: 'required',
    siteCode: null,
    ...row,
  };
}
