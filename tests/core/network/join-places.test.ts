import { describe, expect, it } from 'vitest';
import { createCountyState } from '#core/county/county-state.ts';
import type { PlanRow } from '#core/county/plan.ts';
import { findGap } from '#core/network/find-gap.ts';
import { createDefinition } from '#core/network/join-definition.ts';
import { joinPlaces } from '#core/network/join-places.ts';
import { getNetwork } from '#core/network/network.ts';
import { applyPlanToRoads, createRoadState } from '#core/network/road-state.ts';
import {
  createJoinedWorld,
  describeJoined,
  type SurfacedRoad,
  type WorldParts,
  type WorldSettlement,
} from '#tests/support/joined-world.ts';

const paved = (...points: SurfacedRoad['points']): SurfacedRoad => ({ points, surface: 'cement_concrete' });
/** The seat stands at (0, 0) on a national road of 2 km to the east. */
const TRUNK: SurfacedRoad = { ...paved([0, 0], [1000, 0], [2000, 0]), roadClass: 'G' };

const createWorld = (parts: Partial<WorldParts> = {}, asOf?: string) =>
  createJoinedWorld({ roads: [TRUNK], seats: [[0, 0]], settlements: [{ place: [1000, 100] }], ...parts }, asOf);

const statesOf = (parts: Partial<WorldParts>, asOf?: string) => createWorld(parts, asOf).states;
/** State of one settlement beside the trunk road, so that only its size and duty decide. */
const stateOf = (settlement: Omit<WorldSettlement, 'place'>) =>
  statesOf({ settlements: [{ place: [1000, 0], ...settlement }] })[0];

describe('joinPlaces', () => {
  it('joins a settlement near a hardened main road that passes its seat', () => {
    const { states, seatsJoined } = createWorld();
    expect(states).toEqual(['joined']);
    expect(seatsJoined).toEqual([true]);
  });

  it('reaches 200 m from the road and not more', () => {
    expect(statesOf({ settlements: [{ place: [1000, 199.9] }, { place: [1000, 200.1] }] })).toEqual([
      'joined',
      'no_hardened_near',
    ]);
  });

  it('tells what is missing: road, seat, way to the seat, way to a main road', () => {
    const group = paved([0, 0], [0, 1000]);
    const far = paved([5000, 0], [5000, 1000]);
    const settlements = [{ place: [1000, 500] }, { place: [0, 1000] }, { place: [5000, 500] }] as const;
    expect(statesOf({ roads: [group, far], settlements })).toEqual([
      'no_hardened_near',
      'not_joined_to_main',
      'not_joined_to_seat',
    ]);
    expect(statesOf({ roads: [group, far], settlements, seats: [[9000, 0]] })).toEqual([
      'no_hardened_near',
      'seat_not_joined',
      'seat_not_joined',
    ]);
  });

  it('asks one component for both: a seat by one road and a main road by another do not do', () => {
    const toSeat = paved([0, 0], [0, 1000], [1000, 1000]);
    const main = { ...paved([1000, 1100], [3000, 1100]), roadClass: 'Y' as const };
    const settlements = [{ place: [1000, 1050] }] as const;
    expect(statesOf({ roads: [toSeat, main], settlements })).toEqual(['not_joined_to_main']);
  });

  it('uses the roads of the whole county: a way through another village joins', () => {
    const detour = [paved([0, 0], [0, 3000]), paved([0, 3000], [1500, 3000]), paved([1500, 3000], [1500, 1000])];
    const seats = [
      [0, 0],
      [0, 3000],
    ] as const;
    expect(statesOf({ roads: [TRUNK, ...detour], seats, settlements: [{ place: [1500, 1000] }] })).toEqual(['joined']);
  });

  it('settlement on an island component: hardened, and joined to nothing', () => {
    const island = { ...paved([5000, 5000], [6000, 5000]), roadClass: 'X' as const };
    const { states, network, joined } = createWorld({
      roads: [TRUNK, island],
      settlements: [{ place: [5500, 5000] }],
    });
    expect(states).toEqual(['not_joined_to_seat']);
    expect(findGap(network, joined, 0).reason).toBe('other_component');
  });

  it('segment of zero length: neither joins nor parts anything', () => {
    const point: SurfacedRoad = {
      points: [
        [1000, 0],
        [1000, 0],
      ],
      surface: 'gravel',
    };
    const branch = paved([1000, 0], [1000, 1000]);
    const { states, network, joined } = createWorld({
      roads: [TRUNK, point, branch],
      settlements: [{ place: [1000, 50] }, { place: [1000, 1000] }],
    });
    expect(states).toEqual(['joined', 'joined']);
    expect(findGap(network, joined, 0).segments).toEqual([]);
  });

  it('segment along the boundary of two villages: joins the settlements of both', () => {
    const boundary = paved([0, 0], [0, 3000]);
    const seats = [
      [-100, 0],
      [100, 0],
    ] as const;
    const settlements = [{ place: [-100, 2000] }, { place: [100, 2000], village: 1 }] as const;
    expect(statesOf({ roads: [TRUNK, boundary], seats, settlements })).toEqual(['joined', 'joined']);
  });

  it('two roads crossing without a junction: a bridge joins nothing', () => {
    const settlements = [{ place: [500, 2000] }] as const;
    const over = paved([500, -1000], [500, 2000]);
    expect(statesOf({ roads: [TRUNK, over], settlements })).toEqual(['not_joined_to_seat']);
    const level = paved([1000, -1000], [1000, 0], [1000, 2000]);
    expect(statesOf({ roads: [TRUNK, level], settlements: [{ place: [1000, 2000] }] })).toEqual(['joined']);
  });

  it('duplicate segments: one hardened line suffices, and a gap asks for one of them', () => {
    const settlements = [{ place: [0, 1500] }] as const;
    const gravel: SurfacedRoad = {
      points: [
        [0, 0],
        [0, 1500],
      ],
      surface: 'gravel',
    };
    const hardened = paved([0, 0], [0, 1500]);
    expect(statesOf({ roads: [TRUNK, gravel, hardened], settlements })).toEqual(['joined']);
    const { network, joined } = createWorld({ roads: [TRUNK, gravel, gravel], settlements });
    expect(findGap(network, joined, 0).segments).toEqual([1]);
  });

  it('loops: a road that ends where it began joins what stands beside it', () => {
    const loop = paved([2000, 0], [3000, 0], [3000, 1000], [2000, 1000], [2000, 0]);
    expect(statesOf({ roads: [TRUNK, loop], settlements: [{ place: [3000, 1000] }] })).toEqual(['joined']);
  });

  it('empty village: its seat is judged without any settlement', () => {
    const { states, seatsJoined } = createWorld({
      seats: [
        [0, 0],
        [2000, 0],
        [9000, 9000],
      ],
      settlements: [],
    });
    expect(states).toEqual([]);
    expect(seatsJoined).toEqual([true, true, false]);
  });

  it('village without roads: nothing there is joined', () => {
    const { states, seatsJoined } = createWorld({ seats: [[8000, 8000]], settlements: [{ place: [8000, 8100] }] });
    expect(states).toEqual(['no_hardened_near']);
    expect(seatsJoined).toEqual([false]);
  });

  it('county without roads: nothing is joined and no gap can be closed', () => {
    const { states, network, joined } = createWorld({ roads: [] });
    expect(states).toEqual(['no_hardened_near']);
    expect(findGap(network, joined, 0)).toMatchObject({ reason: 'no_road', lengthMeters: null, costYuan: null });
  });

  it('as of before any event and in the future: a road counts from the day on which it opened', () => {
    const opened = [
      { kind: 'opened', on: '2020-05-01' },
      { kind: 'surface', on: '2020-05-01', value: 'cement_concrete' },
    ] as const;
    const roads = [{ ...TRUNK, events: opened }];
    expect(statesOf({ roads }, '2020-04-30')).toEqual(['no_hardened_near']);
    expect(statesOf({ roads }, '2020-05-01')).toEqual(['joined']);
    expect(statesOf({ roads }, '2035-01-01')).toEqual(['joined']);
  });

  it('asphalt worn back to gravel: joins no more', () => {
    const events = [
      { kind: 'surface', on: '2015-01-01', value: 'bituminous_surface' },
      { kind: 'surface', on: '2024-06-01', value: 'worn_asphalt' },
    ] as const;
    const roads = [{ ...TRUNK, events }];
    expect(statesOf({ roads }, '2024-05-31')).toEqual(['joined']);
    expect(statesOf({ roads }, '2024-06-01')).toEqual(['no_hardened_near']);
  });

  it('closed road: is not there any more, for the gap either', () => {
    const surface = { kind: 'surface', on: '2015-01-01', value: 'cement_concrete' } as const;
    const roads = [
      TRUNK,
      { ...paved([0, 0], [0, 1500]), events: [surface, { kind: 'closed', on: '2025-01-01' } as const] },
    ];
    const settlements = [{ place: [0, 1500] }] as const;
    expect(statesOf({ roads, settlements }, '2024-12-31')).toEqual(['joined']);
    const { states, network, joined } = createWorld({ roads, settlements }, '2025-01-01');
    expect(states).toEqual(['no_hardened_near']);
    expect(findGap(network, joined, 0)).toMatchObject({ segments: [] });
    expect(findGap(network, joined, 0).newRoadMeters).toBeCloseTo(1500, 0);
  });

  it('narrow road: joins under any width and not under a minimum; one of unknown width counts as wide', () => {
    const roads = [TRUNK, { ...paved([0, 0], [0, 1500]), widthMeters: 3 }];
    const settlements = [{ place: [0, 1500] }] as const;
    expect(statesOf({ roads, settlements })).toEqual(['joined']);
    const settings = { joinMinimumWidthMeters: 3.5 };
    const { states, network, joined } = createWorld({ roads, settlements, settings });
    expect(states).toEqual(['no_hardened_near']);
    expect(findGap(network, joined, 0).segments).toEqual([1]);
  });

  it('surfaces: blocks join only where they count as hardened', () => {
    const { county, network } = createWorld({ roads: [{ ...TRUNK, surface: 'stone' }] });
    const statesBy = (surfaces: 'bituminous' | 'blocks') => {
      const definition = createDefinition(county.settings, { size: '30_150', width: 'any', surfaces });
      return describeJoined(county, joinPlaces(network, definition)).states;
    };
    expect(statesBy('bituminous')).toEqual(['no_hardened_near']);
    expect(statesBy('blocks')).toEqual(['joined']);
  });

  it('a plan that hardens the gap joins it', () => {
    const gravel: SurfacedRoad = {
      points: [
        [0, 0],
        [0, 1500],
      ],
      surface: 'gravel',
    };
    const { county, network, joined, definition, states } = createWorld({
      roads: [TRUNK, gravel],
      settlements: [{ place: [0, 1500] }],
    });
    expect(states).toEqual(['no_hardened_near']);
    const segmentCodes = findGap(network, joined, 0).segments.map((segment) => county.segments[segment]?.code ?? '');
    const plan: PlanRow = {
      code: 'plan-1',
      name: '方案一',
      nameEn: 'Plan 1',
      status: 'draft',
      publishedOn: null,
      commands: segmentCodes.map((segmentCode) => ({
        id: segmentCode,
        by: 'local',
        at: '2026-11-22T00:00:00Z',
        kind: 'harden_segment',
        input: { segmentCode, year: 2027 },
      })),
      schedule: [],
    };
    const today = createRoadState(createCountyState(county, county.dataDate));
    const planned = getNetwork(county).at(applyPlanToRoads(county, today, { plan }));
    expect(describeJoined(county, joinPlaces(planned, definition)).states).toEqual(['joined']);
    const given = plan.commands.map(({ kind, input, ...rest }) => ({
      ...rest,
      kind: 'leave_segment' as const,
      input: { segmentCode: 'segmentCode' in input ? input.segmentCode : '' },
    }));
    const takenBack = { ...plan, commands: [...plan.commands, ...given] };
    expect(applyPlanToRoads(county, today, { plan: takenBack }).surface).toEqual(today.surface);
  });

  it('to be moved and not possible: excluded with the reason, whatever their size, road or kind', () => {
    expect(stateOf({ roadDuty: 'to_be_moved' })).toBe('to_be_moved');
    expect(stateOf({ roadDuty: 'not_possible', registeredHouseholds: 3, registeredPeople: 9 })).toBe('not_possible');
    expect(stateOf({ roadDuty: 'to_be_moved', kind: 'relocation_site' })).toBe('to_be_moved');
    const { joined } = createWorld({
      settlements: [{ place: [1000, 0], roadDuty: 'to_be_moved' }, { place: [1000, 0] }],
    });
    expect([joined.isAsked(0), joined.isAsked(1)]).toEqual([false, true]);
    expect([...joined.pathState]).toEqual([0, 0]);
  });

  it('counts a relocation site below the size', () => {
    expect(stateOf({ kind: 'relocation_site', registeredHouseholds: 0, registeredPeople: 0 })).toBe('joined');
  });

  it('counts 30 households, or 29 with 150 people, and not 29 with 149', () => {
    expect(stateOf({ registeredHouseholds: 30, registeredPeople: 100 })).toBe('joined');
    expect(stateOf({ registeredHouseholds: 29, registeredPeople: 150 })).toBe('joined');
    expect(stateOf({ registeredHouseholds: 29, registeredPeople: 149 })).toBe('too_small');
  });

  it('does not take an unknown size for a small one', () => {
    expect(stateOf({ registeredHouseholds: null, registeredPeople: null })).toBe('size_unknown');
    expect(stateOf({ registeredHouseholds: null, registeredPeople: 150 })).toBe('joined');
    expect(stateOf({ registeredHouseholds: 30, registeredPeople: null })).toBe('joined');
    expect(stateOf({ registeredHouseholds: 29, registeredPeople: null })).toBe('size_unknown');
    expect(stateOf({ registeredHouseholds: null, registeredPeople: 149 })).toBe('size_unknown');
  });

  it('counts 20 households under that definition, where people do not decide', () => {
    const { county, network } = createWorld({
      settlements: [
        { place: [1000, 0], registeredHouseholds: 20, registeredPeople: 10 },
        { place: [1000, 0], registeredHouseholds: 19, registeredPeople: 900 },
        { place: [1000, 0], registeredHouseholds: null, registeredPeople: 900 },
      ],
    });
    const definition = createDefinition(county.settings, { size: '20', width: 'any', surfaces: 'bituminous' });
    expect(describeJoined(county, joinPlaces(network, definition)).states).toEqual([
      'joined',
      'too_small',
      'size_unknown',
    ]);
  });

  it('answers the same object for equal definitions of a day', () => {
    const { network, definition, joined } = createWorld();
    expect(joinPlaces(network, { ...definition })).toBe(joined);
    expect(joinPlaces(network, { ...definition, distanceMeters: 100 })).not.toBe(joined);
  });
});
