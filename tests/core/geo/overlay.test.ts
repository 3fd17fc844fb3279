import { describe, expect, it } from 'vitest';
import { positionsOf } from '#core/geo/bbox.ts';
import { geodesicAreaSquareMeters as areaOf } from '#core/geo/geodesic-area.ts';
import type { AreaGeometry } from '#core/geo/geometry.ts';
import { differenceOf, intersectionOf } from '#core/geo/overlay.ts';
import { createBox } from '#tests/support/tiny/areas.ts';

describe('differenceOf', () => {
  const whole = createBox(107, 27, 107.02, 27.02);

  it('is what the second surface leaves of the first', () => {
    const left = differenceOf(whole, createBox(107.01, 26.9, 107.1, 27.1));
    const lons = new Set((left === null ? [] : positionsOf(left)).map(([lon]) => lon));
    expect([...lons].toSorted((a, b) => a - b)).toEqual([107, 107.01]);
    expect(differenceOf(whole, createBox(106, 26, 108, 28))).toBeNull();
    expect(areaOf(differenceOf(whole, createBox(108, 28, 109, 29)) ?? whole)).toBeCloseTo(areaOf(whole), 3);
  });

  it('makes holes and keeps what stands in holes, so that the parts add up', () => {
    const ring: AreaGeometry = {
      type: 'Polygon',
      coordinates: [
        ...createBox(107.005, 27.005, 107.015, 27.015).coordinates,
        ...createBox(107.008, 27.008, 107.012, 27.012).coordinates,
      ],
    };
    const [rest, common] = [differenceOf(whole, ring), intersectionOf(whole, ring)];
    // a frame with a hole, and what stood in the hole
    expect(rest?.type === 'MultiPolygon' && rest.coordinates.map((rings) => rings.length).toSorted()).toEqual([1, 2]);
    expect(areaOf(rest ?? whole) + areaOf(common ?? whole)).toBeCloseTo(areaOf(whole), 2);
  });
});
