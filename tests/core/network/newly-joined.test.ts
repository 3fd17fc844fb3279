import { describe, expect, it } from 'vitest';
import { joinPlaces } from '#core/network/join-places.ts';
import { listNewlyJoined } from '#core/network/newly-joined.ts';
import { createJoinedWorld, describeJoined, type SurfacedRoad } from '#tests/support/joined-world.ts';

const gravel = (...points: SurfacedRoad['points']): SurfacedRoad => ({ points, surface: 'gravel' });

/** A trunk road, a gravel road of two segments with a settlement at the end of each, and a road closed long ago. */
const createWorld = () =>
  createJoinedWorld({
    roads: [
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
        surface: 'cement_concrete',
        roadClass: 'S',
      },
      gravel([0, 0], [0, 1000]),
      gravel([0, 1000], [0, 2000]),
      { ...gravel([1000, 0], [1000, 2000]), events: [{ kind: 'closed', on: '2016-01-01' }] },
    ],
    seats: [[0, 0]],
    settlements: [{ place: [0, 1000] }, { place: [0, 2000] }, { place: [0, 2000], roadDuty: 'to_be_moved' }],
  });

const ask = (segments: readonly number[]) => {
  const { network, definition } = createWorld();
  return [...listNewlyJoined(network, definition, segments).settlements];
};

describe('listNewlyJoined', () => {
  it('joins only over continuous paths: the second segment alone joins nobody', () => {
    expect(ask([1])).toEqual([0]);
    expect(ask([2])).toEqual([]);
    expect(ask([2, 1])).toEqual([0, 1]);
  });

  it('changes nothing by segments that are hardened, are not there, or are none', () => {
    expect(ask([0])).toEqual([]);
    expect(ask([3])).toEqual([]);
    expect(ask([])).toEqual([]);
    expect(ask([1, 1, 0])).toEqual([0]);
  });

  it('leaves settlements that do not count where they are, and tells that their road is there', () => {
    const { network, definition, county } = createWorld();
    const { before, after } = listNewlyJoined(network, definition, [1, 2]);
    expect(before).toBe(joinPlaces(network, definition));
    expect(describeJoined(county, after).states).toEqual(['joined', 'joined', 'to_be_moved']);
    expect([...after.pathState]).toEqual([0, 0, 0]);
    expect(after.isAsked(2)).toBe(false);
  });

  it('joins the seat of a village with a main road of its own', () => {
    const { network, definition, county } = createJoinedWorld({
      roads: [{ ...gravel([0, 0], [1000, 0]), roadClass: 'Y' }],
      seats: [[0, 0]],
      settlements: [{ place: [1000, 0] }],
    });
    const { after, settlements } = listNewlyJoined(network, definition, [0]);
    expect(describeJoined(county, after).seatsJoined).toEqual([true]);
    expect([...settlements]).toEqual([0]);
  });
});
