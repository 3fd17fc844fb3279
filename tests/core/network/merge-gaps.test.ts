import { describe, expect, it } from 'vitest';
import { listGaps } from '#core/network/find-gap.ts';
import { mergeGaps } from '#core/network/merge-gaps.ts';
import { createJoinedWorld, type SurfacedRoad } from '#tests/support/joined-world.ts';

const TRUNK: SurfacedRoad = {
  points: [
    [0, 0],
    [3000, 0],
  ],
  surface: 'cement_concrete',
  roadClass: 'G',
};
const gravel = (...points: SurfacedRoad['points']): SurfacedRoad => ({ points, surface: 'gravel' });

describe('mergeGaps', () => {
  it('counts a segment once that several settlements need', () => {
    const { county, network, joined } = createJoinedWorld({
      roads: [TRUNK, { ...gravel([0, 0], [0, 1000]), costYuan: 300_000 }, gravel([0, 1000], [0, 2000])],
      seats: [[0, 0]],
      settlements: [{ place: [0, 1000] }, { place: [0, 2000] }],
    });
    const merged = mergeGaps(county, listGaps(network, joined, [0, 1]));
    expect(merged.segments).toEqual([1, 2]);
    expect(merged.lengthMeters).toBeCloseTo(2000, -1);
    // 300,000 of its own and a kilometre at 500,000
    expect(merged.costYuan).toBeCloseTo(800_000, -4);
    expect(merged.estimatedCostYuan).toBeCloseTo(500_000, -4);
  });

  it('counts the new road to a seat once, and that of each settlement', () => {
    const { county, network, joined } = createJoinedWorld({
      roads: [TRUNK],
      seats: [[2500, 800]],
      settlements: [{ place: [500, 400] }, { place: [1000, 500] }],
    });
    const { newRoads, newRoadMeters } = mergeGaps(county, listGaps(network, joined, [0, 1]));
    expect(newRoads.map(({ origin }) => origin)).toEqual(['settlement', 'seat', 'settlement']);
    expect(newRoadMeters).toBeCloseTo(1700, 0);
  });

  it('adds nothing for gaps that nothing can close', () => {
    const { county, network, joined } = createJoinedWorld({
      roads: [],
      seats: [[0, 0]],
      settlements: [{ place: [0, 0] }],
    });
    expect(mergeGaps(county, listGaps(network, joined, [0]))).toEqual({
      segments: [],
      newRoads: [],
      lengthMeters: 0,
      newRoadMeters: 0,
      costYuan: 0,
      estimatedCostYuan: 0,
    });
  });
});
