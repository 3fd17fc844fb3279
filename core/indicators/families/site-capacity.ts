import { SITE_LOCATION_TYPES } from '../../county/kinds.ts';
import type { Breakdown, IndicatorDefinition, PartSpec } from '../definition.ts';
import { thingSource } from '../entry-sources.ts';

/**
 * S2: households assigned to sites among their capacity, by kind of place; more than the capacity is an error of the plan. A site that the plan in
 * force closed takes nobody and is left out, unless people live there: then it keeps them and its capacity.
 */
export const S2: IndicatorDefinition = {
  code: 'S2',
  unit: 'ratio',
  countUnit: 'households',
  betterDirection: 'down',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'target',
  groups: (context) => {
    const { sites, planned } = context.county;
    const load = context.siteLoad();
    const assigned = (i: number) => load.assignedHouseholds[i] ?? 0;
    const isOver = (i: number) => assigned(i) > (sites[i]?.capacityHouseholds ?? Number.POSITIVE_INFINITY);
    const hasCapacity = (i: number) => sites[i]?.capacityHouseholds != null;
    const isEmptied = (i: number) => planned?.closedSites.has(sites[i]?.code ?? '') === true && assigned(i) === 0;
    const use = (part: string | null): PartSpec => ({
      part,
      unit: 'ratio',
      countUnit: 'households',
      form: 'quotient',
      includes: (i) => hasCapacity(i) && !isEmptied(i),
      numerator: assigned,
      denominator: (i) => sites[i]?.capacityHouseholds ?? 0,
      pair: {
        countUnit: 'people',
        weight: null,
        numerator: (i) => load.assignedPeople[i] ?? 0,
        denominator: (i) => sites[i]?.capacityPeople ?? Number.NaN,
      },
      targeted: true,
      note: (i) => (isOver(i) ? 'over_capacity' : null),
      excludedNote: (i) => {
        if (isEmptied(i)) return 'site_closed';
        return hasCapacity(i) ? null : 'capacity_unknown';
      },
    });
    const over: PartSpec = {
      ...use('over_capacity'),
      countUnit: 'sites',
      numerator: (i) => (isOver(i) ? 1 : 0),
      denominator: () => 1,
      pair: null,
      targeted: false,
    };
    const parts = [use(null), over];
    const byLocation: Breakdown = {
      base: use(null),
      parts: SITE_LOCATION_TYPES.map((type) => `location:${type}`),
      classOf: (i) => SITE_LOCATION_TYPES.indexOf(sites[i]?.locationType ?? 'other'),
      denominator: 'class',
    };
    return [{ source: thingSource(context, 'sites'), parts, breakdowns: [byLocation] }];
  },
};
