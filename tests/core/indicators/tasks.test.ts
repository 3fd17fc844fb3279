import { describe, expect, it } from 'vitest';
import { listTasks } from '#core/indicators/tasks.ts';
import { COUNTY, EAST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

const statesAt = (asOf: string, area = COUNTY) =>
  listTasks(createTinyContext({}, asOf), area).map(({ task, state, daysLate, lateNumber }) =>
    [task.code, state, daysLate, lateNumber].join(' '),
  );

describe('listTasks', () => {
  it('lists late tasks first and numbers them, then those due soon, open and done', () => {
    expect(statesAt('2026-11-22')).toEqual([
      'task-2 late 22 1',
      'task-3 due_soon -18 ',
      'task-4 open -404 ',
      'task-1 done 145 ',
    ]);
  });

  it('is not late on the day of the deadline', () => {
    expect(statesAt('2026-10-31')).toContain('task-2 due_soon 0 ');
    expect(statesAt('2026-11-01')).toContain('task-2 late 1 1');
  });

  it('knows nothing of tasks that have not begun, and keeps to the area', () => {
    expect(statesAt('2024-06-30')).toEqual(['task-4 open -1279 ']);
    expect(statesAt('2026-11-22', EAST_TOWN)).toEqual(['task-3 due_soon -18 ']);
  });

  it('tells how much is done and where', () => {
    const [late] = listTasks(createTinyContext(), COUNTY);
    expect(late).toMatchObject({ doneAmount: 5, position: [107.505, 27.018] });
  });
});
