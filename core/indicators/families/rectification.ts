import type { Breakdown, IndicatorDefinition, PartSpec } from '../definition.ts';
import { itemSource } from '../entry-sources.ts';

/** P4: rectification items closed among those found; late and reopened ones counted apart, and by class of problem. */
export const P4: IndicatorDefinition = {
  code: 'P4',
  unit: 'ratio',
  countUnit: 'items',
  betterDirection: 'up',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { items } = context.county;
    const { found, closed, reopened } = context.state.items;
    const isClosed = (i: number) => closed[i] === 1;
    const isLate = (i: number) => !isClosed(i) && (items[i]?.deadline ?? '') < context.asOf;
    const share = (part: string | null, counts: (item: number) => boolean): PartSpec => ({
      part,
      unit: 'ratio',
      countUnit: 'items',
      form: 'quotient',
      includes: (i) => found[i] === 1,
      numerator: (i) => (counts(i) ? 1 : 0),
      denominator: () => 1,
      pair: null,
      note: (i) => (isLate(i) ? 'late' : reopened[i] === 1 ? 'reopened' : null),
    });
    const parts = [share(null, isClosed), share('late', isLate), share('reopened', (i) => reopened[i] === 1)];
    const classes = context.index.problemClasses();
    const byClass: Breakdown = {
      base: share(null, isClosed),
      parts: classes.map((name) => `problem:${name}`),
      classOf: (i) => classes.indexOf(items[i]?.problemClass ?? ''),
      denominator: 'class',
    };
    return [{ source: itemSource(context), parts, breakdowns: [byClass] }];
  },
};
