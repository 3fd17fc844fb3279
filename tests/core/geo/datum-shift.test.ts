import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bd09ToLonLat, gcj02ToLonLat, lonLatToBd09, lonLatToGcj02 } from '#core/geo/datum-shift.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';

const CHECK_DATA = '../shared/data/crs-cn/published-pairs.csv';

/** Positions well inside the box in which the shifts apply. */
const inChina = fc.tuple(fc.double({ min: 73.5, max: 136, noNaN: true }), fc.double({ min: 3, max: 54, noNaN: true }));

const farApart = (a: LonLat, b: LonLat): number => straightDistanceMeters(a, b);

describe('lonLatToGcj02', () => {
  it('gives the published values of Shanghai, Shenzhen and Beijing (tests of eviltransform and coordtransform) to 0.2 m', () => {
    for (const [lon, lat, lonThere, latThere] of [
      [121.5272106, 31.1774276, 121.531541859215, 31.17530398364597],
      [113.912316, 22.543847, 113.9171774808363, 22.540796131694766],
      [116.404, 39.915, 116.41024449916938, 39.91640428150164],
    ] as const) {
      expect(farApart(lonLatToGcj02([lon, lat]), [lonThere, latThere])).toBeLessThan(0.2);
    }
  });

  it('shifts a county of Guizhou by some hundred metres', () => {
    const meters = farApart([107.5, 27], lonLatToGcj02([107.5, 27]));
    expect(meters).toBeGreaterThan(300);
    expect(meters).toBeLessThan(1_200);
  });

  it('leaves positions outside China as they are', () => {
    for (const position of [
      [9.52, 47.14],
      [-74, 40.7],
      [139.7, 35.7],
    ] as const) {
      for (const shift of [lonLatToGcj02, gcj02ToLonLat, lonLatToBd09, bd09ToLonLat]) {
        expect(shift(position)).toEqual(position);
      }
    }
  });
});

describe('gcj02ToLonLat', () => {
  it('returns from GCJ-02 to within a millimetre anywhere in China', () => {
    fc.assert(
      fc.property(inChina, (position) => farApart(gcj02ToLonLat(lonLatToGcj02(position)), position) < 0.001),
      { seed: 61, numRuns: 300 },
    );
  });

  it('ends at the edge of the box, where the shift begins', () => {
    const [lon, lat] = gcj02ToLonLat([72.0041, 30]);
    expect(Number.isFinite(lon) && Number.isFinite(lat)).toBe(true);
  });
});

describe('bd09ToLonLat', () => {
  it('returns from BD-09 to within a millimetre anywhere in China', () => {
    fc.assert(
      fc.property(inChina, (position) => farApart(bd09ToLonLat(lonLatToBd09(position)), position) < 0.001),
      { seed: 62, numRuns: 300 },
    );
  });
});

describe.skipIf(!existsSync(CHECK_DATA))('published pairs (../shared/data/crs-cn, skipped where absent)', () => {
  it('come out within 1 m; the two BD-09 to WGS 84 rows that SOURCE.txt calls wrong are left out', () => {
    const pairs = readFileSync(CHECK_DATA, 'utf8').trim().split('\n').slice(1).map(readPublished);
    const usable = pairs.filter(({ from, to }) => !(from === 'BD09' && to === 'WGS84'));
    expect(usable).toHaveLength(19);
    // the one-step inverse of coordtransform is off by a metre or so itself (its own tolerance is 2e-5 degrees)
    for (const { from, to, position, expected, tolerance } of usable) {
      const meters = farApart(convert(from, to, position), expected);
      expect(meters, `${from} ${to} ${position}`).toBeLessThan(Math.max(1, tolerance * 111_320));
    }
  });
});

function readPublished(line: string) {
  const cells = line.split(',');
  const [lon = 0, lat = 0, lonOut = 0, latOut = 0, tolerance = 0] = cells.slice(-6, -1).map(Number);
  const [from = '', to = ''] = cells.slice(-8, -6);
  return { from, to, position: [lon, lat] as const, expected: [lonOut, latOut] as const, tolerance };
}

/** Between any two of the three systems, by way of CGCS2000. */
function convert(from: string, to: string, position: LonLat): LonLat {
  const plain = from === 'GCJ02' ? gcj02ToLonLat(position) : from === 'BD09' ? bd09ToLonLat(position) : position;
  return to === 'GCJ02' ? lonLatToGcj02(plain) : to === 'BD09' ? lonLatToBd09(plain) : plain;
}
