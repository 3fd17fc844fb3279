import { describe, expect, it } from 'vitest';
import { findCloseUp, measureShift, pairPositions } from '#client/state/import-shift.ts';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';

const point = (
  row: number,
  as: string,
  coordinates: readonly [number, number],
): FeatureCollection['features'][number] => ({
  type: 'Feature',
  properties: { code: String(row), row, as },
  geometry: { type: 'Point', coordinates },
});

const collect = (...features: FeatureCollection['features'][number][]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

describe('pairPositions', () => {
  it('joins what belongs to one row', () => {
    const pairs = pairPositions(
      collect(point(4, 'read', [107, 27]), point(5, 'shifted', [1, 2]), point(4, 'shifted', [107.1, 27])),
    );
    expect(pairs).toEqual([
      { read: [107, 27], shifted: [107.1, 27] },
      { read: null, shifted: [1, 2] },
    ]);
  });
});

describe('measureShift', () => {
  it('gives the mean way in metres', () => {
    // one degree of latitude between 27 and 28 degrees north on CGCS2000 is 110 810 m (meridian arc of GRS 80)
    const { count, meters } = measureShift(collect(point(1, 'read', [107, 27]), point(1, 'shifted', [107, 28])));
    expect(count).toBe(1);
    expect(meters).toBeGreaterThan(110_780);
    expect(meters).toBeLessThan(110_840);
  });

  it('says nothing of the way where the numbers were metres', () => {
    expect(measureShift(collect(point(1, 'shifted', [107, 28])))).toEqual({ count: 1, meters: null });
    expect(measureShift(collect())).toEqual({ count: 0, meters: null });
  });
});

describe('findCloseUp', () => {
  it('looks where most points are', () => {
    const box = findCloseUp(
      collect(
        point(1, 'shifted', [106.501, 26.501]),
        point(2, 'shifted', [107.001, 27.001]),
        point(3, 'shifted', [107.002, 27.002]),
      ),
    );
    expect(box?.[0]).toBeCloseTo(106.981, 6);
    expect(findCloseUp(collect())).toBeNull();
  });
});
