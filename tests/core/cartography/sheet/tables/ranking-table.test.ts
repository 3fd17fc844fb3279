import { describe, expect, it } from 'vitest';
import { createRankingTable } from '#core/cartography/sheet/tables/ranking-table.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';

describe('createRankingTable', () => {
  it('ends with the benchmarks of the levels above, written as their sources state them', () => {
    const benchmarks = createTinyCountyRows().benchmarks.flatMap((row) => [
      row,
      { ...row, code: 'bench-P1-city', level: 'prefecture' as const, name: '全市平均', value: 0.842 },
    ]);
    const context = createIndicatorContext(createTinyCounty({ benchmarks }));
    const { area } = context.scope(COUNTY);
    const table = createRankingTable({ context, area, language: 'zh' }, 'P1');
    expect(table?.rows.slice(-2).map((row) => row.slice(1, 3))).toEqual([
      ['全省平均', '87.91 %'],
      ['全市平均', '84.2 %'],
    ]);
  });

  it('has no column of lights for what has none, and does not call a share done', () => {
    const context = createIndicatorContext(createTinyCounty());
    const { area } = context.scope(COUNTY);
    const table = createRankingTable({ context, area, language: 'zh' }, 'T2');
    expect(table?.columns.map(({ title }) => title)).toEqual(['位次', '名称', '数值', '其中 / 总数']);
    expect(table?.rows.every((row) => row.length === 4)).toBe(true);
  });
});
