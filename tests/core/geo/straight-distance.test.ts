import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';

const CHECK_DATA = '../shared/data/geodesic/geodtest-20.csv';

describe('straightDistanceMeters', () => {
  it('finds one degree of the equator to be a · π / 180', () => {
    expect(straightDistanceMeters([107, 0], [108, 0])).toBeCloseTo(111_319.4908, 4);
  });

  it('agrees with the line Flinders Peak to Buninyong of the GDA94 technical manual (GRS 80), 54,972.271 m', () => {
    const flindersPeak = [144 + 25 / 60 + 29.5244 / 3600, -(37 + 57 / 60 + 3.7203 / 3600)] as const;
    const buninyong = [143 + 55 / 60 + 35.3839 / 3600, -(37 + 39 / 60 + 10.1561 / 3600)] as const;
    expect(straightDistanceMeters(flindersPeak, buninyong)).toBeCloseTo(54_972.271, 3);
  });

  it('is zero between equal positions and crosses the antimeridian the short way', () => {
    expect(straightDistanceMeters([107.5, 27], [107.5, 27])).toBe(0);
    expect(straightDistanceMeters([179.5, 0], [-179.5, 0])).toBeCloseTo(111_319.4908, 4);
  });

  it.skipIf(!existsSync(CHECK_DATA))(`agrees with Karney's reference geodesics (skipped without ${CHECK_DATA})`, () => {
    const [, ...rows] = readFileSync(CHECK_DATA, 'utf8').trim().split('\n');
    for (const row of rows) {
      const [lat1 = 0, lon1 = 0, , lat2 = 0, lon2 = 0, , meters = 0] = row.split(',').map(Number);
      // the reference is WGS 84, whose flattening differs in the 9th digit: under 0.2 mm over 20,000 km
      expect(Math.abs(straightDistanceMeters([lon1, lat1], [lon2, lat2]) - meters)).toBeLessThan(0.001);
    }
    expect(rows).toHaveLength(20);
  });
});
