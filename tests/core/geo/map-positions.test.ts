import { describe, expect, it } from 'vitest';
import type { Geometry } from '#core/geo/geometry.ts';
import { mapPositions } from '#core/geo/map-positions.ts';

const swap = ([a, b]: readonly [number, number]): readonly [number, number] => [b, a];

describe('mapPositions', () => {
  it.each<[Geometry, Geometry]>([
    [
      { type: 'Point', coordinates: [1, 2] },
      { type: 'Point', coordinates: [2, 1] },
    ],
    [
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [1, 2],
            [3, 4],
          ],
          [
            [5, 6],
            [7, 8],
          ],
        ],
      },
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [2, 1],
            [4, 3],
          ],
          [
            [6, 5],
            [8, 7],
          ],
        ],
      },
    ],
    [
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 2],
              [0, 0],
            ],
          ],
        ],
      },
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [0, 1],
              [2, 1],
              [0, 0],
            ],
          ],
        ],
      },
    ],
  ])('changes each position of %j and nothing else', (before, after) => {
    expect(mapPositions(before, swap)).toEqual(after);
  });
});
