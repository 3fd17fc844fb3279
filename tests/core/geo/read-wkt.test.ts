import { describe, expect, it } from 'vitest';
import { readWkt } from '#core/geo/read-wkt.ts';

describe('readWkt', () => {
  it('reads points, with SRID and height too', () => {
    const point = { type: 'Point', coordinates: [107.5, 27] };
    for (const written of [
      'POINT(107.5 27)',
      'point z (107.5 27 880)',
      'SRID=4490;POINT (107.5 27)',
      'MULTIPOINT((107.5 27))',
    ])
      expect(readWkt(written)).toEqual(point);
  });

  it('reads lines and surfaces', () => {
    expect(readWkt('LINESTRING(1 2, 3 4)')).toEqual({
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    });
    expect(readWkt('POLYGON((0 0,1 0,1 1,0 0))')?.type).toBe('Polygon');
    expect(readWkt('MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))')).toMatchObject({
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
        [
          [
            [5, 5],
            [6, 5],
            [6, 6],
            [5, 5],
          ],
        ],
      ],
    });
  });

  it.each([
    'POINT EMPTY',
    'POINT(1 2',
    'POINT(a b)',
    'LINESTRING((1 2,3 4))',
    'GEOMETRYCOLLECTION(POINT(1 2))',
    '107,27',
  ])('refuses %s', (written) => {
    expect(readWkt(written)).toBeNull();
  });
});
