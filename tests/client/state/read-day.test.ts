import { describe, expect, it } from 'vitest';
import { readDay } from '#client/state/read-day.ts';

describe('readDay', () => {
  it.each([
    ['2026-11-02', '2026-11-02'],
    [' 2026/11/2 ', '2026-11-02'],
    ['2026.11.02', '2026-11-02'],
    ['20261102', '2026-11-02'],
    ['2026年11月2日', '2026-11-02'],
    ['2026-02-30', null],
    ['11/02/2026', null],
    ['', null],
  ])('reads %s as %s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });
});
