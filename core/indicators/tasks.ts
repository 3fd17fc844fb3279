import { dateToDay } from '../county/dates.ts';
import type { TaskRow } from '../county/things.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import type { IndicatorContext } from './context.ts';

/** `late` = past its deadline and not struck off; `due_soon` within the county's days; `open` otherwise. */
export type TaskState = 'late' | 'due_soon' | 'open' | 'done';

/** A task at a day. */
export interface TaskAtDate {
  readonly task: TaskRow;
  readonly doneAmount: number;
  readonly state: TaskState;
  /** Days past the deadline, negative before it. */
  readonly daysLate: number;
  /** Number on the map's red square and in the table, 1 = latest of all in this area; null when not late. */
  readonly lateNumber: number | null;
  readonly position: LonLat | null;
}

const STATE_ORDER: Readonly<Record<TaskState, number>> = { late: 0, due_soon: 1, open: 2, done: 3 };

/**
 * Tasks of an area that had begun by the day: late ones first, the latest first; then by deadline and code.
 *
 * @throws {NotFoundError} `unknown_area`
 */
export function listTasks(context: IndicatorContext, areaCode: string): readonly TaskAtDate[] {
  const { start, end } = context.scope(areaCode).tasks();
  const tasks: TaskAtDate[] = [];
  for (let i = start; i < end; i++) {
    const task = context.county.tasks[i];
    if (task && task.startsOn <= context.asOf) tasks.push(assessTask(context, task, i));
  }
  tasks.sort(
    (a, b) =>
      STATE_ORDER[a.state] - STATE_ORDER[b.state] ||
      compareTexts(a.task.deadline, b.task.deadline) ||
      compareTexts(a.task.code, b.task.code),
  );
  return tasks.map((task, place) => (task.state === 'late' ? { ...task, lateNumber: place + 1 } : task));
}

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function assessTask({ county, state, day, index }: IndicatorContext, task: TaskRow, i: number): TaskAtDate {
  const daysLate = day - dateToDay(task.deadline);
  const isDone = state.tasks.completed[i] === 1;
  const isDueSoon = daysLate <= 0 && -daysLate <= county.settings.dueSoonDays;
  return {
    task,
    doneAmount: state.tasks.doneAmount[i] ?? 0,
    state: isDone ? 'done' : daysLate > 0 ? 'late' : isDueSoon ? 'due_soon' : 'open',
    daysLate,
    lateNumber: null,
    position: index.positions().get(task.code) ?? null,
  };
}
