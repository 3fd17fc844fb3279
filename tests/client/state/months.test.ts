import { describe, expect, it } from 'vitest';
import { listMonths, monthToDate, monthYearBefore } from '#client/state/months.ts';

describe('listMonths', () => {
  it('lists 35 months from January 2024 to November 2026', () => {
    const months = listMonths('2024-01', '2026-11');
    expect(months).toHaveLength(35);
    expect(months.slice(11, 13)).toEqual(['2024-12', '2025-01']);
  });

  it('lists one month when first and last are the same', () => {
    expect(listMonths('2026-11', '2026-11')).toEqual(['2026-11']);
  });
});

describe('monthToDate', () => {
  it('means the last day of a month, also in a leap year', () => {
    expect(monthToDate('2024-02', '2026-11-22')).toBe('2024-02-29');
  });

  it('is capped at the data date', () => {
    expect(monthToDate('2026-11', '2026-11-22')).toBe('2026-11-22');
  });
});

describe('monthYearBefore', () => {
  it('is the same month of the year before, or the first there is', () => {
    const months = listMonths('2024-01', '2026-11');
    expect(monthYearBefore('2026-11', months)).toBe('2025-11');
    expect(monthYearBefore('2024-06', months)).toBe('2024-01');
  });
});
