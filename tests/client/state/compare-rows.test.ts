import { describe, expect, it } from 'vitest';
import { createAmountCell } from '#client/state/compare-rows.ts';

describe('createAmountCell', () => {
  it('tells a higher cost as worse and a lower one as better', () => {
    expect(createAmountCell(120.5, 100)).toMatchObject({ value: '120.50', change: '+20.50', tone: 'worse' });
    expect(createAmountCell(80, 100)).toMatchObject({ value: '80.00', change: '−20.00', tone: 'better' });
  });

  it('has no change in the first column, and none below what is written', () => {
    expect(createAmountCell(100, 100)).toMatchObject({ change: '', tone: 'neutral' });
    expect(createAmountCell(100.001, 100)).toMatchObject({ change: '', tone: 'neutral' });
  });

  it('judges nothing that has no better direction', () => {
    expect(createAmountCell(5, 3, { decimals: 1, betterDirection: 'none' })).toMatchObject({
      value: '5.0',
      change: '+2.0',
      tone: 'neutral',
    });
  });
});
