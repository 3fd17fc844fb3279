import { describe, expect, it } from 'vitest';
import { findGeometryFault } from '#core/geo/geometry-fault.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { turnArea } from '#core/geo/turn-area.ts';

const polygon = (...rings: readonly (readonly LonLat[])[]) => ({ type: 'Polygon', coordinates: rings }) as const;

const OUTER: readonly LonLat[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];

const box = (west: number, south: number, side: number): readonly LonLat[] => [
  [west, south],
  [west, south + side],
  [west + side, south + side],
  [west + side, south],
  [west, south],
];

describe('findGeometryFault', () => {
  it('finds nothing wrong with a square, with a hole, or with a hole that touches the outer ring in one position', () => {
    const touching: readonly LonLat[] = [
      [0, 2],
      [1, 3],
      [1, 1],
      [0, 2],
    ];
    expect(findGeometryFault(polygon(OUTER))).toBeUndefined();
    expect(findGeometryFault(polygon(OUTER, box(1, 1, 1)))).toBeUndefined();
    expect(findGeometryFault(polygon(OUTER, touching))).toBeUndefined();
  });

  it.each([
    ['an open ring', polygon(OUTER.slice(0, -1)), 'ring_open'],
    ['a ring of three positions', polygon([...OUTER.slice(0, 2), ...OUTER.slice(0, 1)]), 'too_few_positions'],
    ['a surface without rings', polygon(), 'too_few_positions'],
    [
      'a position outside the range',
      polygon([
        [0, 0],
        [200, 0],
        [4, 4],
        [0, 0],
      ]),
      'out_of_range',
    ],
    [
      'a position that is not a number',
      polygon([
        [0, 0],
        [Number.NaN, 0],
        [4, 4],
        [0, 0],
      ]),
      'out_of_range',
    ],
    [
      'a bow tie',
      polygon([
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 4],
        [0, 0],
      ]),
      'self_intersection',
    ],
    [
      'a ring that touches itself',
      polygon([
        [0, 0],
        [4, 0],
        [2, 2],
        [4, 4],
        [0, 4],
        [2, 2],
        [0, 0],
      ]),
      'self_intersection',
    ],
    [
      'a spike',
      polygon([
        [0, 0],
        [4, 0],
        [4, 4],
        [4, 6],
        [4, 4],
        [0, 4],
        [0, 0],
      ]),
      'self_intersection',
    ],
    ['a hole across the outer ring', polygon(OUTER, box(3, 3, 2)), 'self_intersection'],
    ['a hole outside', polygon(OUTER, box(6, 6, 1)), 'hole_outside'],
    ['a line of one position', { type: 'LineString', coordinates: [[0, 0]] }, 'too_few_positions'],
    [
      'a line that does not move',
      {
        type: 'LineString',
        coordinates: [
          [1, 1],
          [1, 1],
        ],
      },
      'no_length',
    ],
  ] as const)('finds %s', (_, geometry, kind) => {
    expect(findGeometryFault(geometry)?.kind).toBe(kind);
  });
});

describe('turnArea', () => {
  it('turns outer rings counter-clockwise and holes clockwise, and leaves right ones alone', () => {
    const right = polygon(OUTER, box(1, 1, 1));
    const wrong = polygon([...OUTER].reverse(), [...box(1, 1, 1)].reverse());
    expect(turnArea(wrong)).toEqual(right);
    expect(turnArea(right)).toEqual(right);
  });
});
