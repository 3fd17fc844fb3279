import { describe, expect, it } from 'vitest';
import { findGap, listGaps } from '#core/network/find-gap.ts';
import { listNewlyJoined } from '#core/network/newly-joined.ts';
import { createJoinedWorld, type PlanePlace, type SurfacedRoad, type WorldParts } from '#tests/support/joined-world.ts';

const paved = (...points: SurfacedRoad['points']): SurfacedRoad => ({ points, surface: 'cement_concrete' });
const gravel = (...points: SurfacedRoad['points']): SurfacedRoad => ({ points, surface: 'gravel' });
const TRUNK: SurfacedRoad = { ...paved([0, 0], [3000, 0]), roadClass: 'G' };

/** A world and the gap of its first settlement. */
function createGap(
  parts: Partial<WorldParts> & { readonly roads: readonly SurfacedRoad[]; readonly place: PlanePlace },
) {
  const world = createJoinedWorld({ seats: [[0, 0]], settlements: [{ place: parts.place }], ...parts });
  return { ...world, gap: findGap(world.network, world.joined, 0) };
}

describe('findGap', () => {
  it('asks for nothing where a settlement is joined', () => {
    const { gap } = createGap({ roads: [TRUNK], place: [1000, 0] });
    expect(gap).toEqual({
      segments: [],
      lengthMeters: 0,
      newRoads: [],
      newRoadMeters: 0,
      costYuan: 0,
      estimatedCostYuan: 0,
      reason: null,
    });
  });

  it('takes the shorter of two ways', () => {
    const long = [gravel([0, 0], [0, 3000]), gravel([0, 3000], [2000, 3000])];
    const short = [gravel([2000, 3000], [3000, 3000]), gravel([3000, 3000], [3000, 0])];
    const { gap } = createGap({ roads: [TRUNK, ...long, ...short], place: [2000, 3000] });
    expect(gap.segments).toEqual([3, 4]);
    expect(gap.lengthMeters).toBeCloseTo(4000, -1);
  });

  it('uses hardened roads on the way for nothing', () => {
    const hardened = [paved([0, 1000], [0, 4000])];
    const roads = [
      TRUNK,
      gravel([0, 0], [0, 1000]),
      ...hardened,
      gravel([0, 4000], [0, 4500]),
      gravel([3000, 0], [0, 4500]),
    ];
    const { gap } = createGap({ roads, place: [0, 4500] });
    expect(gap.segments).toEqual([1, 3]);
    expect(gap.lengthMeters).toBeCloseTo(1500, -1);
  });

  it('hardens whole segments: a short piece of a long one costs more than a detour over short ones', () => {
    // the long road passes the settlement 600 m from the trunk road and goes on for 9 km
    const long = gravel([0, 0], [0, 600], [0, 9000]);
    const detour = [gravel([0, 600], [900, 600]), gravel([900, 600], [900, 0])];
    const { gap } = createGap({
      roads: [
        {
          ...TRUNK,
          points: [
            [0, 0],
            [900, 0],
            [3000, 0],
          ],
        },
        long,
        ...detour,
      ],
      place: [0, 600],
    });
    expect(gap.segments).toEqual([2, 3]);
  });

  it('joins settlement, seat and main road where three ways meet', () => {
    // a star: each arm is 1 km, and any two of them do not do
    const arms = [gravel([1000, 1000], [0, 1000]), gravel([1000, 1000], [2000, 1000]), gravel([1000, 1000], [1000, 0])];
    const main: SurfacedRoad = { ...paved([1000, 0], [3000, 0]), roadClass: 'Y' };
    const { gap, network, definition } = createGap({
      roads: [...arms, main],
      place: [0, 1000],
      seats: [[2000, 1000]],
    });
    expect(gap.segments).toEqual([0, 1, 2]);
    expect(gap.lengthMeters).toBeCloseTo(3000, -1);
    expect([...listNewlyJoined(network, definition, gap.segments).settlements]).toEqual([0]);
    expect([...listNewlyJoined(network, definition, gap.segments.slice(1)).settlements]).toEqual([]);
  });

  it('lets ways meet on a segment: three ways that touch one road at three places pay for it once', () => {
    const spine = gravel([0, 0], [1000, 0], [2000, 0]);
    const main: SurfacedRoad = { ...paved([1000, 0], [1000, 3000]), roadClass: 'X' };
    const { gap } = createGap({ roads: [spine, main], place: [0, 0], seats: [[2000, 0]] });
    expect(gap.segments).toEqual([0]);
    expect(gap.lengthMeters).toBeCloseTo(2000, -1);
  });

  it('may harden a town road itself, which is a main road then', () => {
    const town: SurfacedRoad = { ...gravel([0, 0], [0, 400]), roadClass: 'Y' };
    const group = paved([0, 0], [1000, 0]);
    const { gap, states } = createGap({ roads: [group, town], place: [1000, 0] });
    expect(states).toEqual(['not_joined_to_main']);
    expect(gap.segments).toEqual([1]);
  });

  it('counts a hardened road that is too narrow as one to be widened', () => {
    const narrow = { ...paved([0, 0], [0, 1000]), widthMeters: 3 };
    const settings = { joinMinimumWidthMeters: 3.5 };
    const { gap, network, definition } = createGap({ roads: [TRUNK, narrow], place: [0, 1000], settings });
    expect(gap.segments).toEqual([1]);
    expect([...listNewlyJoined(network, definition, [1]).settlements]).toEqual([0]);
  });

  it('adds costs: those of segments, else the price of their class; the second part is told apart', () => {
    const known = { ...gravel([0, 0], [0, 1000]), costYuan: 420_000 };
    const unknown = gravel([0, 1000], [0, 3000]);
    const { gap } = createGap({ roads: [TRUNK, known, unknown], place: [0, 3000] });
    // 2 km of village road at 500,000 yuan a kilometre, to within the flatness of the world
    expect(gap.estimatedCostYuan).toBeCloseTo(1_000_000, -3);
    expect((gap.costYuan ?? 0) - (gap.estimatedCostYuan ?? 0)).toBeCloseTo(420_000, 6);
  });

  it('asks for a new road to the nearest one where none is within the joining distance', () => {
    const { gap, network, definition } = createGap({
      roads: [TRUNK, gravel([0, 0], [0, 2000])],
      place: [700, 1500],
    });
    expect(gap.segments).toEqual([1]);
    expect(gap.newRoadMeters).toBeCloseTo(700, 0);
    expect(gap.lengthMeters).toBeCloseTo(2000, -1);
    // 700 m at 900,000 yuan a kilometre, 2 km at 500,000
    expect(gap.costYuan).toBeCloseTo(1_630_000, -3);
    // the segments alone do not join it
    expect([...listNewlyJoined(network, definition, gap.segments).settlements]).toEqual([]);
  });

  it('needs no more than the new road where the nearest road is hardened, at a junction of several too', () => {
    const roads = [
      gravel([0, 0], [-2000, 0]),
      {
        ...TRUNK,
        points: [
          [0, 0],
          [0, 3000],
        ] as const,
      },
    ];
    const { gap } = createGap({ roads, place: [0, -500], seats: [[0, 3000]] });
    expect(gap.segments).toEqual([]);
    expect(gap.newRoadMeters).toBeCloseTo(500, 0);
  });

  it('meets both of two roads on one line with a new road: the hardened one will do', () => {
    const roads = [gravel([0, 0], [3000, 0]), TRUNK];
    const { gap } = createGap({ roads, place: [1500, 700] });
    expect(gap.segments).toEqual([]);
    expect(gap.newRoadMeters).toBeCloseTo(700, 0);
  });

  it('adds a new road to the seat, and counts one that passes both once', () => {
    const apart = createGap({ roads: [TRUNK], place: [1000, 500], seats: [[2500, 800]] });
    expect(apart.gap.newRoadMeters).toBeCloseTo(1300, 0);
    expect(apart.gap.newRoads.map(({ origin }) => origin)).toEqual(['settlement', 'seat']);
    const together = createGap({ roads: [TRUNK], place: [1000, 900], seats: [[1100, 500]] });
    expect(together.gap.newRoadMeters).toBeCloseTo(900, 0);
    const other = createGap({ roads: [TRUNK], place: [1100, 500], seats: [[1000, 900]] });
    expect(other.gap.newRoadMeters).toBeCloseTo(900, 0);
    expect(other.gap.newRoads.map(({ origin }) => origin)).toEqual(['seat']);
  });

  it('gives a reason where no existing road leads to the seat, or to a main road', () => {
    const island = gravel([8000, 8000], [9000, 8000]);
    expect(createGap({ roads: [TRUNK, island], place: [8500, 8000] }).gap).toEqual({
      segments: [],
      lengthMeters: null,
      newRoads: [],
      newRoadMeters: null,
      costYuan: null,
      estimatedCostYuan: null,
      reason: 'other_component',
    });
    const group = gravel([0, 0], [0, 1000]);
    expect(createGap({ roads: [group], place: [0, 1000] }).gap.reason).toBe('other_component');
    expect(createGap({ roads: [], place: [0, 1000] }).gap.reason).toBe('no_road');
  });
});

describe('listGaps', () => {
  it('answers the gaps of the settlements asked, in their order, each computed once', () => {
    const { network, joined } = createJoinedWorld({
      roads: [TRUNK, gravel([0, 0], [0, 1000]), gravel([0, 1000], [0, 2000])],
      seats: [[0, 0]],
      settlements: [{ place: [0, 1000] }, { place: [0, 2000] }],
    });
    const gaps = listGaps(network, joined, [1, 0]);
    expect(gaps.map(({ segments }) => segments)).toEqual([[1, 2], [1]]);
    expect(findGap(network, joined, 1)).toBe(gaps[0]);
  });
});
