import { describe, expect, it } from 'vitest';
import { getNetwork } from '#core/network/network.ts';
import { at, createRoadWorld, createStandingState } from '#tests/support/road-world.ts';

const createCrossroads = () =>
  createRoadWorld([
    {
      points: [
        [0, 0],
        [1000, 0],
      ],
      roadClass: 'X',
    },
    {
      points: [
        [1000, 0],
        [2000, 0],
      ],
    },
  ]);

describe('getNetwork', () => {
  it('gives one network a county, with one answer a state', () => {
    const { county } = createCrossroads();
    const state = createStandingState(county);
    expect(getNetwork(county)).toBe(getNetwork(county));
    expect(getNetwork(county).at(state)).toBe(getNetwork(county).at(state));
  });

  it('shares snaps, metres and minutes on foot between states in which the same segments are there', () => {
    const { county, network } = createCrossroads();
    const earth = getNetwork(county).at(createStandingState(county, 'earth'));
    expect(earth.settlementSnaps()).toBe(network.settlementSnaps());
    expect(earth.costs('drive', 'meters')).toBe(network.costs('drive', 'meters'));
    expect(earth.costs('walk', 'minutes')).toBe(network.costs('walk', 'minutes'));
    expect(earth.costs('drive', 'minutes')).not.toBe(network.costs('drive', 'minutes'));
    expect(earth.graph).toBe(network.graph);
  });

  it('drives at the speed of class and surface, and not where a segment is not there', () => {
    const { county, network } = createCrossroads();
    const { linkArc } = network.graph;
    const minutes = (of: typeof network, link: number) => of.costs('drive', 'minutes').forward[linkArc[link] ?? 0];
    // a county road of cement concrete 40 km/h, a village road 20, earth 10, not known as earth
    expect(minutes(network, 0)).toBeCloseTo(1.5, 2);
    expect(minutes(network, 1)).toBeCloseTo(3, 2);
    const standing = createStandingState(county);
    const unknown = getNetwork(county).at({ ...standing, surface: Uint8Array.of(255, 0) });
    expect(minutes(unknown, 0)).toBeCloseTo(6, 2);
    const closed = getNetwork(county).at({ ...standing, exists: Uint8Array.of(0, 1) });
    expect(minutes(closed, 0)).toBe(Infinity);
    expect(closed.costs('walk', 'meters').forward[linkArc[0] ?? 0]).toBe(Infinity);
    expect(closed.snap(at(0, 0))?.link).toBe(1);
  });

  it('answers right after more states than it keeps', () => {
    const { county } = createCrossroads();
    const network = getNetwork(county);
    const standing = createStandingState(county);
    const states = Array.from({ length: 60 }, (_, i) => ({
      ...standing,
      surface: Uint8Array.of(i % 10, Math.floor(i / 10)),
    }));
    const first = states.map((state) => network.at(state).costs('drive', 'minutes').forward.join());
    const again = states.map((state) =>
      network
        .at({ ...state })
        .costs('drive', 'minutes')
        .forward.join(),
    );
    expect(again).toEqual(first);
  });

  it('closes one-way roads against their direction to vehicles alone', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
        oneWay: true,
      },
    ]);
    const along = network.graph.linkArc[0] ?? 0;
    const against = network.graph.arcOpposite[along] ?? 0;
    for (const mode of ['drive', 'tricycle'] as const) {
      const { forward, backward } = network.costs(mode, 'meters');
      expect([forward[along], forward[against]]).toEqual([network.graph.linkMeters[0], Infinity]);
      // what the opposite arc costs
      expect([backward[along], backward[against]]).toEqual([Infinity, network.graph.linkMeters[0]]);
    }
    expect(network.costs('walk', 'meters').forward[against]).toBe(network.graph.linkMeters[0]);
  });
});
