import type { IndicatorContext } from '../../../indicators/context.ts';
import type { Language } from '../../../texts/language.ts';
import { nameOf, wordOf } from '../../sheet/tables/table-scope.ts';
import type { PaperRef } from '../atlas-spec.ts';
import { createSayAtlas } from '../atlas-text.ts';

/** Departments with tasks that had begun by the day, in the order of their names. */
export function listDepartments({ county, asOf }: IndicatorContext, areaCode: string): readonly string[] {
  const departments = county.tasks
    .filter((task) => task.areaCode.startsWith(areaCode) && task.startsOn <= asOf)
    .map(({ department }) => department);
  return [...new Set(departments)].sort(new Intl.Collator('zh-Hans-CN').compare);
}

/** Title of a paper: 时间表, 云台镇任务书. */
export function titleOfPaper(
  { kind, areaCode, department }: PaperRef,
  { context, language }: { readonly context: IndicatorContext; readonly language: Language },
): string {
  const say = createSayAtlas(language);
  if (kind !== 'task_letters') return say(`paper_${kind}`);
  return say('letter_title', {
    name:
      department === undefined
        ? nameOf({ language }, context.scope(areaCode).area)
        : wordOf({ context, language }, department),
  });
}
