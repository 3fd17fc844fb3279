import { SITE_STAGES } from '../../county/kinds.ts';
import type { IndicatorContext } from '../context.ts';
import type { IndicatorDefinition } from '../definition.ts';
import { householdSource } from '../entry-sources.ts';
import { hasHappened, householdPart } from '../household-part.ts';

const STRUCTURE_DONE = SITE_STAGES.indexOf('structure_done');

/** S3: relocation households moved in among all; parts: structure done, handed over. */
export const S3: IndicatorDefinition = {
  code: 'S3',
  unit: 'ratio',
  countUnit: 'households',
  betterDirection: 'up',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { households } = context.county;
    const { eventDay } = households;
    const stage = (part: string | null, counts: (household: number) => boolean) =>
      householdPart(households, { part, asked: () => true, counts, targeted: true });
    const parts = [
      stage(null, (i) => hasHappened(eventDay.moved_in, i, context.day)),
      stage('structure_done', (i) => isStructureDone(context, i)),
      stage('handed_over', (i) => hasHappened(eventDay.handed_over, i, context.day)),
    ];
    return [{ source: householdSource(context, 'relocation'), parts }];
  },
};

/** Whether the household's site, or its own scattered house, has reached 主体完工 by the day. */
function isStructureDone({ county: { households }, state, day }: IndicatorContext, household: number): boolean {
  const site = households.site[household] ?? -1;
  if (site >= 0) return (state.siteStage[site] ?? -1) >= STRUCTURE_DONE;
  return hasHappened(households.eventDay.structure_done, household, day);
}
