import { formatNumber } from '../../../indicators/format-figure.ts';
import type { TaskAtDate } from '../../../indicators/tasks.ts';
import { nameOf, wordOf } from '../../sheet/tables/table-scope.ts';
import type { SayAtlas } from '../atlas-text.ts';
import type { PaperScope } from './paper-scope.ts';

/** State of a task in words: 逾期12天, 20天后到期, 进行中, 已完成. */
export function describeTaskState(say: SayAtlas, { state, daysLate }: TaskAtDate): string {
  return say(`state_${state}`, { days: Math.abs(daysLate) });
}

/** What was done of what is planned, with its unit. */
export function writeAmounts(scope: PaperScope, { task, doneAmount }: TaskAtDate): string {
  const trim = (amount: number): string => formatNumber(amount, Number.isInteger(amount) ? 0 : 1);
  return `${trim(doneAmount)} / ${trim(task.plannedAmount)} ${wordOf(scope, task.unit)}`;
}

/** Where a task is: town and village, without what the paper's own area says already. */
export function writePlace({ context, language }: PaperScope, areaCode: string, within: string): string {
  const codes = [9, 12].filter((digits) => areaCode.length >= digits && within.length < digits);
  const names = codes.map((digits) => nameOf({ language }, context.scope(areaCode.slice(0, digits)).area));
  return (language === 'zh' ? names : names.reverse()).join(language === 'zh' ? '' : ', ');
}

/** How many tasks are in which state, as a sentence's values. */
export function countStates(
  tasks: readonly TaskAtDate[],
): Readonly<Record<'total' | 'done' | 'open' | 'late' | 'soon', number>> {
  const count = (...states: readonly TaskAtDate['state'][]): number =>
    tasks.filter(({ state }) => states.includes(state)).length;
  return {
    total: tasks.length,
    done: count('done'),
    open: count('open', 'late', 'due_soon'),
    late: count('late'),
    soon: count('due_soon'),
  };
}
