import { SITE_LOCATION_TYPES } from '../../county/kinds.ts';
import type { IndicatorDefinition, PartSpec } from '../definition.ts';
import { thingSource } from '../entry-sources.ts';

/** S2: households assigned to sites among their capacity, by kind of place; more than the capacity is an error of the plan. */
export const S2: IndicatorDefinition = {
  code: 'S2',
  unit: 'ratio',
  countUnit: 'households',
  betterDirection: 'down',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'target',
  headline: 'computed',
  groups: (context, scope) => {
    const { sites } = context.county;
    const load = context.siteLoad();
    const assigned = (i: number) => load.assignedHouseholds[i] ?? 0;
    const isOver = (i: number) => assigned(i) > (sites[i]?.capacityHouseholds ?? Number.POSITIVE_INFINITY);
    const hasCapacity = (i: number) => sites[i]?.capacityHouseholds != null;
    const use = (part: string | null, among: (site: number) => boolean = () => true): PartSpec => ({
      part,
      unit: 'ratio',
      countUnit: 'households',
      form: 'quotient',
      includes: (i) => hasCapacity(i) && among(i),
      numerator: assigned,
      denominator: (i) => sites[i]?.capacityHouseholds ?? 0,
      pair: {
        countUnit: 'people',
        numerator: (i) => load.assignedPeople[i] ?? 0,
        denominator: (i) => sites[i]?.capacityPeople ?? Number.NaN,
      },
      targeted: true,
      note: (i) => (isOver(i) ? 'over_capacity' : null),
      excludedNote: (i) => (!hasCapacity(i) && among(i) ? 'capacity_unknown' : null),
    });
    const over: PartSpec = {
      ...use('over_capacity'),
      countUnit: 'sites',
      numerator: (i) => (isOver(i) ? 1 : 0),
      denominator: () => 1,
      pair: null,
      targeted: false,
    };
    const parts = [
      use(null),
      over,
      ...SITE_LOCATION_TYPES.map((type) => use(`location:${type}`, (i) => sites[i]?.locationType === type)),
    ];
    return [{ source: thingSource(context, scope, 'sites'), parts }];
  },
};
