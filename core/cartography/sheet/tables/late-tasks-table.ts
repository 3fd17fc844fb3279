import { formatNumber } from '../../../indicators/format-figure.ts';
import { listTasks } from '../../../indicators/tasks.ts';
import type { TableData } from '../furniture/table-data.ts';
import { nameOf, numberColumn, say, type TableScope, wordColumn, wordOf } from './table-scope.ts';
import { writeDone } from './tasks-table.ts';

/** Late tasks with the numbers of the red squares on the map. */
export function createLateTasksTable(scope: TableScope): TableData {
  const { context, area } = scope;
  const tasks = listTasks(context, area.code);
  const late = tasks.filter(({ state }) => state === 'late');
  const dueSoon = tasks.filter(({ state }) => state === 'due_soon').length;
  return {
    id: 'late_tasks',
    title: `${say(scope, 'late_tasks')} ${late.length}`,
    remark: say(scope, 'due_soon_tasks', { count: dueSoon }),
    columns: [
      { title: say(scope, 'column_number'), align: 'middle', rank: 0 },
      wordColumn(say(scope, 'column_task')),
      wordColumn(say(scope, 'column_post'), 3),
      { title: say(scope, 'column_deadline'), align: 'end', rank: 1 },
      numberColumn(say(scope, 'column_days_late')),
      numberColumn(say(scope, 'column_done'), 2),
    ],
    rows: late.map((one) => [
      { number: one.lateNumber ?? 0 },
      nameOf(scope, one.task),
      wordOf(scope, one.task.responsiblePost),
      one.task.deadline,
      formatNumber(one.daysLate, 0),
      writeDone(scope, one),
    ]),
    empty: say(scope, 'late_tasks_none'),
  };
}
