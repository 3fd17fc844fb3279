import { describe, expect, it } from 'vitest';
import { createCategoryTable } from '#core/cartography/sheet/tables/category-table.ts';
import { createSegmentsTable } from '#core/cartography/sheet/tables/segments-table.ts';
import { createStruckOffTable } from '#core/cartography/sheet/tables/struck-off-table.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';

const context = createIndicatorContext(buildCounty(await loadSampleCounty(), 1));
const scopeOf = (areaCode: string) => ({ context, area: context.scope(areaCode).area, language: 'zh' as const });
const numberOf = (cell: unknown): number => Number(String(cell).replaceAll(',', ''));

describe('createSegmentsTable', () => {
  it.each(['529901007', '529901007005'])('lists the planned kilometres of R6 in %s', (areaCode) => {
    const table = createSegmentsTable(scopeOf(areaCode));
    const column = table?.columns.findIndex(({ title }) => title === '公里') ?? -1;
    const total = table?.rows.reduce((sum, row) => sum + numberOf(row[column]), 0) ?? 0;
    const planned = (computeFigure(context, 'R6', areaCode, { parts: false }).denominator ?? 0) / 1000;
    // each row is rounded to 10 m
    expect(Math.abs(total - planned)).toBeLessThan(0.005 * (table?.rows.length ?? 0) + 1e-9);
  });

  it('shows 10.0 km planned and 3.0 km hardened of the worked village', () => {
    const table = createSegmentsTable(scopeOf('529901007005'));
    const hardened = table?.rows.filter((row) => row.at(-1) === '已硬化') ?? [];
    expect(hardened.reduce((sum, row) => sum + numberOf(row[1]), 0)).toBeCloseTo(3, 1);
  });
});

describe('createStruckOffTable', () => {
  it('lists every village that left by the day, the latest first, with its stamp', () => {
    const table = createStruckOffTable(scopeOf('529901'));
    const left = context.county.areas.filter(({ events }) =>
      events.some(({ kind, on }) => kind === 'exit' && on <= context.asOf),
    );
    expect(table.rows.filter(([kind]) => kind === '村')).toHaveLength(left.length);
    const days = table.rows
      .map((row) => row.at(-1))
      .map((cell) => (typeof cell === 'object' && 'stamp' in cell ? cell.stamp : ''));
    expect(days).toEqual([...days].sort().reverse());
  });

  it('lists nothing of later days', () => {
    const early = context.at('2024-01-01');
    expect(createStruckOffTable({ ...scopeOf('529901'), context: early }).rows).toEqual([]);
  });
});

describe('createCategoryTable', () => {
  it('has categories that add up to the total, households and people alike', () => {
    const table = createCategoryTable(scopeOf('529901'));
    for (const [, total, ...categories] of table?.rows ?? []) {
      const pairs = categories.map((cell) => String(cell).split(' / ').map(numberOf));
      const sums = [0, 1].map((at) => pairs.reduce((sum, pair) => sum + (pair[at] ?? 0), 0));
      expect(sums).toEqual(String(total).split(' / ').map(numberOf));
    }
  });
});
