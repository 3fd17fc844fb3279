import type { Breakdown, IndicatorDefinition, PartSpec } from '../definition.ts';
import { householdSource, thingSource } from '../entry-sources.ts';
import { hasHappened, householdPart } from '../household-part.ts';
import { productKey } from '../product-key.ts';
import { isTargetAt } from '../target-households.ts';

/** I1: target households linked to at least one cooperative or enterprise. */
export const I1: IndicatorDefinition = {
  code: 'I1',
  unit: 'ratio',
  countUnit: 'households',
  betterDirection: 'up',
  target: { kind: 'shown' },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { households } = context.county;
    const part = householdPart(households, {
      part: null,
      asked: (i) => isTargetAt(households, i, context.day),
      counts: (i) => hasHappened(households.eventDay.linked, i, context.day),
    });
    return [{ source: householdSource(context, 'target'), parts: [part] }];
  },
};

/**
 * I3: achieved of the planned scale. Products have units that do not add up, so the headline is the mean completion of parks and bases, each
 * at most 1; the parts give each product in its own unit.
 */
export const I3: IndicatorDefinition = {
  code: 'I3',
  unit: 'ratio',
  countUnit: 'parks',
  betterDirection: 'up',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { parks } = context.county;
    const { parkAchieved } = context.state;
    const planned = (i: number) => parks[i]?.plannedScale ?? 0;
    const achieved = (i: number) => parkAchieved[i] ?? 0;
    const headline: PartSpec = {
      part: null,
      unit: 'ratio',
      countUnit: 'parks',
      form: 'quotient',
      includes: (i) => planned(i) > 0,
      numerator: (i) => Math.min(1, achieved(i) / planned(i)),
      denominator: () => 1,
      pair: null,
      excludedNote: (i) => (planned(i) > 0 ? null : 'no_scale_planned'),
    };
    const keys = context.index.productKeys();
    const byProduct: Breakdown = {
      base: {
        ...headline,
        countUnit: 'scale',
        numerator: achieved,
        denominator: planned,
        targeted: true,
        excludedNote: () => null,
      },
      parts: keys.map((key) => `product:${key}`),
      classOf: (i) => keys.indexOf(productKey(parks[i])),
      denominator: 'class',
    };
    return [{ source: thingSource(context, 'parks'), parts: [headline], breakdowns: [byProduct] }];
  },
};
