import { describe, expect, it } from 'vitest';
import { drawGaps, gapBounds } from '#client/state/gap-words.ts';
import type { GapsAnswer } from '#core/api/network.ts';

type Gap = GapsAnswer['items'][number];

const createSegment = (code: string, coordinates: [number, number][]): Gap['segments'][number] => ({
  code,
  name: code,
  km: 1,
  wanYuan: 50,
  isEstimate: true,
  plannedYear: null,
  line: { type: 'LineString', coordinates },
});

const createGap = (code: string, segments: Gap['segments']): Gap => ({
  code,
  name: code,
  areaCode: '529901001001',
  areaName: '',
  position: [107, 27],
  households: 40,
  people: 160,
  state: 'no_hardened_near',
  stateText: '',
  segments,
  newRoadKm: 0,
  km: 1,
  wanYuan: 50,
  reason: null,
  reasonText: null,
});

const near = createSegment('L1', [
  [107, 27],
  [107.1, 27.1],
]);
const far = createSegment('L2', [
  [107.1, 27.1],
  [107.2, 26.9],
]);

describe('gapBounds', () => {
  it('holds the settlement and every segment', () => {
    expect(gapBounds(createGap('A', [near, far]))).toEqual([107, 26.9, 107.2, 27.1]);
    expect(gapBounds(createGap('A', []))).toEqual([107, 27, 107, 27]);
  });
});

describe('drawGaps', () => {
  it('draws the open gap, and every chosen segment once in its own manner', () => {
    const items = [createGap('A', [near, far]), createGap('B', [far])];
    expect(drawGaps(items, { shown: 'A', segments: ['L2'] }).map(({ kind }) => kind)).toEqual(['gap', 'chosen']);
    expect(drawGaps(items, { shown: null, segments: [] })).toEqual([]);
  });
});
