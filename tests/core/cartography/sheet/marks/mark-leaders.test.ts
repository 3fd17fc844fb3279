import { describe, expect, it } from 'vitest';
import { drawMarkLeaders } from '#core/cartography/sheet/marks/mark-leaders.ts';

const RECT = { x: 10, y: 10, width: 6, height: 6 } as const;

describe('drawMarkLeaders', () => {
  it('ties a mark that stands off to its true place', () => {
    const [line, point] = drawMarkLeaders([{ from: [5, 13], rect: RECT, by: 8 }]);
    expect(line).toMatchObject({ kind: 'path', contours: [[5, 13, 13, 13]] });
    expect(point).toMatchObject({ kind: 'circle', x: 5, y: 13 });
  });

  it('draws none where the mark still covers its place, or has hardly moved', () => {
    expect(drawMarkLeaders([{ from: [11, 13], rect: RECT, by: 6 }])).toEqual([]);
    expect(drawMarkLeaders([{ from: [5, 13], rect: RECT, by: 1 }])).toEqual([]);
  });
});
