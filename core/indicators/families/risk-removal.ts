import type { IndicatorDefinition } from '../definition.ts';
import { householdSource } from '../entry-sources.ts';
import { hasHappened, householdPart } from '../household-part.ts';
import { isTargetAt } from '../target-households.ts';

/** P5: target households whose risk was removed by help among all ever identified; natural removals counted apart. */
export const P5: IndicatorDefinition = {
  code: 'P5',
  unit: 'ratio',
  countUnit: 'households',
  betterDirection: 'up',
  target: { kind: 'shown' },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { households } = context.county;
    const share = (part: string | null, event: 'risk_removed' | 'risk_removed_naturally') =>
      householdPart(households, {
        part,
        asked: (i) => isTargetAt(households, i, context.day),
        counts: (i) => hasHappened(households.eventDay[event], i, context.day),
      });
    const parts = [share(null, 'risk_removed'), share('natural', 'risk_removed_naturally')];
    return [{ source: householdSource(context, 'target'), parts }];
  },
};
