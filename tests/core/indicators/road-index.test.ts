import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { distanceToLineMeters } from '#core/geo/point-to-line.ts';
import { createRoadIndex } from '#core/indicators/road-index.ts';

const position = fc.tuple(
  fc.double({ min: 107, max: 108, noNaN: true }),
  fc.double({ min: 26.5, max: 27.5, noNaN: true }),
);
const lines = fc.array(fc.array(position, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 30 });

const toSegments = (coordinates: readonly (readonly LonLat[])[]) =>
  coordinates.map((line) => ({ line: { type: 'LineString', coordinates: line } as const }));

describe('createRoadIndex', () => {
  it('finds the same distance as looking at every line', () => {
    fc.assert(
      fc.property(lines, position, fc.infiniteStream(fc.boolean()), (coordinates, from, flags) => {
        const wanted = Uint8Array.from(coordinates, () => (flags.next().value ? 1 : 0));
        const distances = coordinates.filter((_, i) => wanted[i] === 1).map((line) => distanceToLineMeters(from, line));
        const found = createRoadIndex(toSegments(coordinates)).nearestMeters(from, wanted);
        if (distances.length === 0) expect(found).toBe(Infinity);
        else expect(found).toBeCloseTo(Math.min(...distances), 4);
      }),
      { numRuns: 200 },
    );
  });

  it('answers Infinity where there is no road at all', () => {
    expect(createRoadIndex([]).nearestMeters([107, 27], new Uint8Array())).toBe(Infinity);
    expect(createRoadIndex(toSegments([[[107, 27]]])).nearestMeters([107, 27], Uint8Array.of(1))).toBe(Infinity);
  });

  it('measures one kilometre as one kilometre', () => {
    // 0.009 degrees of latitude at 27 N are 997.2 m on the ellipsoid (Snyder 1987, p. 24: 110.8 km a degree)
    const index = createRoadIndex(
      toSegments([
        [
          [107, 27],
          [107.1, 27],
        ],
      ]),
    );
    expect(index.nearestMeters([107.05, 27.009], Uint8Array.of(1))).toBeCloseTo(997.2, 0);
  });
});
