import { describe, expect, it } from 'vitest';
import {
  centralMeridianFor,
  createPaperProjection,
  createPaperProjectionFor,
  epsgOfZone,
  zoneOfLongitude,
} from '#core/geo/gauss-kruger.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';

describe('createPaperProjection', () => {
  it('puts the central meridian at 500 km and northings at the length of the meridian (GRS 80)', () => {
    const projection = createPaperProjection(108);
    for (const [latitude, northing] of [
      [30, 3_320_113.398],
      [45, 4_984_944.378],
    ] as const) {
      const [x, y] = projection.forward([108, latitude]);
      expect(x).toBeCloseTo(500_000, 6);
      expect(y).toBeCloseTo(northing, 3);
    }
  });

  it('returns to the same position over a grid', () => {
    const projection = createPaperProjection(108);
    for (let lon = 106; lon <= 110; lon += 0.5) {
      for (let lat = 18; lat <= 54; lat += 4) {
        const [backLon, backLat] = projection.inverse(projection.forward([lon, lat]));
        expect(backLon).toBeCloseTo(lon, 9);
        expect(backLat).toBeCloseTo(lat, 9);
      }
    }
  });

  it('keeps lengths near the central meridian true to 1 in 10,000', () => {
    const projection = createPaperProjection(108);
    const a = [107.5, 27] as const;
    const b = [107.6, 27.05] as const;
    const [ax, ay] = projection.forward(a);
    const [bx, by] = projection.forward(b);
    expect(Math.hypot(bx - ax, by - ay) / straightDistanceMeters(a, b)).toBeCloseTo(1, 4);
  });
});

describe('zoneOfLongitude and epsgOfZone', () => {
  it('follow the register: 75 E is zone 25 and EPSG 4534, 108 E zone 36 and 4545, 135 E zone 45 and 4554', () => {
    expect([75, 107.5, 135].map(zoneOfLongitude)).toEqual([25, 36, 45]);
    expect([25, 36, 45].map(epsgOfZone)).toEqual([4534, 4545, 4554]);
  });
});

describe('createPaperProjectionFor', () => {
  it('takes the national zone of a county in China', () => {
    expect(createPaperProjectionFor([107.25, 26.7, 107.75, 27.3])).toMatchObject({
      kind: 'gauss_kruger',
      centralMeridian: 108,
      zone: 36,
      epsg: 4545,
    });
  });

  it('takes a meridian of its own for a county elsewhere', () => {
    const liechtenstein = [9.47, 47.05, 9.64, 47.27] as const;
    expect(centralMeridianFor(liechtenstein)).toBe(9.5);
    expect(createPaperProjectionFor(liechtenstein)).toMatchObject({
      kind: 'transverse_mercator',
      zone: null,
      epsg: null,
    });
  });
});
