import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rect, rectsOverlap } from '#core/cartography/sheet/drawing.ts';
import { type Mark, moveRect, spreadMarks } from '#core/cartography/sheet/marks/spread-marks.ts';

const MAP = { x: 0, y: 0, width: 200, height: 200 } as const;
const square = (x: number, y: number, side = 6): Rect => ({ x, y, width: side, height: side });
const mark = (key: string, rect: Rect, mayMove = true): Mark => ({ key, rect, mayMove });

const settle = (marks: readonly Mark[]): readonly Rect[] => {
  const shifts = spreadMarks(marks, MAP);
  return marks.map(({ key, rect }) => moveRect(rect, shifts.get(key) ?? [0, 0]));
};

describe('spreadMarks', () => {
  it('leaves alone what covers nothing', () => {
    expect(spreadMarks([mark('a', square(10, 10)), mark('b', square(30, 10))], MAP).size).toBe(0);
  });

  it('moves the later of two marks in one place, and no farther than its own size and a little', () => {
    const shifts = spreadMarks([mark('a', square(50, 50)), mark('b', square(51, 50))], MAP);
    expect([...shifts.keys()]).toEqual(['b']);
    expect(Math.hypot(...(shifts.get('b') ?? [0, 0]))).toBeLessThan(7.5);
  });

  it('moves a mark off a stamp that stays, though the stamp is named later', () => {
    const shifts = spreadMarks([mark('site', square(50, 50)), mark('stamp', square(52, 52, 10), false)], MAP);
    expect([...shifts.keys()]).toEqual(['site']);
  });

  it('parts marks wherever there is room for them', () => {
    const crowd = fc.array(fc.record({ x: fc.integer({ min: 90, max: 102 }), y: fc.integer({ min: 90, max: 102 }) }), {
      maxLength: 7,
    });
    fc.assert(
      fc.property(crowd, (places) => {
        const settled = settle(places.map(({ x, y }, i) => mark(String(i), square(x, y))));
        expect(settled.some((rect, i) => settled.slice(i + 1).some((other) => rectsOverlap(rect, other)))).toBe(false);
      }),
      { seed: 20_261_123, numRuns: 100 },
    );
  });
});
