import { NO_CODE } from '../../county/county-state.ts';
import { CAUSES, TARGET_CATEGORIES } from '../../county/kinds.ts';
import type { Breakdown, IndicatorDefinition, PartSpec } from '../definition.ts';
import { householdSource, settlementSource } from '../entry-sources.ts';
import { householdPart } from '../household-part.ts';
import { isTargetAt } from '../target-households.ts';

/** T1: target households and people, by category. */
export const T1: IndicatorDefinition = {
  code: 'T1',
  unit: 'households',
  countUnit: 'households',
  betterDirection: 'none',
  target: { kind: 'plan' },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { households } = context.county;
    const asked = (i: number) => isTargetAt(households, i, context.day);
    const question = (form: 'count' | 'quotient', hasDenominator: boolean) =>
      householdPart(households, { part: null, form, hasDenominator, asked, counts: asked });
    const byCategory = (form: 'count' | 'quotient', prefix: string): Breakdown => ({
      base: question(form, true),
      parts: TARGET_CATEGORIES.map((category) => `${prefix}:${category}`),
      classOf: (i) => households.category[i] ?? -1,
      denominator: 'all',
    });
    return [
      {
        source: householdSource(context, 'target'),
        parts: [question('count', false)],
        breakdowns: [byCategory('count', 'category'), byCategory('quotient', 'share')],
      },
    ];
  },
};

/** T2: target people among the registered rural people of the base year. */
export const T2: IndicatorDefinition = {
  code: 'T2',
  unit: 'ratio',
  countUnit: 'people',
  betterDirection: 'down',
  target: { kind: 'shown' },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { settlements } = context.county;
    const targets = context.targetsBySettlement();
    const part: PartSpec = {
      part: null,
      unit: 'ratio',
      countUnit: 'people',
      form: 'quotient',
      includes: () => true,
      numerator: (i) => targets.people[i] ?? 0,
      denominator: (i) => settlements[i]?.registeredPeople ?? Number.NaN,
      pair: {
        countUnit: 'households',
        weight: null,
        numerator: (i) => targets.households[i] ?? 0,
        denominator: (i) => settlements[i]?.registeredHouseholds ?? Number.NaN,
      },
      note: (i) => (settlements[i]?.registeredPeople === null ? 'people_unknown' : null),
      unknownReason: 'people_unknown',
    };
    return [{ source: settlementSource(context), parts: [part] }];
  },
};

/** T3: target households by main cause; the causes add up to T1. */
export const T3: IndicatorDefinition = {
  code: 'T3',
  unit: 'households',
  countUnit: 'households',
  betterDirection: 'none',
  target: { kind: 'shown' },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { households } = context.county;
    const { mainCause } = households;
    const asked = (i: number) => isTargetAt(households, i, context.day);
    const all = householdPart(households, { part: null, form: 'count', asked, counts: asked });
    const byCause: Breakdown = {
      base: all,
      parts: [...CAUSES.map((cause) => `cause:${cause}`), 'cause:unknown'],
      classOf: (i) => (mainCause[i] === NO_CODE ? CAUSES.length : (mainCause[i] ?? -1)),
      denominator: 'all',
    };
    return [{ source: householdSource(context, 'target'), parts: [all], breakdowns: [byCause] }];
  },
};
