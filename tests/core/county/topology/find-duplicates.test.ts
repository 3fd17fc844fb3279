import { describe, expect, it } from 'vitest';
import { joinRoads as build, createRoad, describeLinks as linksOf } from '#tests/support/metric-roads.ts';

describe('findDuplicates', () => {
  it('reports the same line twice, reversed too, and joins it at all its vertices', () => {
    const points = [
      [0, 0],
      [300, 100],
      [600, 0],
    ] as const;
    const topology = build(createRoad('a', ...points), createRoad('b', ...points.toReversed()));
    expect(linksOf(topology)).toEqual(['a 0-1', 'a 1-2', 'b 2-1', 'b 1-0']);
    expect(topology.faults).toMatchObject([{ kind: 'duplicate', segmentCode: 'b', otherSegmentCode: 'a' }]);
  });
  it('keeps silent about two routes that the county says run on one pavement', () => {
    const points = [
      [0, 0],
      [300, 100],
      [600, 0],
    ] as const;
    expect(
      build(createRoad('a', ...points), { ...createRoad('b', ...points), sharesPavementWith: 'a' }).faults,
    ).toEqual([]);
  });
});
