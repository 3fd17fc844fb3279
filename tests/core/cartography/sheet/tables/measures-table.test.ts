import { describe, expect, it } from 'vitest';
import { createMeasuresTable } from '#core/cartography/sheet/tables/measures-table.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { writeAmount } from '#core/indicators/format-figure.ts';
import type { Language } from '#core/texts/language.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

function createTable(language: Language = 'zh') {
  const context = createIndicatorContext(createTinyCounty());
  const { area } = context.scope(COUNTY);
  return { context, table: createMeasuresTable({ context, area, language }) };
}

describe('createMeasuresTable', () => {
  it('lists measures with department, years and money', () => {
    const { table } = createTable();
    const titles = table?.columns.map(({ title }) => title) ?? [];
    expect(titles.slice(0, 2)).toEqual(['类别', '牵头部门']);
    expect(titles.slice(2, -4).join(' ')).toMatch(/^(20\d\d年 ?)+(未定)?$/);
    expect(titles.slice(-4)).toEqual(['计划', '竣工 / 开工', '下达', '拨付']);
  });

  it('calls money that was disbursed disbursed, and agrees with the figure', () => {
    const { context, table } = createTable('en');
    const figure = computeFigure(context, 'P2', COUNTY);
    const write = (amount: number | null) => writeAmount(amount, 'yuan', { language: 'en' }).value;
    expect(table?.columns.slice(-2).map(({ title }) => title)).toEqual(['Allocated', 'Disbursed']);
    expect(table?.rows[0]?.slice(-2)).toEqual([write(figure.denominator), write(figure.numerator)]);
  });

  it('adds years up to the plan', () => {
    const { context, table } = createTable();
    const years = table?.rows[0]?.slice(2, -4) ?? [];
    const planned = context.county.projects.reduce((sum, { plannedYuan }) => sum + plannedYuan, 0) / 10_000;
    const sum = years.reduce((total, cell) => total + Number(String(cell).replaceAll(',', '').replace('—', '0')), 0);
    expect(sum).toBeCloseTo(planned, 1);
  });

  it('writes all money with two decimals of 万元', () => {
    const { table } = createTable();
    const money = table?.columns.flatMap(({ title }, index) =>
      index > 1 && title !== '竣工 / 开工' ? (table.rows.map((row) => row[index]) ?? []) : [],
    );
    expect(money?.filter((cell) => cell !== '—').every((cell) => /^[\d,]+\.\d\d$/.test(String(cell)))).toBe(true);
  });
});
