import { describe, expect, it } from 'vitest';
import { findNearestHardened } from '#core/network/nearest-hardened.ts';
import { at, createRoadWorld } from '#tests/support/road-world.ts';

describe('findNearestHardened', () => {
  it('goes along roads to the nearest end of a hardened one, walked stretch included', () => {
    // earth 0 - 1000, hardened 1000 - 2000, and an island
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
      {
        points: [
          [1000, 0],
          [2000, 0],
        ],
      },
      {
        points: [
          [0, 900],
          [1000, 900],
        ],
      },
    ]);
    const from = [at(400, 30), at(1500, 20), at(500, 900)].map(network.snap);
    const hardened = Uint8Array.of(0, 1, 0);
    const meters = findNearestHardened(network, { from: [...from, null], mode: 'drive', metric: 'meters', hardened });
    expect(meters[0]).toBeCloseTo(630, 0);
    expect(meters[1]).toBeCloseTo(20, 1);
    expect([meters[2], meters[3]]).toEqual([Infinity, Infinity]);
  });

  it('minds the direction of a one-way road', () => {
    // the earth road runs away from the hardened one
    const { network } = createRoadWorld([
      {
        points: [
          [1000, 0],
          [0, 0],
        ],
        oneWay: true,
      },
      {
        points: [
          [1000, 0],
          [2000, 0],
        ],
      },
    ]);
    const question = { from: [network.snap(at(400, 0))], metric: 'meters', hardened: Uint8Array.of(0, 1) } as const;
    expect(findNearestHardened(network, { ...question, mode: 'drive' })[0]).toBe(Infinity);
    expect(findNearestHardened(network, { ...question, mode: 'walk' })[0]).toBeCloseTo(600, 1);
  });

  it('finds nothing where nothing is hardened', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
    ]);
    const from = [network.snap(at(400, 0))];
    const hardened = Uint8Array.of(0);
    expect(findNearestHardened(network, { from, mode: 'walk', metric: 'minutes', hardened })[0]).toBe(Infinity);
  });
});
