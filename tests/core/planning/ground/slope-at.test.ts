import { describe, expect, it } from 'vitest';
import type { Dem } from '#core/county/county-rows.ts';
import { metersPerDegreeAt } from '#core/geo/local-metric.ts';
import { createSlope } from '#core/planning/ground/slope-at.ts';

const createDem = (columns: number, elevations: readonly number[], overrides: Partial<Dem> = {}): Dem => ({
  west: 107,
  north: 27,
  cellDegrees: 0.001,
  columns,
  rows: elevations.length / columns,
  elevations: Int16Array.from(elevations),
  ...overrides,
});

describe('createSlope', () => {
  // worked example of ESRI, "How Slope works": 3 x 3 cells of 5 m, rise ÷ run 0.05 eastward and 3.8 northward
  it("weighs the eight neighbours by Horn's weights, as in the worked example", () => {
    const { lon, lat } = metersPerDegreeAt(0);
    const cellDegrees = 5 / lat;
    const dem = createDem(3, [50, 45, 50, 30, 30, 30, 8, 10, 10], { west: 0, north: 1.5 * cellDegrees, cellDegrees });
    const slope = createSlope(dem)(1.5 * cellDegrees, 0);
    expect(slope).toBeCloseTo(Math.hypot((0.05 * lat) / lon, 3.8), 9);
    expect(slope).toBeCloseTo(3.80032, 4);
  });

  it('gives a plane its slope everywhere, at the rim too', () => {
    const { lon } = metersPerDegreeAt(27 - 0.0025);
    const dem = createDem(
      5,
      Array.from({ length: 25 }, (_, i) => 10 * (i % 5)),
    );
    const slope = createSlope(dem);
    for (const column of [0, 2, 4]) {
      expect(slope(107 + (column + 0.5) * 0.001, 27 - 0.0025)).toBeCloseTo(10 / (0.001 * lon), 9);
    }
  });

  it('knows nothing beyond the grid or without one, and nothing steep of a single cell', () => {
    const dem = createDem(1, [900]);
    expect(createSlope(dem)(107.0005, 26.9995)).toBe(0);
    expect(createSlope(dem)(107.0009, 26.9991)).toBe(0);
    expect(createSlope(dem)(107.0011, 26.9995)).toBeNaN();
    expect(createSlope(null)(107, 27)).toBeNaN();
  });
});
