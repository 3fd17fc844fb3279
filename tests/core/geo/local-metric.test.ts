import { describe, expect, it } from 'vitest';
import { createLocalMetric } from '#core/geo/local-metric.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';

describe('createLocalMetric', () => {
  const metric = createLocalMetric([107.5, 27]);

  it('has the lengths of a degree at 27 N on GRS 80: 99,254.9 m and 110,803.5 m', () => {
    expect(metric.metersPerDegreeLon).toBeCloseTo(99_254.89, 2);
    expect(metric.metersPerDegreeLat).toBeCloseTo(110_803.52, 2);
  });

  it('agrees with the geodesic to half a metre at 4.5 km, and goes back', () => {
    const [x, y] = metric.toPlane([107.53, 27.03]);
    expect(Math.abs(Math.hypot(x, y) - straightDistanceMeters([107.5, 27], [107.53, 27.03]))).toBeLessThan(0.5);
    const [lon, lat] = metric.toLonLat([x, y]);
    expect(lon).toBeCloseTo(107.53, 10);
    expect(lat).toBeCloseTo(27.03, 10);
  });
});
