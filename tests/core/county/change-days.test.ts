import { describe, expect, it } from 'vitest';
import { createChangeDays } from '#core/county/change-days.ts';

const on = (...days: readonly string[]) => ({ events: days.map((day) => ({ on: day })) });

describe('createChangeDays', () => {
  const days = createChangeDays([on('2025-03-01', '2026-01-01'), on(), on('2024-05-05'), on('2025-03-01')]);

  it('counts the days at or before a date', () => {
    expect(['2024-05-04', '2024-05-05', '2025-03-01', '2025-12-31', '2026-01-01'].map(days.placeOf)).toEqual([
      0, 1, 2, 2, 3,
    ]);
  });

  it('names what changes between two days, the later day included, in either order', () => {
    const [early, late] = [days.placeOf('2024-05-05'), days.placeOf('2026-06-01')];
    expect([...days.changedBetween(early, late)]).toEqual([0, 3, 0]);
    expect([...days.changedBetween(late, early)]).toEqual([0, 3, 0]);
    expect(days.countBetween(early, late)).toBe(3);
    expect(days.countBetween(late, late)).toBe(0);
  });

  it('knows nothing of things without events', () => {
    const none = createChangeDays([on(), on()]);
    expect(none.placeOf('2026-01-01')).toBe(0);
    expect(none.changedBetween(0, 0)).toHaveLength(0);
  });
});
