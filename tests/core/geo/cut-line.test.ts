import { describe, expect, it } from 'vitest';
import { createAreaIndex } from '#core/geo/area-index.ts';
import { cutLineByAreas } from '#core/geo/cut-line.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createBox } from '#tests/support/tiny/areas.ts';

/** Two boxes side by side with the common boundary x = 1. */
const createIndex = () => createAreaIndex([createBox(0, 0, 1, 1), createBox(1, 0, 2, 1)]);

const cut = (...line: readonly LonLat[]) =>
  cutLineByAreas(line, createIndex()).map(({ area, fromFraction, toFraction }) => [
    area,
    Number(fromFraction.toFixed(9)),
    Number(toFraction.toFixed(9)),
  ]);

describe('cutLineByAreas', () => {
  it('leaves a line within one surface whole', () => {
    expect(cut([0.1, 0.5], [0.9, 0.5])).toEqual([[0, 0, 1]]);
  });

  it('cuts at the common boundary by planar share', () => {
    expect(cut([0.5, 0.5], [1.25, 0.5], [1.5, 0.5])).toEqual([
      [0, 0, 0.5],
      [1, 0.5, 1],
    ]);
  });

  it('gives a stretch along the common boundary to the first surface', () => {
    expect(cut([1.5, 0.5], [1, 0.5], [1, 0.75], [1.25, 0.75])).toEqual([
      [1, 0, 0.5],
      [0, 0.5, 0.75],
      [1, 0.75, 1],
    ]);
  });

  it('marks what lies in no surface', () => {
    expect(cut([-1, 0.5], [3, 0.5])).toEqual([
      [-1, 0, 0.25],
      [0, 0.25, 0.5],
      [1, 0.5, 0.75],
      [-1, 0.75, 1],
    ]);
    expect(cut([5, 5], [6, 6])).toEqual([[-1, 0, 1]]);
  });

  it('does not cut where a line only touches a boundary', () => {
    expect(cut([0.5, 0.5], [1, 0.6], [0.5, 0.7])).toEqual([[0, 0, 1]]);
  });

  it('covers the line without gaps when it weaves across the boundary', () => {
    const pieces = cutLineByAreas(
      Array.from({ length: 21 }, (_, i): LonLat => [i % 2 === 0 ? 0.7 : 1.4, i / 20]),
      createIndex(),
    );
    expect(pieces).toHaveLength(21);
    expect(pieces[0]?.fromFraction).toBe(0);
    expect(pieces.at(-1)?.toFraction).toBe(1);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) expect(piece.fromFraction).toBe(pieces[index - 1]?.toFraction);
    }
  });
});
