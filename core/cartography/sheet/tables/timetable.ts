import { listTasks } from '../../../indicators/tasks.ts';
import type { TableData } from '../furniture/table-data.ts';
import { nameOf, say, type TableScope, wordColumn, wordOf } from './table-scope.ts';

/** Tasks still open, by deadline: from when to when, and who is responsible. */
export function createTimetable(scope: TableScope): TableData | null {
  const open = listTasks(scope.context, scope.area.code).filter(({ state }) => state !== 'done');
  if (open.length === 0) return null;
  const sorted = open.toSorted((a, b) =>
    a.task.deadline < b.task.deadline ? -1 : a.task.deadline > b.task.deadline ? 1 : 0,
  );
  return {
    id: 'timetable',
    title: say(scope, 'timetable'),
    columns: [
      wordColumn(say(scope, 'column_task')),
      { title: say(scope, 'column_starts'), align: 'end', rank: 2 },
      { title: say(scope, 'column_deadline'), align: 'end', rank: 0 },
      wordColumn(say(scope, 'column_department'), 1),
    ],
    doneRows: new Set<number>(),
    rows: sorted.map(({ task }) => [nameOf(scope, task), task.startsOn, task.deadline, wordOf(scope, task.department)]),
  };
}
