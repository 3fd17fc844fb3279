import { describe, expect, it } from 'vitest';
import { getContourLines } from '#core/cartography/terrain/contours.ts';
import { cropDem } from '#core/cartography/terrain/crop-dem.ts';
import type { Dem } from '#core/county/county-rows.ts';

const SIZE = 60;
const DETAIL = { intervalMeters: 100, toleranceMeters: 1, shortestCells: 3 };

/** A cone of 1,000 m in the middle of a square DEM, falling 40 m a cell. */
const createCone = (): Dem => ({
  west: 107,
  north: 27,
  cellDegrees: 0.001,
  columns: SIZE,
  rows: SIZE,
  elevations: Int16Array.from({ length: SIZE * SIZE }, (_, i) =>
    Math.max(0, Math.round(1000 - 40 * Math.hypot((i % SIZE) - 29.5, Math.floor(i / SIZE) - 29.5))),
  ),
});

describe('getContourLines', () => {
  it('draws closed circles of the right radius around a cone', () => {
    const lines = getContourLines(createCone(), DETAIL).filter(({ elevationMeters }) => elevationMeters === 500);
    expect(lines).toHaveLength(1);
    const line = lines[0]?.line ?? [];
    expect(line[0]).toEqual(line.at(-1));
    // 500 m below the top = 12.5 cells of 0.001 degrees; the middle is at cell 30
    for (const [lon, lat] of line) {
      expect(Math.hypot(lon - 107.03, lat - 26.97)).toBeCloseTo(0.0125, 3);
    }
  });

  it('keeps to whole multiples of the interval', () => {
    const elevations = new Set(getContourLines(createCone(), DETAIL).map(({ elevationMeters }) => elevationMeters));
    expect([...elevations].every((elevation) => elevation % 100 === 0)).toBe(true);
  });

  it('cuts lines at the edge of the grid', () => {
    const slope: Dem = {
      ...createCone(),
      elevations: Int16Array.from({ length: SIZE * SIZE }, (_, i) => 20 * (i % SIZE)),
    };
    const [first] = getContourLines(slope, DETAIL).filter(({ elevationMeters }) => elevationMeters === 600);
    const longitudes = first?.line.map(([lon]) => lon) ?? [];
    expect(Math.max(...longitudes) - Math.min(...longitudes)).toBeLessThan(1e-6);
  });
});

describe('cropDem', () => {
  it('keeps cells where they are', () => {
    const dem = createCone();
    const part = cropDem(dem, [107.02, 26.96, 107.03, 26.97]);
    expect(part).not.toBeNull();
    if (!part) return;
    const column = Math.round((part.west - dem.west) / dem.cellDegrees);
    const row = Math.round((dem.north - part.north) / dem.cellDegrees);
    expect(part.elevations[0]).toBe(dem.elevations[row * SIZE + column]);
    expect(part.columns).toBeLessThan(SIZE);
  });

  it('is nothing where DEM and box do not meet', () => {
    expect(cropDem(createCone(), [110, 20, 111, 21])).toBeNull();
  });
});
