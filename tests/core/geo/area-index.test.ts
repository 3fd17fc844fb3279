import { describe, expect, it } from 'vitest';
import { createAreaIndex, createBoxTree } from '#core/geo/area-index.ts';
import { createAreas } from '#tests/support/tiny/areas.ts';

describe('createAreaIndex', () => {
  const villages = createAreas().filter((area) => area.level === 'village');
  const index = createAreaIndex(villages.map((village) => village.boundary));

  it('finds the surface that holds a position', () => {
    expect(villages[index.findArea([107.53, 27.015])]?.name).toBe('高峰村');
    expect(index.findArea([107.6, 27.015])).toBe(-1);
  });

  it('gives a position on a common boundary to the first surface', () => {
    expect(index.findArea([107.52, 27.01])).toBe(0);
    expect(index.findArea([107.53, 27.01])).toBe(2);
  });

  it('lists the edges near a line and none for no surface', () => {
    expect(
      index.edgesNear([
        [107.505, 27.005],
        [107.51, 27.006],
      ]),
    ).toEqual([]);
    expect(
      index.edgesNear([
        [107.505, 27.009],
        [107.51, 27.011],
      ]),
    ).toHaveLength(2);
    const empty = createAreaIndex([]);
    expect(empty.findArea([107.5, 27])).toBe(-1);
    expect(empty.edgesNear([[107.5, 27]])).toEqual([]);
  });
});

describe('createBoxTree', () => {
  it('is null without boxes', () => {
    expect(createBoxTree([])).toBeNull();
    expect(createBoxTree([[0, 0, 1, 1]])?.search(0.5, 0.5, 0.5, 0.5)).toEqual([0]);
  });
});
