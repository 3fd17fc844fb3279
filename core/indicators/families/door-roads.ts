import type { IndicatorDefinition } from '../definition.ts';
import { householdSource } from '../entry-sources.ts';
import { hasHappened, householdPart } from '../household-part.ts';

/** R3: households with a hardened road to the door, from the ledger. */
export const R3: IndicatorDefinition = {
  code: 'R3',
  unit: 'ratio',
  countUnit: 'households',
  betterDirection: 'up',
  // 90 %: domain.md section 5, R3
  target: { kind: 'value', value: 0.9 },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { households } = context.county;
    const part = householdPart(households, {
      part: null,
      asked: () => true,
      counts: (i) => hasHappened(households.eventDay.door_hardened, i, context.day),
    });
    return [{ source: householdSource(context, 'all'), parts: [part] }];
  },
};
