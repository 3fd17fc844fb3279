import { describe, expect, it } from 'vitest';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { lengthMillimeters, takeExactLength } from '#data/generator/exact-length.ts';
import type { RoadLine } from '#data/generator/road-lines.ts';

function createLine(positions: readonly LonLat[]): RoadLine {
  return { route: { roadClass: 'C', number: 'C0001', roadFunction: 'group_access' }, cells: [0, 1], positions };
}

describe('takeExactLength', () => {
  // each line is about 993 m of a parallel at 27 degrees north
  const lines = [0, 1, 2].map((i) =>
    createLine([
      [107.5 + i * 0.01, 27],
      [107.51 + i * 0.01, 27.0003],
    ]),
  );

  it('takes stored lengths that add up to the millimetre and cuts the last line', () => {
    const { taken, rest } = takeExactLength(lines, 1500);
    expect(taken).toHaveLength(2);
    expect(taken.reduce((sum, { positions }) => sum + lengthMillimeters(positions), 0)).toBe(1_500_000);
    expect(rest).toHaveLength(2);
  });

  it('lets the cut-off part begin where the taken part ends', () => {
    const { taken, rest } = takeExactLength(lines, 1500);
    expect(rest[0]?.positions[0]).toEqual(taken[1]?.positions.at(-1));
  });

  it('throws when the lines are too short', () => {
    expect(() => takeExactLength(lines, 4000)).toThrow(RangeError);
  });
});
