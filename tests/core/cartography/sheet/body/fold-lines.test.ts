import { describe, expect, it } from 'vitest';
import { createLineFolder, MOST_LINES } from '#core/cartography/sheet/body/fold-lines.ts';
import { forEachContour } from '#core/cartography/sheet/packed-contours.ts';
import type { PositionRun } from '#core/geo/position-run.ts';

const runOf = (...numbers: number[]): PositionRun => ({
  numbers: Float64Array.from(numbers),
  count: numbers.length / 2,
});

/** Lines left of 100 stay as they are; others are cut in two. */
const folder = () =>
  createLineFolder({
    write(run, into, at) {
      if ((run.numbers[0] ?? 0) >= 100) return -1;
      into.set(run.numbers, at);
      return at + run.numbers.length;
    },
    cut: () => [
      [100, 0, 101, 0],
      [102, 0, 103, 0],
    ],
  });

describe('createLineFolder', () => {
  it('gathers lines by their kind, in the order in which kinds came', () => {
    const [gravel, earth] = [{ code: 'a' }, { code: 'b' }];
    const { add, finish } = folder();
    add(gravel, runOf(1, 1, 2, 2));
    add(earth, runOf(3, 3, 4, 4, 5, 5));
    add(gravel, runOf(100, 0, 103, 0));
    expect(finish().map(({ properties, contours }) => ({ properties, contours }))).toEqual([
      {
        properties: gravel,
        contours: [
          [1, 1, 2, 2],
          [100, 0, 101, 0],
          [102, 0, 103, 0],
        ],
      },
      { properties: earth, contours: [[3, 3, 4, 4, 5, 5]] },
    ]);
  });

  it('begins another feature when one has as many lines as a path may', () => {
    const kind = { code: 'a' };
    const { add, finish } = folder();
    const count = 2 * MOST_LINES + 7;
    for (let i = 0; i < count; i++) add(kind, runOf(i / count, 0, 1, i));
    const folded = finish();
    expect(folded.map(({ packed }) => packed.length)).toEqual([MOST_LINES, MOST_LINES, 7]);
    const ends: number[] = [];
    for (const { packed } of folded) forEachContour(packed, (numbers, _, end) => ends.push(numbers[end - 1] ?? -1));
    expect(ends).toEqual(Array.from({ length: count }, (_, i) => i));
  });

  it('loses no line when every line is of its own kind', () => {
    const { add, finish } = folder();
    for (let i = 0; i < 600; i++) add({ code: String(i) }, runOf(i / 600, 0, 1, 1));
    expect(new Set(finish().map(({ code }) => code)).size).toBe(600);
  });
});
