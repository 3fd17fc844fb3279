import { describe, expect, it } from 'vitest';
import { joinNodes } from '#core/county/join-nodes.ts';
import type { SegmentRow } from '#core/county/things.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

function createSegment(code: string, ...coordinates: readonly LonLat[]): SegmentRow {
  const [any] = createTinyCountyRows().segments;
  if (!any) throw new Error('The tiny county has no segment.');
  return { ...any, code, line: { type: 'LineString', coordinates } };
}

describe('joinNodes', () => {
  it('joins ends within a metre and reports the gap', () => {
    const { startNodes, endNodes, gaps } = joinNodes([
      createSegment('a', [107.5, 27], [107.51, 27]),
      createSegment('b', [107.510005, 27], [107.52, 27]),
    ]);
    expect(endNodes[0]).toBe(startNodes[1]);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ segmentCode: 'a', otherSegmentCode: 'b' });
    expect(gaps[0]?.distanceMeters).toBeCloseTo(0.5, 1);
  });

  it('leaves ends farther apart alone', () => {
    const { startNodes, endNodes, gaps } = joinNodes([
      createSegment('a', [107.5, 27], [107.51, 27]),
      createSegment('b', [107.51002, 27], [107.52, 27]),
    ]);
    expect(endNodes[0]).not.toBe(startNodes[1]);
    expect(gaps).toEqual([]);
  });

  it('keeps both ends of a very short segment apart, and closes a loop', () => {
    const short = joinNodes([createSegment('a', [107.5, 27], [107.500005, 27])]);
    expect(short.startNodes[0]).not.toBe(short.endNodes[0]);
    const loop = joinNodes([createSegment('a', [107.5, 27], [107.51, 27], [107.51, 27.01], [107.5, 27])]);
    expect(loop.startNodes[0]).toBe(loop.endNodes[0]);
  });

  it('numbers nodes from zero in the order of the segments', () => {
    const { startNodes, endNodes } = joinNodes([
      createSegment('a', [107.5, 27], [107.51, 27]),
      createSegment('b', [107.52, 27], [107.51, 27]),
    ]);
    expect([...startNodes, ...endNodes]).toEqual([0, 2, 1, 1]);
    expect(joinNodes([]).gaps).toEqual([]);
  });
});
