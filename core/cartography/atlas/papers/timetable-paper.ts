import { formatMonth } from '../../../indicators/format-figure.ts';
import { listTasks, type TaskAtDate } from '../../../indicators/tasks.ts';
import { nameOf, wordOf } from '../../sheet/tables/table-scope.ts';
import type { PaperRef } from '../atlas-spec.ts';
import { groupBy } from '../group-by.ts';
import type { PaperDocument, PaperRow } from './paper-document.ts';
import { campaignValues, createPaperHead, type PaperScope } from './paper-scope.ts';
import { countStates, describeTaskState, writePlace } from './task-rows.ts';

/** Timetable (时间表): open tasks by the month of their deadline, overdue ones first, with a bar from start to deadline. */
export function createTimetablePaper({ areaCode }: PaperRef, scope: PaperScope): PaperDocument {
  const { context, language, asOf } = scope;
  const { say, ...head } = createPaperHead(scope, `${areaCode}-T-${asOf.replaceAll('-', '')}`);
  const open = listTasks(context, areaCode)
    .filter(({ state }) => state !== 'done')
    .toSorted((a, b) => (a.task.deadline < b.task.deadline ? -1 : a.task.deadline > b.task.deadline ? 1 : 0));
  const months = groupBy(open, ({ state, task }) => (state === 'late' ? '' : task.deadline.slice(0, 7)));
  const { county } = context;
  const rowOf = (one: TaskAtDate): PaperRow => ({
    kind: 'row',
    isLate: one.state === 'late',
    cells: [
      nameOf({ language }, one.task),
      writePlace(scope, one.task.areaCode, areaCode) || '—',
      wordOf(scope, one.task.department),
      one.task.deadline,
      { from: one.task.startsOn, to: one.task.deadline, state: one.state },
      describeTaskState(say, one),
    ],
  });
  return {
    ...head,
    title: `${nameOf({ language }, context.scope(areaCode).area)}${language === 'zh' ? '' : ': '}${say('paper_timetable')}`,
    to: '',
    paragraphs: [say('timetable_intro', { ...campaignValues(scope), ...countStates(open) })],
    columns: [
      { title: say('column_task'), share: 0.22, align: 'start' },
      { title: say('column_place'), share: 0.15, align: 'start' },
      { title: say('column_department'), share: 0.13, align: 'start' },
      { title: say('column_deadline'), share: 0.11, align: 'middle' },
      {
        title: `${county.campaign.startsOn.slice(0, 4)}–${county.campaign.deadline.slice(0, 4)}`,
        share: 0.27,
        align: 'middle',
      },
      { title: say('column_state'), share: 0.12, align: 'start', isState: true },
    ],
    rows: [...months].flatMap(([month, tasks]): readonly PaperRow[] => [
      { kind: 'group', title: month === '' ? say('before_month') : formatMonth(month, language) },
      ...tasks.map(rowOf),
    ]),
    closing: [],
    signatures: [say('signed_checked')],
  };
}
