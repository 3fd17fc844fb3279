import { describe, expect, it } from 'vitest';
import type { Geometry } from '#core/geo/geometry.ts';
import { ewkbHexToGeometry, geometryToEwkbHex } from '#core/geo/wkb.ts';

const RING = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
] as const;

describe('geometryToEwkbHex', () => {
  it('writes what PostGIS answers to SELECT ST_SetSRID(ST_Point(1, 2), 4490)', () => {
    expect(geometryToEwkbHex({ type: 'Point', coordinates: [1, 2] }, 4490).toUpperCase()).toBe(
      '01010000208A110000000000000000F03F0000000000000040',
    );
  });

  it.each([
    { type: 'Point', coordinates: [107.5, 27.25] },
    { type: 'LineString', coordinates: RING },
    { type: 'MultiLineString', coordinates: [RING, RING] },
    { type: 'Polygon', coordinates: [RING, RING] },
    { type: 'MultiPolygon', coordinates: [[RING], [RING, RING]] },
    { type: 'LineString', coordinates: Array.from({ length: 500 }, (_, i) => [i / 7, i / 9] as const) },
  ] satisfies Geometry[])('is read back as the same $type', (geometry) => {
    expect(ewkbHexToGeometry(geometryToEwkbHex(geometry, 4490))).toEqual(geometry);
    expect(ewkbHexToGeometry(geometryToEwkbHex(geometry, 3857).toUpperCase())).toEqual(geometry);
  });
});

describe('ewkbHexToGeometry', () => {
  it('refuses types that the county does not store', () => {
    expect(() => ewkbHexToGeometry('01070000000000000000')).toThrow('WKB type 7');
  });
});
