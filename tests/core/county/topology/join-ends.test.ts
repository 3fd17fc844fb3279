import { describe, expect, it } from 'vitest';
import {
  joinRoads as build,
  createRoad,
  describeFaults as faultsOf,
  describeLinks as linksOf,
  toRoadPosition as toLonLat,
} from '#tests/support/metric-roads.ts';

describe('joinEnds', () => {
  it('joins ends within a metre and reports the end that was moved', () => {
    const topology = build(createRoad('a', [0, 0], [500, 0]), createRoad('b', [500.5, 0], [900, 0]));
    expect(linksOf(topology)).toEqual(['a 0-1', 'b 1-2']);
    expect(topology.faults).toEqual([
      {
        kind: 'joined_ends',
        segmentCode: 'a',
        otherSegmentCode: 'b',
        distanceMeters: 0.5,
        position: toLonLat([500, 0]),
      },
    ]);
  });
  it('joins ends that coincide to the millimetre without a word', () => {
    const topology = build(createRoad('a', [0, 0], [500, 0]), createRoad('b', [500.0005, 0], [900, 0]));
    expect(linksOf(topology)).toEqual(['a 0-1', 'b 1-2']);
    expect(topology.faults).toEqual([]);
  });
  it('leaves ends farther apart alone', () => {
    expect(linksOf(build(createRoad('a', [0, 0], [500, 0]), createRoad('b', [501.1, 0], [900, 0])))).toEqual([
      'a 0-1',
      'b 2-3',
    ]);
  });
  it('joins three roads at a node, one of them reversed', () => {
    const topology = build(
      createRoad('a', [0, 0], [500, 0]),
      createRoad('b', [500, 400], [500, 0]),
      createRoad('c', [500, 0], [900, 0]),
    );
    expect(linksOf(topology)).toEqual(['a 0-1', 'b 2-1', 'c 1-3']);
    expect(topology.faults).toEqual([]);
  });
  it('keeps both ends of a very short segment apart', () => {
    expect(linksOf(build(createRoad('a', [0, 0], [0.5, 0])))).toEqual(['a 0-1']);
  });
  it('keeps both ends of a very short segment apart where only one of them meets a road', () => {
    const topology = build(createRoad('a', [0, 0], [1000, 0]), createRoad('b', [300, 0.8], [300, 1.3]));
    expect(linksOf(topology)).toEqual(['a 0-1', 'a 1-2', 'b 1-3']);
  });

  it('joins an end that comes back to its own road', () => {
    const topology = build(createRoad('a', [0, 0], [500, 0], [500, 300], [200, 300], [200, 0.4]));
    expect(linksOf(topology)).toEqual(['a 0-1', 'a 1-1']);
    expect(faultsOf(topology)).toEqual(['joined_ends a a']);
  });
});
