import { describe, expect, it } from 'vitest';
import {
  boundsOfContours,
  clipPolyline,
  clipRing,
  isInsideContours,
  rectTouchesContours,
  ringArea,
} from '#core/cartography/sheet/contour-geometry.ts';

const BOX = { x: 0, y: 0, width: 10, height: 10 } as const;
const SQUARE = [2, 2, 8, 2, 8, 8, 2, 8] as const;

describe('clipPolyline', () => {
  it('cuts a line that leaves and comes back into two', () => {
    expect(clipPolyline([5, 5, 15, 5, 15, 8, 5, 8], BOX)).toEqual([
      [5, 5, 10, 5],
      [10, 8, 5, 8],
    ]);
  });

  it('keeps nothing of a line outside', () => {
    expect(clipPolyline([11, 0, 11, 10], BOX)).toEqual([]);
  });
});

describe('clipRing', () => {
  it('cuts off what lies outside', () => {
    expect(Math.abs(ringArea(clipRing([5, 5, 15, 5, 15, 15, 5, 15], BOX)))).toBeCloseTo(25, 9);
  });

  it('is empty for a ring outside', () => {
    expect(clipRing([20, 20, 30, 20, 30, 30], BOX)).toEqual([]);
  });
});

describe('rectTouchesContours', () => {
  it('sees an edge passing through, a rectangle inside and a free one', () => {
    expect(rectTouchesContours({ x: 0, y: 4, width: 3, height: 1 }, [SQUARE])).toBe(true);
    expect(rectTouchesContours({ x: 4, y: 4, width: 1, height: 1 }, [SQUARE])).toBe(true);
    expect(rectTouchesContours({ x: 0, y: 0, width: 1, height: 1 }, [SQUARE])).toBe(false);
  });
});

describe('isInsideContours', () => {
  it('leaves holes out', () => {
    expect(isInsideContours(5, 5, [SQUARE, [4, 4, 6, 4, 6, 6, 4, 6]])).toBe(false);
    expect(isInsideContours(3, 5, [SQUARE, [4, 4, 6, 4, 6, 6, 4, 6]])).toBe(true);
  });
});

describe('boundsOfContours', () => {
  it('is the smallest rectangle around all', () => {
    expect(boundsOfContours([SQUARE, [0, 9, 1, 9]])).toEqual({ x: 0, y: 2, width: 8, height: 7 });
  });
});
