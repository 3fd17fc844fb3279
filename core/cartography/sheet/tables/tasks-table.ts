import { findLatest } from '../../../county/county-state.ts';
import { formatNumber } from '../../../indicators/format-figure.ts';
import { listTasks, type TaskAtDate } from '../../../indicators/tasks.ts';
import type { TableCell, TableData } from '../furniture/table-data.ts';
import { nameOf, numberColumn, say, type TableScope, wordColumn, wordOf } from './table-scope.ts';

/** All tasks that had begun: unit and post responsible, deadline, amount; late ones carry their number, done ones their stamp. */
export function createTasksTable(scope: TableScope): TableData | null {
  const tasks = listTasks(scope.context, scope.area.code);
  if (tasks.length === 0) return null;
  return {
    id: 'tasks',
    title: `${say(scope, 'tasks')} ${tasks.length}`,
    columns: [
      wordColumn(say(scope, 'column_task')),
      wordColumn(say(scope, 'column_department'), 2),
      wordColumn(say(scope, 'column_post'), 3),
      { title: say(scope, 'column_deadline'), align: 'end', rank: 0 },
      { ...numberColumn(say(scope, 'column_done'), 1), isState: true },
      { title: say(scope, 'column_struck_off'), align: 'middle', rank: 0, isState: true },
    ],
    rows: tasks.map((one) => [
      nameOf(scope, one.task),
      wordOf(scope, one.task.department),
      wordOf(scope, one.task.responsiblePost),
      one.task.deadline,
      writeDone(scope, one),
      stateOf(scope, one),
    ]),
    doneRows: new Set(tasks.flatMap(({ state }, index) => (state === 'done' ? [index] : []))),
  };
}

function stateOf({ context }: TableScope, { task, lateNumber }: TaskAtDate): TableCell {
  const done = findLatest(task.events, context.asOf, 'completed');
  if (done) return { stamp: done.on };
  return lateNumber === null ? '' : { number: lateNumber };
}

/** `3 / 10 km`. */
export const writeDone = (scope: TableScope, { task, doneAmount }: TaskAtDate): string =>
  `${writeAmount(doneAmount)} / ${writeAmount(task.plannedAmount)} ${wordOf(scope, task.unit)}`;

const writeAmount = (amount: number): string => formatNumber(amount, Number.isInteger(amount) ? 0 : 1);
