import { ARRANGEMENT_KINDS } from '../../county/kinds.ts';
import type { Breakdown, IndicatorDefinition } from '../definition.ts';
import { householdSource } from '../entry-sources.ts';
import { hasHappened, householdPart } from '../household-part.ts';

const CENTRALISED = ARRANGEMENT_KINDS.indexOf('centralised');

/** S1: relocation households arranged in sites among all; parts: moved into sites by the day, and by kind of arrangement. */
export const S1: IndicatorDefinition = {
  code: 'S1',
  unit: 'ratio',
  countUnit: 'households',
  betterDirection: 'up',
  // 80 %: domain.md section 5, S1 (national plan of 2016: 76.4 % of people)
  target: { kind: 'value', value: 0.8 },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { households } = context.county;
    const all = () => true;
    const isCentralised = (i: number) => households.arrangement[i] === CENTRALISED;
    const hasMovedIn = (i: number) => hasHappened(households.eventDay.moved_in, i, context.day);
    const parts = [
      householdPart(households, { part: null, asked: all, counts: isCentralised }),
      householdPart(households, { part: 'actual', asked: all, counts: (i) => isCentralised(i) && hasMovedIn(i) }),
      householdPart(households, { part: 'actual_of_moved_in', asked: hasMovedIn, counts: isCentralised }),
    ];
    const byKind: Breakdown = {
      base: householdPart(households, { part: null, asked: all, counts: all }),
      parts: ARRANGEMENT_KINDS.map((kind) => `arrangement:${kind}`),
      classOf: (i) => households.arrangement[i] ?? -1,
      denominator: 'all',
    };
    return [{ source: householdSource(context, 'relocation'), parts, breakdowns: [byKind] }];
  },
};
