import { describe, expect, it } from 'vitest';
import { crowdedDegrees, numberCrowded } from '#core/cartography/features/crowded-places.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';

describe('numberCrowded', () => {
  it('counts places around the same spot in their order and leaves others alone', () => {
    const places: readonly LonLat[] = [
      [107.5, 27],
      [107.5001, 27],
      [107.6, 27],
      [107.5, 27.0001],
    ];
    expect(numberCrowded(places, 0.001)).toEqual([0, 1, 0, 2]);
  });

  it('gives nothing for nothing', () => {
    expect(numberCrowded([], 0.001)).toEqual([]);
  });
});

describe('crowdedDegrees', () => {
  it('is about one part in ninety of the larger side of the box', () => {
    expect(crowdedDegrees([107, 26.5, 107.2, 27])).toBeCloseTo(0.0055, 6);
    expect(crowdedDegrees([107, 60, 108, 60.1])).toBeCloseTo(0.0055, 4);
  });
});
