import { describe, expect, it } from 'vitest';
import { geodesicLengthMeters } from '#core/geo/geodesic-length.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createRoadGeometry, positionOnSegment, sliceSegment } from '#core/network/road-geometry.ts';

/** North and east in steps of 0.01 degrees. */
const LINE: readonly LonLat[] = [
  [107, 27],
  [107, 27.01],
  [107.01, 27.01],
  [107.01, 27.02],
];

const createStairs = () =>
  createRoadGeometry([{ line: { type: 'LineString', coordinates: LINE }, lengthMeters: geodesicLengthMeters(LINE) }]);

describe('createRoadGeometry', () => {
  it('measures every vertex along the geodesic length to a centimetre', () => {
    const { meters } = createStairs();
    LINE.forEach((_, i) => {
      expect(meters[i]).toBeCloseTo(geodesicLengthMeters(LINE.slice(0, i + 1)), 1);
    });
    expect(meters[3]).toBe(geodesicLengthMeters(LINE));
  });

  it('keeps a segment of no length at 0', () => {
    const line = { type: 'LineString' as const, coordinates: [LINE[0], LINE[0]] as LonLat[] };
    expect([...createRoadGeometry([{ line, lengthMeters: 0 }]).meters]).toEqual([0, 0]);
  });
});

describe('positionOnSegment', () => {
  it('gives vertices unchanged, ends beyond the ends, and places between in proportion', () => {
    const geometry = createStairs();
    expect(positionOnSegment(geometry, 0, -5)).toEqual(LINE[0]);
    expect(positionOnSegment(geometry, 0, geometry.meters[1] ?? 0)).toEqual(LINE[1]);
    expect(positionOnSegment(geometry, 0, 1e9)).toEqual(LINE[3]);
    const half = ((geometry.meters[1] ?? 0) + (geometry.meters[2] ?? 0)) / 2;
    expect(positionOnSegment(geometry, 0, half)[0]).toBeCloseTo(107.005, 9);
  });
});

describe('sliceSegment', () => {
  it('keeps the vertices between, in the order asked', () => {
    const geometry = createStairs();
    const ends = { fromMeters: 10, toMeters: (geometry.meters[2] ?? 0) + 10 };
    const line = sliceSegment(geometry, 0, ends);
    expect(line).toHaveLength(4);
    expect([line[1], line[2]]).toEqual([LINE[1], LINE[2]]);
    const turned = sliceSegment(geometry, 0, { fromMeters: ends.toMeters, toMeters: ends.fromMeters });
    expect(turned).toEqual([...line].reverse());
    expect(geodesicLengthMeters(line)).toBeCloseTo(ends.toMeters - ends.fromMeters, 1);
  });
});
