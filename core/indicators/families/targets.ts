import { NO_CODE } from '../../county/county-state.ts';
import { CAUSES, TARGET_CATEGORIES } from '../../county/kinds.ts';
import type { IndicatorDefinition, PartSpec } from '../definition.ts';
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
  headline: 'computed',
  groups: (context, scope) => {
    const { households } = context.county;
    const asked = (i: number) => isTargetAt(households, i, context.day);
    const ofCategory = (form: 'count' | 'quotient', prefix: string) =>
      TARGET_CATEGORIES.map((category, code) =>
        householdPart(households, {
          part: `${prefix}:${category}`,
          form,
          asked,
          counts: (i) => households.category[i] === code,
        }),
      );
    const total = householdPart(households, { part: null, form: 'count', hasDenominator: false, asked, counts: asked });
    const parts = [total, ...ofCategory('count', 'category'), ...ofCategory('quotient', 'share')];
    return [{ source: householdSource(context, scope, 'target'), parts }];
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
  headline: 'computed',
  groups: (context, scope) => {
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
        numerator: (i) => targets.households[i] ?? 0,
        denominator: (i) => settlements[i]?.registeredHouseholds ?? Number.NaN,
      },
      note: (i) => (settlements[i]?.registeredPeople === null ? 'people_unknown' : null),
      unknownReason: 'people_unknown',
    };
    return [{ source: settlementSource(context, scope), parts: [part] }];
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
  headline: 'computed',
  groups: (context, scope) => {
    const { households } = context.county;
    const { mainCause } = households;
    const asked = (i: number) => isTargetAt(households, i, context.day);
    const count = (part: string | null, counts: (i: number) => boolean) =>
      householdPart(households, { part, form: 'count', asked, counts });
    const parts = [
      count(null, () => true),
      ...CAUSES.map((cause, code) => count(`cause:${cause}`, (i) => mainCause[i] === code)),
      count('cause:unknown', (i) => mainCause[i] === NO_CODE),
    ];
    return [{ source: householdSource(context, scope, 'target'), parts }];
  },
};
