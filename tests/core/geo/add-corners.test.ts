import { describe, expect, it } from 'vitest';
import { addCorners } from '#core/geo/add-corners.ts';
import { polygonsOf } from '#core/geo/geodesic-area.ts';
import { createBox } from '#tests/support/tiny/areas.ts';

describe('addCorners', () => {
  it('gives an edge those positions that lie on it, in its direction, its own ends and all others not', () => {
    const box = createBox(107, 27, 107.02, 27.02);
    const added = addCorners(box, [
      [107.015, 27],
      [107.005, 27.0000000004],
      [107.02, 27],
      [107.01, 27.001],
      [107.03, 27],
    ]);
    expect(polygonsOf(added)[0]?.[0]).toEqual([
      [107, 27],
      [107.005, 27.0000000004],
      [107.015, 27],
      [107.02, 27],
      [107.02, 27.02],
      [107, 27.02],
      [107, 27],
    ]);
  });
});
