import { describe, expect, it } from 'vitest';
import { dateToDay } from '#core/county/dates.ts';
import { createWorkingCalendar } from '#core/county/working-days.ts';

const countBetween = (stops: readonly { from: string; to: string }[], from: string, to: string): number =>
  createWorkingCalendar(stops).countBetween(dateToDay(from), dateToDay(to));

describe('createWorkingCalendar', () => {
  it('counts every day after the first up to the last when nothing stops', () => {
    expect(countBetween([], '2026-11-22', '2027-12-31')).toBe(404);
    expect(countBetween([], '2026-01-01', '2026-01-02')).toBe(1);
  });

  it('answers 0 when the end is not later', () => {
    expect(countBetween([], '2026-01-02', '2026-01-02')).toBe(0);
    expect(countBetween([], '2026-01-02', '2026-01-01')).toBe(0);
  });

  it('leaves out stopped days, both ends inclusive', () => {
    const winter = [{ from: '2026-01-10', to: '2026-01-20' }];
    expect(countBetween(winter, '2026-01-01', '2026-01-31')).toBe(30 - 11);
    expect(countBetween(winter, '2026-01-10', '2026-01-20')).toBe(0);
    expect(countBetween(winter, '2026-01-15', '2026-01-25')).toBe(5);
  });

  it('counts a day of two overlapping stops once, in any order', () => {
    const stops = [
      { from: '2026-06-15', to: '2026-06-30' },
      { from: '2026-06-01', to: '2026-06-20' },
    ];
    expect(countBetween(stops, '2026-05-31', '2026-07-10')).toBe(10);
  });

  it('ignores a stop that ends before it begins', () => {
    expect(countBetween([{ from: '2026-01-20', to: '2026-01-10' }], '2026-01-01', '2026-01-31')).toBe(30);
  });
});
