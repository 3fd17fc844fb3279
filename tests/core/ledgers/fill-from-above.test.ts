import { describe, expect, it } from 'vitest';
import { fillFromAbove } from '#core/ledgers/fill-from-above.ts';
import type { SourceCell } from '#core/ledgers/source-table.ts';

const fill = (columns: readonly string[], cells: readonly (readonly SourceCell[])[]) => {
  const filled = fillFromAbove(
    columns,
    cells.map((row, index) => ({ row: index + 2, cells: row, geometry: null })),
  );
  return { ...filled, rows: filled.rows.map((row) => row.cells) };
};

describe('fillFromAbove', () => {
  it('puts what stands above where a cell says so, over several rows and in every column', () => {
    const { rows, dittos, grouped } = fill(
      ['乡镇', '名称', '户数'],
      [
        ['城关镇', '甲组', 12],
        ['同上', '乙组', '〃'],
        ['″', '丙组', 13],
        [' ditto ', '丁组', 'do.'],
      ],
    );
    expect(rows.map(([town]) => town)).toEqual(['城关镇', '城关镇', '城关镇', '城关镇']);
    expect(rows.map(([, , households]) => households)).toEqual([12, 12, 13, 13]);
    expect([dittos, grouped]).toEqual([5, 0]);
  });

  it('fills towns and villages that stand once above their rows, as merged cells leave them in CSV', () => {
    const { rows, grouped } = fill(
      ['所在地/乡镇', '行政村', '名称'],
      [
        ['城关镇', '杉田村', '甲组'],
        [null, null, '乙组'],
        [null, '羊沟村', '丙组'],
        ['白沙镇', '银寨村', '丁组'],
        [null, null, '戊组'],
      ],
    );
    expect(rows.map(([town, village]) => `${town}${village}`)).toEqual([
      '城关镇杉田村',
      '城关镇杉田村',
      '城关镇羊沟村',
      '白沙镇银寨村',
      '白沙镇银寨村',
    ]);
    expect(grouped).toBe(5);
  });

  it('leaves cells that are just missing: where the same name follows itself, where few are empty, at the top, and in other columns', () => {
    const plain = [['城关镇'], [null], [null], ['城关镇'], ['白沙镇']];
    expect(fill(['乡镇'], plain).rows).toEqual(plain);
    const few = [['城关镇'], ['白沙镇'], ['双溪镇'], [null]];
    expect(fill(['乡镇'], few).rows).toEqual(few);
    const top = [[null], ['城关镇'], [null]];
    expect(fill(['乡镇'], top).rows).toEqual(top);
    const others = [['王家坝'], [null], [null]];
    expect(fill(['自然村'], others).rows).toEqual(others);
    expect(fill(['备注'], [['同上'], [null]]).rows).toEqual([['同上'], [null]]);
  });
});
