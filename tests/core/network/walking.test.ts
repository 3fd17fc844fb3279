import { describe, expect, it } from 'vitest';
import { DEFAULT_SPEEDS } from '#core/county/speed-table.ts';
import { createElevation } from '#core/network/elevation.ts';
import { roundMinutes, WALKING_SAMPLE_METERS, walkStretch } from '#core/network/walking.ts';
import { at, createRoadWorld } from '#tests/support/road-world.ts';

/** Cells of 0.001 degrees; from column to column the ground rises by 10 m, to the east. */
const createSlope = () => ({
  west: 107.5,
  north: 27.02,
  cellDegrees: 0.001,
  columns: 40,
  rows: 20,
  elevations: Int16Array.from({ length: 800 }, (_, cell) => 500 + 10 * (cell % 40)),
});

describe('walkStretch', () => {
  it('walks at 6 exp(-3.5 * 0.05) = 5.0367 km/h where it is level', () => {
    const level = walkStretch(DEFAULT_SPEEDS, createElevation(null), { from: at(0, 0), to: at(900, 0), meters: 900 });
    // 0.9 km / 5.03674... km/h * 60
    expect(level.forward).toBeCloseTo(10.72119, 4);
    expect(level.backward).toBe(level.forward);
  });

  it('is fastest on a gentle way down and slower uphill than downhill', () => {
    // one column is 0.001 degrees: the slope is 10 m to the metres of 0.001 degrees of longitude
    const from = [107.505, 27.01] as const;
    const to = [107.506, 27.01] as const;
    const { forward, backward } = walkStretch(DEFAULT_SPEEDS, createElevation(createSlope()), {
      from,
      to,
      meters: 100,
    });
    // slope 0.1 up: 6 exp(-3.5 * 0.15) = 3.5493 km/h; down: 6 exp(-3.5 * 0.05) = 5.0367 km/h
    expect(forward).toBeCloseTo((0.1 / (6 * Math.exp(-3.5 * 0.15))) * 60, 9);
    expect(backward).toBeCloseTo((0.1 / (6 * Math.exp(-3.5 * 0.05))) * 60, 9);
  });

  it('samples every 90 m or less, so that a hill between equal ends is felt', () => {
    const hill = {
      ...createSlope(),
      elevations: Int16Array.from({ length: 800 }, (_, cell) => (cell % 40 === 20 ? 600 : 500)),
    };
    const from = [107.5185, 27.01] as const;
    const to = [107.5225, 27.01] as const;
    const meters = 400;
    const over = walkStretch(DEFAULT_SPEEDS, createElevation(hill), { from, to, meters });
    const level = walkStretch(DEFAULT_SPEEDS, createElevation(null), { from, to, meters });
    expect(over.forward).toBeGreaterThan(level.forward * 2);
    expect(over.forward).toBeCloseTo(over.backward, 9);
    expect(WALKING_SAMPLE_METERS).toBe(90);
  });

  it('takes no time for no way', () => {
    const elevationAt = createElevation(createSlope());
    expect(walkStretch(DEFAULT_SPEEDS, elevationAt, { from: at(5, 5), to: at(5, 5), meters: 0 })).toEqual({
      forward: 0,
      backward: 0,
    });
  });
});

describe('createElevation', () => {
  it('is the value at the centre of a cell, and the mean half way between two', () => {
    const elevationAt = createElevation(createSlope());
    expect(elevationAt(107.5005, 27.0105)).toBeCloseTo(500, 6);
    expect(elevationAt(107.501, 27.0105)).toBeCloseTo(505, 6);
    expect(elevationAt(107.5015, 27.011)).toBeCloseTo(510, 6);
  });

  it('keeps the outermost centres up to the rim and knows nothing beyond it', () => {
    const elevationAt = createElevation(createSlope());
    expect(elevationAt(107.5001, 27.0199)).toBe(500);
    expect(elevationAt(107.5399, 27.0001)).toBe(890);
    expect(elevationAt(107.4999, 27.01)).toBeNaN();
    expect(elevationAt(107.51, 27.0201)).toBeNaN();
    expect(createElevation(null)(107.51, 27.01)).toBeNaN();
  });
});

describe('walkLinks', () => {
  it('counts both directions of a link, each rounded to a millionth of a minute', () => {
    const { network } = createRoadWorld(
      [
        {
          points: [
            [500, 1000],
            [600, 1000],
          ],
        },
      ],
      { dem: createSlope() },
    );
    const { linkArc, arcOpposite } = network.graph;
    const costs = network.costs('walk', 'minutes');
    const uphill = costs.forward[linkArc[0] ?? 0] ?? Number.NaN;
    const downhill = costs.forward[arcOpposite[linkArc[0] ?? 0] ?? 0] ?? Number.NaN;
    // one column of 0.001 degrees is 99.2 m wide here: slope 0.1008
    expect(uphill).toBeCloseTo(1.695, 2);
    expect(downhill).toBeCloseTo(1.195, 2);
    expect([roundMinutes(uphill), roundMinutes(downhill)]).toEqual([uphill, downhill]);
  });

  it('shares a segment among its links', () => {
    // the second road ends in the middle of the first and splits it
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
      {
        points: [
          [500, 0],
          [500, 400],
        ],
      },
    ]);
    const costs = network.costs('walk', 'minutes');
    const minutes = [0, 1, 2].map((link) => costs.forward[network.graph.linkArc[link] ?? 0]);
    // level: 5.03674 km/h, 500 m = 5.95622 min, 400 m = 4.76497 min
    expect(minutes[0]).toBeCloseTo(5.956, 2);
    expect(minutes[1]).toBeCloseTo(5.956, 2);
    expect(minutes[2]).toBeCloseTo(4.765, 2);
  });
});
