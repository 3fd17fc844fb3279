import { describe, expect, it } from 'vitest';
import {
  joinRoads as build,
  createRoad,
  describeFaults as faultsOf,
  describeLinks as linksOf,
} from '#tests/support/metric-roads.ts';

describe('findCrossings', () => {
  it('reports lines that cross without a common position and does not join them', () => {
    const topology = build(createRoad('a', [-500, 0], [500, 0]), createRoad('b', [0, -500], [0, 500]));
    expect(linksOf(topology)).toEqual(['a 0-1', 'b 2-3']);
    expect(topology.faults).toMatchObject([
      { kind: 'crossing', segmentCode: 'a', otherSegmentCode: 'b', distanceMeters: 0 },
    ]);
    const [lon, lat] = topology.faults[0]?.position ?? [0, 0];
    expect(lon).toBeCloseTo(107.5, 7);
    expect(lat).toBeCloseTo(27, 7);
  });
  it('reports each place once, also where one line has a vertex on the other', () => {
    const topology = build(
      createRoad('a', [-500, 0], [500, 0]),
      createRoad('b', [-100, -100], [-100, 0], [-100, 100], [100, 100], [100, -100]),
    );
    expect(faultsOf(topology)).toEqual(['crossing a b', 'crossing a b']);
  });
  it('does not take an end that overshoots the road a little for a bridge', () => {
    const topology = build(createRoad('a', [0, 0], [1000, 0]), createRoad('b', [300, -0.7], [300, 200]));
    expect(linksOf(topology)).toEqual(['a 0-1', 'a 1-2', 'b 1-3']);
    expect(faultsOf(topology)).toEqual(['joined_ends b a']);
  });
  it('reports a road that passes over itself', () => {
    const topology = build(createRoad('a', [-500, 0], [500, 0], [500, 300], [0, 300], [0, -300]));
    expect(linksOf(topology)).toEqual(['a 0-1']);
    expect(faultsOf(topology)).toEqual(['crossing a a']);
  });
});
