import { describe, expect, it } from 'vitest';
import type { AreaGeometry } from '#core/geo/geometry.ts';
import { isNarrow } from '#core/geo/is-narrow.ts';
import { createLocalMetric } from '#core/geo/local-metric.ts';
import type { LonLat, PlanePoint } from '#core/geo/lon-lat.ts';

const metric = createLocalMetric([107.5, 27]);

/** A polygon from metres east and north of one position. */
const drawMeters = (...points: readonly PlanePoint[]): AreaGeometry => {
  const ring = [...points, points[0] ?? [0, 0]].map((point): LonLat => metric.toLonLat(point));
  return { type: 'Polygon', coordinates: [ring] };
};

const strip = (lengthMeters: number, widthMeters: number): AreaGeometry =>
  drawMeters(
    [0, 0],
    [lengthMeters, lengthMeters / 3],
    [lengthMeters, lengthMeters / 3 + widthMeters],
    [0, widthMeters],
  );

describe('isNarrow', () => {
  it('is true where no circle of the width fits, however long the surface is', () => {
    // measured across, a strip that rises by 1 in 3 is 0.949 of its height wide
    expect(isNarrow(strip(5000, 10), 10)).toBe(true);
    expect(isNarrow(strip(5000, 11), 10)).toBe(false);
  });

  it('is not misled by a small mean width: one place that is wide decides', () => {
    const blob = drawMeters([0, 0], [3000, 0], [3000, -50], [3060, -50], [3060, 50], [3000, 50], [3000, 1], [0, 1]);
    expect(isNarrow(blob, 10)).toBe(false);
    expect(isNarrow(blob, 61)).toBe(true);
  });

  it('holds for every polygon of several, and minds holes', () => {
    const [narrow, wide] = [strip(100, 5), strip(100, 20)];
    const both: AreaGeometry = {
      type: 'MultiPolygon',
      coordinates: [narrow, wide].flatMap((area) => (area.type === 'Polygon' ? [area.coordinates] : [])),
    };
    expect(isNarrow(both, 10)).toBe(false);
    const frame = [100, 92].map((half) => drawMeters([-half, -half], [half, -half], [half, half], [-half, half]));
    const rings = frame.flatMap((area) => (area.type === 'Polygon' ? area.coordinates : []));
    expect(isNarrow({ type: 'Polygon', coordinates: rings }, 10)).toBe(true);
  });
});
