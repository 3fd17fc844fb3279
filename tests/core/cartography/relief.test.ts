import { describe, expect, it } from 'vitest';
import { createMercatorGrid, demBbox, FLAT_SHADE, getHillshade, projectHillshade } from '#core/cartography/relief.ts';
import type { Dem } from '#core/county/county-rows.ts';

const SIZE = 20;

/** A square DEM near 27 N whose elevation is a function of column and row. */
const createDem = (elevation: (column: number, row: number) => number): Dem => ({
  west: 107,
  north: 27,
  cellDegrees: 1 / 1200,
  columns: SIZE,
  rows: SIZE,
  elevations: Int16Array.from({ length: SIZE * SIZE }, (_, i) => elevation(i % SIZE, Math.floor(i / SIZE))),
});

const middleShade = (dem: Dem): number => getHillshade(dem).shades[(SIZE / 2) * SIZE + SIZE / 2] ?? 0;

describe('getHillshade', () => {
  it('gives level ground the sine of the sun altitude', () => {
    expect(middleShade(createDem(() => 800))).toBe(FLAT_SHADE);
    expect(FLAT_SHADE).toBe(180);
  });

  it('lights slopes that face the suns in the north-west more than those that face away', () => {
    // rising to the south-east = facing north-west
    const towardsSuns = middleShade(createDem((column, row) => 30 * (column + row)));
    const awayFromSuns = middleShade(createDem((column, row) => 3000 - 30 * (column + row)));
    expect(towardsSuns).toBeGreaterThan(FLAT_SHADE);
    expect(awayFromSuns).toBeLessThan(FLAT_SHADE);
  });

  it('is made once for each DEM', () => {
    const dem = createDem((column) => column);
    expect(getHillshade(dem)).toBe(getHillshade(dem));
  });
});

describe('projectHillshade', () => {
  it('gives the same shades on the grid of the DEM and level ground beyond it', () => {
    const dem = createDem((column, row) => 20 * column + 5 * row);
    const hillshade = getHillshade(dem);
    const own = projectHillshade(hillshade, {
      columns: SIZE,
      rows: SIZE,
      placeRow: (row, lons, lats) => {
        lats.fill(dem.north - (row + 0.5) * dem.cellDegrees);
        for (let column = 0; column < lons.length; column++) lons[column] = dem.west + (column + 0.5) * dem.cellDegrees;
      },
    });
    for (let i = 0; i < own.length; i++) {
      expect(Math.abs((own[i] ?? 0) - (hillshade.shades[i] ?? 0))).toBeLessThanOrEqual(1);
    }
    const beyond = projectHillshade(hillshade, {
      columns: 1,
      rows: 1,
      placeRow: (_, lons, lats) => {
        lons.fill(100);
        lats.fill(20);
      },
    });
    expect(beyond[0]).toBe(FLAT_SHADE);
  });
});

describe('createMercatorGrid', () => {
  it('covers the box from north-west to south-east', () => {
    const box = demBbox(createDem(() => 0));
    const grid = createMercatorGrid(box, 10, 10);
    const [lons, lats] = [new Float64Array(10), new Float64Array(10)];
    const placeOf = (row: number): readonly [number, number] => {
      grid.placeRow(row, lons, lats);
      return [lons[9] ?? 0, lats[9] ?? 0];
    };
    const [, north] = placeOf(-0.5);
    const [lastLon, south] = placeOf(9.5);
    const half = (lastLon - (lons[0] ?? 0)) / 18;
    const covered = [(lons[0] ?? 0) - half, south, lastLon + half, north];
    expect(covered.map((value, i) => Math.abs(value - (box[i] ?? 0)) < 1e-9)).toEqual([true, true, true, true]);
  });
});
