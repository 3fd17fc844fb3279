import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureMatrix, measureMatrixByRows } from '#core/network/measure-matrix.ts';
import { TRAVEL_METRICS, TRAVEL_MODES } from '#core/network/travel.ts';
import { createUnevenGround, drawPlaces, drawRoads, measurePlainly } from '#tests/support/random-roads.ts';
import { at, createRoadWorld } from '#tests/support/road-world.ts';

describe('measureMatrix', () => {
  it('is what trying all ways finds, for every mode and metric, on random roads', () => {
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
        const plain = measurePlainly(network, asked);
        const measured = measureMatrix(network, asked);
        expect(measured).toHaveLength(from.length * to.length);
        measured.forEach((cost, cell) => {
          const expected = plain[cell] ?? Number.NaN;
          if (expected === Infinity) expect(cost).toBe(Infinity);
          else expect(Math.abs(cost - expected)).toBeLessThan(1e-6);
        });
      }),
      { seed: 20_261_122, numRuns: 150 },
    );
  });

  it('gives Infinity for places without a road', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
    ]);
    const from = [null, network.snap(at(0, 0))];
    const matrix = measureMatrix(network, { from, to: [null], mode: 'walk', metric: 'meters' });
    expect([...matrix]).toEqual([Infinity, Infinity]);
  });
});

describe('measureMatrixByRows', () => {
  it('tells after each search of the smaller side what share is done', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
    ]);
    const places = [0, 250, 500, 1000].map((east) => network.snap(at(east, 0)));
    const asked = { from: places, to: places.slice(0, 2), mode: 'walk', metric: 'meters' } as const;
    const steps = measureMatrixByRows(network, asked);
    expect([steps.next(), steps.next()]).toEqual([
      { done: false, value: 0.5 },
      { done: false, value: 1 },
    ]);
    const last = steps.next();
    expect(last.done).toBe(true);
    expect(last.value).toEqual(measureMatrix(network, asked));
  });
});
