import { describe, expect, it } from 'vitest';
import {
  joinRoads as build,
  createRoad,
  describeFaults as faultsOf,
  describeLinks as linksOf,
  toRoadPosition as toLonLat,
} from '#tests/support/metric-roads.ts';

describe('findProbableGaps', () => {
  it('reports a dangling end close to another road and leaves it open', () => {
    const topology = build(createRoad('a', [0, 0], [1000, 0]), createRoad('b', [300, 12], [300, 500]));
    expect(linksOf(topology)).toEqual(['a 0-1', 'b 2-3']);
    expect(topology.faults).toMatchObject([
      {
        kind: 'probable_gap',
        segmentCode: 'b',
        otherSegmentCode: 'a',
        distanceMeters: 12,
        position: toLonLat([300, 12]),
      },
    ]);
  });
  it('does not take a segment without length at the end for a road that goes on', () => {
    const topology = build(
      createRoad('a', [0, 0], [1000, 0]),
      createRoad('b', [300, 12], [300, 500]),
      createRoad('c', [300, 12], [300, 12]),
    );
    expect(faultsOf(topology)).toEqual(['probable_gap b a', 'zero_length c null']);
  });

  it('reports two ends that miss each other as one gap', () => {
    const topology = build(createRoad('a', [0, 0], [500, 0]), createRoad('b', [510, 0], [900, 0]));
    expect(faultsOf(topology)).toEqual(['probable_gap a b']);
  });
  it('keeps silent about an end that is farther away than a probable gap', () => {
    expect(build(createRoad('a', [0, 0], [1000, 0]), createRoad('b', [300, 26], [300, 500])).faults).toEqual([]);
  });
  it('keeps silent about the end of a short road beside the road that it leaves', () => {
    expect(build(createRoad('a', [0, 0], [1000, 0]), createRoad('b', [300, 0], [300, 20])).faults).toEqual([]);
  });
  it('keeps silent about the bend of the very road that ends', () => {
    expect(build(createRoad('a', [0, 0], [500, 0], [500, 15], [470, 15])).faults).toEqual([]);
  });
  it('reports a long road that nearly comes back to itself', () => {
    expect(faultsOf(build(createRoad('a', [0, 0], [500, 0], [500, 500], [0, 500], [0, 10])))).toEqual([
      'probable_gap a a',
    ]);
  });
  it('takes the same road twice for one where it dangles', () => {
    const points = [
      [300, 12],
      [300, 500],
    ] as const;
    const topology = build(createRoad('a', [0, 0], [1000, 0]), createRoad('b', ...points), {
      ...createRoad('c', ...points),
      sharesPavementWith: 'b',
    });
    expect(faultsOf(topology)).toEqual(['probable_gap b a']);
  });
});
