import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInsideContours } from '#core/cartography/sheet/contour-geometry.ts';
import { createInsideTest } from '#core/cartography/sheet/inside-test.ts';

describe('createInsideTest', () => {
  const coordinate = fc.integer({ min: 0, max: 12 });
  const ring = fc
    .array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 40 })
    .map((points) => points.flat());

  it('answers as looking at every edge does', () => {
    fc.assert(
      fc.property(fc.array(ring, { maxLength: 3 }), (rings) => {
        const isInside = createInsideTest(rings);
        for (let x = -0.5; x <= 13; x += 0.75)
          for (let y = -1; y <= 13; y += 0.5) expect(isInside(x, y)).toBe(isInsideContours(x, y, rings));
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('finds nothing inside no ring', () => {
    expect(createInsideTest([])(0, 0)).toBe(false);
  });
});
