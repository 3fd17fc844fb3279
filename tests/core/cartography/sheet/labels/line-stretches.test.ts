import { describe, expect, it } from 'vitest';
import { joinLines, listStretches } from '#core/cartography/sheet/labels/line-stretches.ts';

describe('joinLines', () => {
  it('joins pieces that meet end to end, whatever their direction and order', () => {
    const pieces = [
      [20, 0, 10, 0],
      [0, 0, 10, 0],
      [20, 0, 30, 5],
    ];
    const joined = joinLines(pieces);
    expect(joined.length).toBe(1);
    expect(joinLines([...pieces].reverse())).toEqual(joined);
    expect(joined[0]?.length).toBe(8);
  });

  it('does not join across a fork', () => {
    const fork = [
      [0, 0, 10, 0],
      [10, 0, 20, 5],
      [10, 0, 20, -5],
    ];
    expect(joinLines(fork).length).toBe(3);
  });
});

describe('listStretches', () => {
  it('names a long line again at intervals and a short one once', () => {
    // 4 mm characters come again after 30 ems = 120 mm
    expect(listStretches({ size: 4 }, [[0, 0, 500, 0]]).map(({ middle }) => middle)).toEqual([
      62.5, 187.5, 312.5, 437.5,
    ]);
    expect(listStretches({ size: 4 }, [[0, 0, 100, 0]]).length).toBe(1);
  });

  it('names lines beside each other once', () => {
    const beside = [
      [0, 0, 100, 0],
      [0, 3, 99, 3],
    ];
    expect(listStretches({ size: 4 }, beside).length).toBe(1);
  });
});
