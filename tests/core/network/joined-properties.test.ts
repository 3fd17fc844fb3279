import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SURFACES } from '#core/county/kinds.ts';
import { findGap } from '#core/network/find-gap.ts';
import { findHardenedComponents } from '#core/network/hardened-components.ts';
import { joinPlaces } from '#core/network/join-places.ts';
import { getNetwork } from '#core/network/network.ts';
import { listNewlyJoined } from '#core/network/newly-joined.ts';
import { createJoinedWorld, describeJoined, type JoinedWorld } from '#tests/support/joined-world.ts';
import {
  hardenPlainly,
  isJoinedPlainly,
  isSeatJoinedPlainly,
  leastGapPlainly,
  listComponentsPlainly,
} from '#tests/support/plain-joined.ts';
import { arbitraryWorld } from '#tests/support/random-worlds.ts';

const RUNS = { seed: 20_261_122, numRuns: 100 };
const worlds = arbitraryWorld({ size: 4, mostRoads: 20 });
const smallWorlds = arbitraryWorld({ size: 3, mostRoads: 12 });

/** Which settlements and seats are joined when some roads are hardened besides, by the plain reference. */
function joinPlainly({ county, network, definition }: JoinedWorld, added: readonly number[] = []) {
  const hardened = hardenPlainly(network, definition, added);
  const meters = definition.distanceMeters;
  return {
    settlements: county.settlements.map((_, settlement) => isJoinedPlainly(county, hardened, { settlement, meters })),
    seats: county.areas.map((_, area) => isSeatJoinedPlainly(county, hardened, { area, meters })),
  };
}

describe('findHardenedComponents', () => {
  it('finds the components that a plain search finds', () => {
    fc.assert(
      fc.property(worlds, (parts) => {
        const { county, network, definition } = createJoinedWorld(parts);
        const { componentOfSegment, count, hasMainRoad } = findHardenedComponents(network, definition);
        const plain = listComponentsPlainly(county, hardenPlainly(network, definition));
        const found = Array.from({ length: count }, (_, component) =>
          county.segments.flatMap((_, i) => (componentOfSegment[i] === component ? [i] : [])),
        );
        expect(found).toEqual(plain);
        expect([...hasMainRoad]).toEqual(
          plain.map((roads) => (roads.some((i) => /[GSXY]/.test(county.segments[i]?.roadClass ?? '')) ? 1 : 0)),
        );
      }),
      RUNS,
    );
  });
});

describe('joinPlaces', () => {
  it('joins what the definition joins word for word', () => {
    fc.assert(
      fc.property(worlds, (parts) => {
        const world = createJoinedWorld(parts);
        const plain = joinPlainly(world);
        expect(world.states.map((state) => state === 'joined')).toEqual(plain.settlements);
        expect([...world.joined.villageJoined].map((flag) => flag === 1)).toEqual(plain.seats);
      }),
      RUNS,
    );
  });
});

describe('listNewlyJoined', () => {
  it('joins what a recount from scratch joins', () => {
    fc.assert(
      fc.property(worlds, fc.infiniteStream(fc.nat(19)), fc.nat(6), (parts, choices, count) => {
        const world = createJoinedWorld(parts);
        const { county, network, definition, states } = world;
        const added = [...choices.take(count)].filter((i) => i < county.segments.length);
        const { before, after, settlements } = listNewlyJoined(network, definition, added);
        const plain = joinPlainly(world, added);
        expect(describeJoined(county, before).states).toEqual(states);
        expect([...after.settlementState].map((state) => state === 0)).toEqual(plain.settlements);
        expect([...after.villageJoined].map((flag) => flag === 1)).toEqual(plain.seats);
        expect([...settlements]).toEqual(
          states.flatMap((state, i) => (state !== 'joined' && plain.settlements[i] ? [i] : [])),
        );
      }),
      RUNS,
    );
  });

  it('gives every state as it is once the surfaces have changed', () => {
    fc.assert(
      fc.property(worlds, fc.nat(19), fc.nat(19), (parts, one, other) => {
        const { county, network, definition } = createJoinedWorld({ ...parts, settings: {} });
        const added = [one, other].filter((i) => i < county.segments.length);
        const surface = network.state.surface.slice();
        for (const segment of added) surface[segment] = SURFACES.indexOf('cement_concrete');
        const recounted = joinPlaces(getNetwork(county).at({ ...network.state, surface }), definition);
        const { after } = listNewlyJoined(network, definition, added);
        expect(after.settlementState).toEqual(recounted.settlementState);
        expect(after.pathState).toEqual(recounted.pathState);
        expect(after.villageJoined).toEqual(recounted.villageJoined);
      }),
      RUNS,
    );
  });
});

describe('findGap', () => {
  it('finds the least length that joins, as trying every set does', () => {
    fc.assert(
      fc.property(smallWorlds, (parts) => {
        const { county, network, definition, joined } = createJoinedWorld(parts);
        county.settlements.forEach((_, settlement) => {
          const gap = findGap(network, joined, settlement);
          const least = leastGapPlainly(network, definition, settlement);
          if (gap.reason === null) expect(gap.lengthMeters).toBeCloseTo(least, 6);
          else expect([gap.reason, least]).toEqual(['other_component', Infinity]);
          // segments alone do not join what needs a new road
          if (gap.newRoadMeters !== 0) return;
          const hardened = hardenPlainly(network, definition, gap.segments);
          const isJoined = isJoinedPlainly(county, hardened, { settlement, meters: definition.distanceMeters });
          expect(isJoined).toBe(true);
        });
      }),
      RUNS,
    );
  });
});
