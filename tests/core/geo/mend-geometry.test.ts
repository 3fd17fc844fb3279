import { describe, expect, it } from 'vitest';
import { geodesicAreaSquareMeters } from '#core/geo/geodesic-area.ts';
import type { PolygonGeometry } from '#core/geo/geometry.ts';
import { findGeometryFault } from '#core/geo/geometry-fault.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { closeRings, dropSlivers, findSliver, joinEnd, toWantedKind, untieArea } from '#core/geo/mend-geometry.ts';
import { nearDistanceMeters } from '#core/geo/near-distance.ts';

const SQUARE: readonly LonLat[] = [
  [107.5, 27],
  [107.51, 27],
  [107.51, 27.01],
  [107.5, 27.01],
  [107.5, 27],
];
const square: PolygonGeometry = { type: 'Polygon', coordinates: [SQUARE] };

/** A figure of eight: two triangles that meet in the middle of the square. */
const bowtie: PolygonGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [107.5, 27],
      [107.51, 27.01],
      [107.51, 27],
      [107.5, 27.01],
      [107.5, 27],
    ],
  ],
};

/** 1 km long and 0.1 m wide. */
const thread: readonly LonLat[] = [
  [107.5, 27.02],
  [107.51, 27.02],
  [107.51, 27.020001],
  [107.5, 27.020001],
  [107.5, 27.02],
];

describe('closeRings', () => {
  it('closes what is open and leaves what is closed', () => {
    const open: PolygonGeometry = { type: 'Polygon', coordinates: [SQUARE.slice(0, -1)] };
    expect(closeRings(open)).toEqual(square);
    expect(closeRings(square)).toEqual(square);
  });
});

describe('untieArea', () => {
  it('makes two triangles of a figure of eight: half of the square', () => {
    expect(findGeometryFault(bowtie)?.kind).toBe('self_intersection');
    const untied = untieArea(bowtie);
    expect(untied?.type).toBe('MultiPolygon');
    expect(untied && findGeometryFault(untied)).toBeUndefined();
    const share = untied === null ? 0 : geodesicAreaSquareMeters(untied) / geodesicAreaSquareMeters(square);
    expect(share).toBeCloseTo(0.5, 3);
  });

  it('gives nothing for what has no surface', () => {
    const flat: PolygonGeometry = { type: 'Polygon', coordinates: [[...SQUARE.slice(0, 2), ...SQUARE.slice(0, 1)]] };
    expect(untieArea(flat)).toBeNull();
  });
});

describe('findSliver', () => {
  it('finds a thread beside a square and a hole that is one, not the square', () => {
    expect(findSliver(square)).toBeUndefined();
    const both = findSliver({ type: 'MultiPolygon', coordinates: [[SQUARE], [thread]] });
    expect(both?.widthMeters).toBeCloseTo(0.11, 1);
    expect(both?.position).toEqual(thread[0]);
  });
});

describe('dropSlivers', () => {
  it('keeps what is no sliver', () => {
    expect(dropSlivers({ type: 'MultiPolygon', coordinates: [[SQUARE], [thread]] })).toEqual(square);
    expect(dropSlivers({ type: 'Polygon', coordinates: [thread] })).toBeNull();
  });
});

describe('toWantedKind', () => {
  it('joins parts of a line that follow each other and refuses those that do not', () => {
    const [a, b, c, d] = SQUARE as [LonLat, LonLat, LonLat, LonLat, LonLat];
    const line = { type: 'LineString', coordinates: [a, b, c] };
    expect(
      toWantedKind(
        {
          type: 'MultiLineString',
          coordinates: [
            [a, b],
            [b, c],
          ],
        },
        ['LineString'],
      ),
    ).toEqual(line);
    expect(
      toWantedKind(
        {
          type: 'MultiLineString',
          coordinates: [
            [a, b],
            [c, d],
          ],
        },
        ['LineString'],
      ),
    ).toBeNull();
  });

  it('takes a closed line for a surface and a surface for a point inside', () => {
    expect(toWantedKind({ type: 'LineString', coordinates: SQUARE }, ['Polygon'])).toEqual(square);
    expect(toWantedKind(square, ['Point'])?.type).toBe('Point');
    expect(toWantedKind({ type: 'Point', coordinates: [107.5, 27] }, ['LineString'])).toBeNull();
  });
});

describe('joinEnd', () => {
  it('moves the nearer end onto the other line', () => {
    const road: readonly LonLat[] = [
      [107.5, 27],
      [107.51, 27],
    ];
    const joined = joinEnd(
      [
        [107.505, 27.01],
        [107.505, 27.00005],
      ],
      road,
    );
    expect(joined[0]).toEqual([107.505, 27.01]);
    expect(nearDistanceMeters(joined[1] ?? [0, 0], [107.505, 27])).toBeLessThan(0.01);
  });
});
