import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderNodes } from '#core/network/order-nodes.ts';

describe('orderNodes', () => {
  it('goes through the four quarters of a square in a turn, without a jump', () => {
    // south-west, north-west, north-east, south-east: the first level of the curve
    const nodeLon = Float64Array.of(107, 108, 107, 108);
    const nodeLat = Float64Array.of(27, 27, 28, 28);
    expect([...orderNodes({ nodeLon, nodeLat })]).toEqual([0, 3, 1, 2]);
  });

  it('keeps the order along a road from west to east, and of nodes in one place', () => {
    const nodeLon = Float64Array.of(107, 107.1, 107.2, 107.2, 107.3);
    expect([...orderNodes({ nodeLon, nodeLat: new Float64Array(5).fill(27) })]).toEqual([0, 1, 2, 3, 4]);
  });

  it('puts nodes without a position last', () => {
    const nodeLon = Float64Array.of(Number.NaN, 107.1, 107);
    expect([...orderNodes({ nodeLon, nodeLat: Float64Array.of(Number.NaN, 27, 27) })]).toEqual([2, 1, 0]);
  });

  it('gives every number once', () => {
    const coordinate = fc.double({ min: -180, max: 180, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 }), (positions) => {
        const nodeLon = Float64Array.from(positions, ([lon]) => lon);
        const nodeLat = Float64Array.from(positions, ([, lat]) => lat);
        const numbers = [...orderNodes({ nodeLon, nodeLat })].sort((a, b) => a - b);
        expect(numbers).toEqual(positions.map((_, i) => i));
      }),
      { seed: 20_261_122, numRuns: 200 },
    );
  });
});
