import type { IndicatorDefinition } from '../definition.ts';
import { householdSource } from '../entry-sources.ts';
import { hasHappened, householdPart } from '../household-part.ts';

/** S7: relocation households with labour force of whom at least one is in work. */
export const S7: IndicatorDefinition = {
  code: 'S7',
  unit: 'ratio',
  countUnit: 'households',
  betterDirection: 'up',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { households } = context.county;
    const hasLabour = (i: number) => (households.labourForce[i] ?? 0) > 0;
    const part = householdPart(households, {
      part: null,
      asked: hasLabour,
      counts: (i) => hasHappened(households.eventDay.in_work, i, context.day),
      excludedNote: (i) => (hasLabour(i) ? null : 'no_labour_force'),
    });
    return [{ source: householdSource(context, 'relocation'), parts: [part] }];
  },
};
