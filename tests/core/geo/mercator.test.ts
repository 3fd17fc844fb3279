import { describe, expect, it } from 'vitest';
import { geometryToMercator, lonLatToMercator, mercatorToLonLat } from '#core/geo/mercator.ts';

describe('lonLatToMercator', () => {
  it('puts 180 E at half the equator, 20,037,508.34 m, and the latitude limit at the same', () => {
    const [x, y] = lonLatToMercator([180, 85.051128779806604]);
    expect(x).toBeCloseTo(20_037_508.34, 2);
    expect(y).toBeCloseTo(20_037_508.34, 2);
  });

  it('clamps the poles', () => {
    expect(lonLatToMercator([0, 90])[1]).toBeCloseTo(20_037_508.34, 2);
  });
});

describe('mercatorToLonLat', () => {
  it('goes back', () => {
    const [lon, lat] = mercatorToLonLat(lonLatToMercator([107.5, 27.25]));
    expect(lon).toBeCloseTo(107.5, 10);
    expect(lat).toBeCloseTo(27.25, 10);
  });
});

describe('geometryToMercator', () => {
  it('keeps the structure', () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [180, 0],
      ],
    } as const;
    const mercator = geometryToMercator(line);
    expect(mercator.type).toBe('LineString');
    expect(mercator.coordinates).toHaveLength(2);
  });
});
