import { describe, expect, it } from 'vitest';
import { geodesicLengthMeters, roundToMillimeters } from '#core/geo/geodesic-length.ts';
import {
  joinRoads as build,
  createRoad,
  describeLinks as linksOf,
  toRoadPosition as toLonLat,
} from '#tests/support/metric-roads.ts';

describe('cutAtNodes', () => {
  it('splits a road where another one ends on it', () => {
    const topology = build(createRoad('a', [0, 0], [1000, 0]), createRoad('b', [300, 0], [300, 200]));
    expect(linksOf(topology)).toEqual(['a 0-1', 'a 1-2', 'b 1-3']);
    expect(topology.links.map(({ linkNumber }) => linkNumber)).toEqual([0, 1, 0]);
    expect(topology.links[0]?.fromMeters).toBe(0);
    expect(topology.links[0]?.toMeters).toBeCloseTo(300, 1);
    expect(topology.links[1]?.fromMeters).toBe(topology.links[0]?.toMeters);
    expect(topology.links[1]?.toMeters).toBe(createRoad('a', [0, 0], [1000, 0]).lengthMeters);
    expect(topology.faults).toEqual([]);
  });
  it('splits a road where another one ends beside it within the tolerance, and reports that', () => {
    const topology = build(createRoad('a', [0, 0], [1000, 0]), createRoad('b', [300, 0.8], [300, 200]));
    expect(linksOf(topology)).toEqual(['a 0-1', 'a 1-2', 'b 1-3']);
    expect(topology.faults).toMatchObject([
      { kind: 'joined_ends', segmentCode: 'b', otherSegmentCode: 'a', distanceMeters: 0.8 },
    ]);
  });
  it('splits at the vertex rather than beside it where one is within the tolerance', () => {
    const topology = build(createRoad('a', [0, 0], [300, 0], [1000, 0]), createRoad('b', [300.6, 0.5], [300, 200]));
    expect(linksOf(topology)).toEqual(['a 0-1', 'a 1-2', 'b 1-3']);
    expect(topology.links[0]?.toMeters).toBe(createRoad('c', [0, 0], [300, 0]).lengthMeters);
  });

  it('does not split where a line has one position twice in a row', () => {
    expect(linksOf(build(createRoad('a', [0, 0], [300, 0], [300, 0], [1000, 0])))).toEqual(['a 0-1']);
  });

  it('splits two roads that cross in a common vertex', () => {
    const topology = build(createRoad('a', [-500, 0], [0, 0], [500, 0]), createRoad('b', [0, -500], [0, 0], [0, 500]));
    expect(linksOf(topology)).toEqual(['a 0-1', 'a 1-2', 'b 3-1', 'b 1-4']);
    expect(topology.faults).toEqual([]);
  });
  it('measures along the geodesic in whole millimetres, from 0 to the length', () => {
    const line = [
      [0, 0],
      [1000, 0],
      [1000, 1000],
      [2000, 1000],
    ] as const;
    const topology = build(
      createRoad('a', ...line),
      createRoad('b', [1000, 0], [1000, -300]),
      createRoad('c', [1000, 400], [1300, 400]),
    );
    const [first, second, third] = topology.links.filter(({ segmentCode }) => segmentCode === 'a');
    const edge = geodesicLengthMeters([toLonLat([0, 0]), toLonLat([1000, 0])]);
    const rest = geodesicLengthMeters([toLonLat([1000, 0]), toLonLat([1000, 400])]);
    expect(first).toMatchObject({ fromMeters: 0, toMeters: roundToMillimeters(edge) });
    expect(second?.fromMeters).toBe(first?.toMeters);
    expect(Math.abs((second?.toMeters ?? 0) - edge - rest)).toBeLessThan(0.002);
    expect(third).toMatchObject({ fromMeters: second?.toMeters, toMeters: createRoad('a', ...line).lengthMeters });
    for (const { toMeters } of topology.links) expect(roundToMillimeters(toMeters)).toBe(toMeters);
  });
  it('splits once where two roads end on it at one place from both sides', () => {
    const topology = build(
      createRoad('a', [0, 0], [1000, 0]),
      createRoad('b', [300, 0.9], [300, 200]),
      createRoad('c', [300, -0.9], [300, -200]),
    );
    expect(linksOf(topology)).toEqual(['a 0-1', 'a 1-2', 'b 1-3', 'c 1-4']);
  });
  it('closes a loop in one node', () => {
    const loop = createRoad('a', [0, 0], [300, 0], [300, 300], [0, 0]);
    expect(linksOf(build(loop))).toEqual(['a 0-0']);
  });
  it('splits a figure of eight where it meets itself', () => {
    const topology = build(createRoad('a', [-300, -300], [0, 0], [300, 300], [300, -300], [0, 0], [-300, 300]));
    expect(linksOf(topology)).toEqual(['a 0-1', 'a 1-1', 'a 1-2']);
    expect(topology.faults).toEqual([]);
  });
});
