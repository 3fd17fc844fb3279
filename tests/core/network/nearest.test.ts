import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureMatrix } from '#core/network/measure-matrix.ts';
import { findNearest } from '#core/network/nearest.ts';
import { TRAVEL_METRICS, TRAVEL_MODES } from '#core/network/travel.ts';
import { createUnevenGround, drawPlaces, drawRoads } from '#tests/support/random-roads.ts';
import { at, createRoadWorld } from '#tests/support/road-world.ts';

describe('findNearest', () => {
  it('is the least of the matrix, at a place that costs as much, on random roads', () => {
    const question = fc.record({
      roads: drawRoads,
      from: drawPlaces,
      to: drawPlaces,
      mode: fc.constantFrom(...TRAVEL_MODES),
      metric: fc.constantFrom(...TRAVEL_METRICS),
    });
    fc.assert(
      fc.property(question, ({ roads, from, to, mode, metric }) => {
        const { network } = createRoadWorld(roads, { dem: createUnevenGround() });
        const asked = { from: from.map(network.snap), to: to.map(network.snap), mode, metric };
        const matrix = measureMatrix(network, asked);
        const nearest = findNearest(network, asked);
        from.forEach((_, i) => {
          const row = matrix.subarray(i * to.length, (i + 1) * to.length);
          const least = Math.min(...row);
          if (least === Infinity) {
            expect([nearest.cost[i], nearest.place[i]]).toEqual([Infinity, -1]);
            return;
          }
          expect(Math.abs((nearest.cost[i] ?? Number.NaN) - least)).toBeLessThan(1e-6);
          expect(Math.abs((row[nearest.place[i] ?? -1] ?? Number.NaN) - least)).toBeLessThan(1e-6);
        });
      }),
      { seed: 20_261_122, numRuns: 150 },
    );
  });

  it('goes to the place, not from it: a one-way road decides which', () => {
    // the road runs east only: from its middle the eastern place can be reached, the nearer western one cannot
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
        oneWay: true,
      },
    ]);
    const from = [network.snap(at(400, 0))];
    const to = [network.snap(at(300, 0)), network.snap(at(900, 0))];
    const nearest = findNearest(network, { from, to, mode: 'drive', metric: 'meters' });
    expect(nearest.place[0]).toBe(1);
    expect(nearest.cost[0]).toBeCloseTo(500, 1);
    expect(findNearest(network, { from, to, mode: 'walk', metric: 'meters' }).place[0]).toBe(0);
  });

  it('finds nothing beyond the limit, walked stretches counted', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
    ]);
    const question = {
      from: [network.snap(at(0, 50))],
      to: [network.snap(at(900, 0))],
      mode: 'walk',
      metric: 'meters',
    } as const;
    expect(findNearest(network, { ...question, limit: 940 }).place[0]).toBe(-1);
    expect(findNearest(network, { ...question, limit: 960 }).cost[0]).toBeCloseTo(950, 1);
  });

  it('finds nothing where there are no places, and nothing without a road', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
    ]);
    const from = [network.snap(at(0, 0)), null];
    const none = { cost: Float64Array.of(Infinity, Infinity), place: Int32Array.of(-1, -1) };
    expect(findNearest(network, { from, to: [], mode: 'walk', metric: 'meters' })).toEqual(none);
    expect(findNearest(network, { from, to: [null], mode: 'walk', metric: 'meters' })).toEqual(none);
  });
});
