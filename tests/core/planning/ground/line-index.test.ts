import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { distanceToLineMeters } from '#core/geo/point-to-line.ts';
import { createLineIndex } from '#core/planning/ground/line-index.ts';

const position = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
  .map(([x, y]): LonLat => [107 + x / 10_000, 27 + y / 10_000]);

describe('createLineIndex', () => {
  it('finds the nearest line as measuring all of them does', () => {
    const lines = fc.array(fc.array(position, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lines, position, (each, at) => {
        const index = createLineIndex(each);
        const least = Math.min(...each.map((line) => distanceToLineMeters(at, line)));
        expect(index.nearest(at)?.meters).toBeCloseTo(least, 6);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('leaves out lines that are not wanted, and answers nothing without lines', () => {
    const near: LonLat[] = [
      [107, 27],
      [107.001, 27],
    ];
    const far: LonLat[] = [[107.01, 27]];
    const found = createLineIndex([near, far], (line) => line === 1);
    expect(found.lineOfEdge[found.nearest([107, 27])?.edge ?? -1]).toBe(1);
    expect(createLineIndex([]).nearest([107, 27])).toBeNull();
  });
});
