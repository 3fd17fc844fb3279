import { listTasks } from '../../../indicators/tasks.ts';
import { nameOf, wordOf } from '../../sheet/tables/table-scope.ts';
import type { PaperRef } from '../atlas-spec.ts';
import type { PaperDocument, PaperRow } from './paper-document.ts';
import { titleOfPaper } from './paper-list.ts';
import { campaignValues, createPaperHead, type PaperScope } from './paper-scope.ts';
import { countStates, describeTaskState, writeAmounts, writePlace } from './task-rows.ts';

/** Task letter (任务书) of a town, a village or a department: what it carries, how much is done, by when; done tasks last. */
export function createTaskLetter(ref: PaperRef, scope: PaperScope): PaperDocument {
  const { context, language, asOf } = scope;
  const { say, ...head } = createPaperHead(scope, letterNumber(ref, asOf));
  const { area } = context.scope(ref.areaCode);
  const tasks = listTasks(context, ref.areaCode).filter(
    ({ task }) => ref.department === undefined || task.department === ref.department,
  );
  const level = ref.department === undefined ? area.level : 'department';
  const name = ref.department === undefined ? nameOf({ language }, area) : wordOf(scope, ref.department);
  const counts = countStates(tasks);
  const rows = tasks.map((one, index): PaperRow => {
    const { task } = one;
    const cells = [
      String(index + 1),
      nameOf({ language }, task),
      writePlace(scope, task.areaCode, ref.areaCode) || '—',
      writeAmounts(scope, one),
      task.startsOn,
      task.deadline,
      wordOf(scope, ref.department === undefined ? task.department : task.responsiblePost),
      describeTaskState(say, one),
    ];
    return { kind: 'row', isLate: one.state === 'late', cells };
  });
  return {
    ...head,
    title: titleOfPaper(ref, scope),
    to: level === 'county' ? '' : say(`letter_to_${level}`, { name }),
    paragraphs: [
      say('letter_intro', campaignValues(scope)),
      say('letter_counts', { ...counts, days: campaignValues(scope).days }),
      ...(counts.open === 0 ? [say('letter_none')] : []),
    ],
    columns: [
      { title: say('column_number'), share: 0.055, align: 'middle' },
      { title: say('column_task'), share: 0.215, align: 'start' },
      { title: say('column_place'), share: 0.12, align: 'start' },
      { title: say('column_amount'), share: 0.13, align: 'end' },
      { title: say('column_starts'), share: 0.105, align: 'middle' },
      { title: say('column_deadline'), share: 0.105, align: 'middle' },
      { title: say(ref.department === undefined ? 'column_department' : 'column_post'), share: 0.15, align: 'start' },
      { title: say('column_state'), share: 0.12, align: 'start', isState: true },
    ],
    rows,
    closing: [say('letter_closing')],
    signatures: [say('signed_issuer'), say('signed_receiver')],
  };
}

/** Area and day: the same letter has the same number. */
const letterNumber = ({ areaCode, department }: PaperRef, asOf: string): string =>
  `${areaCode}${department === undefined ? '' : '-D'}-${asOf.replaceAll('-', '')}`;
