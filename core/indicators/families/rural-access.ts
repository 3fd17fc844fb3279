import type { IndicatorDefinition, PartSpec } from '../definition.ts';
import { settlementSource } from '../entry-sources.ts';

/** R4: registered rural people within 2 km (setting) straight of an all-season road; part R4b of a hardened road. SDG 9.1.1. */
export const R4: IndicatorDefinition = {
  code: 'R4',
  unit: 'ratio',
  countUnit: 'people',
  betterDirection: 'up',
  target: { kind: 'shown' },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { settlements, settings } = context.county;
    const people = (i: number) => settlements[i]?.registeredPeople ?? Number.NaN;
    const households = (i: number) => settlements[i]?.registeredHouseholds ?? Number.NaN;
    const within = (part: string | null, distances: Float64Array): PartSpec => {
      const isNear = (i: number) => (distances[i] ?? Number.POSITIVE_INFINITY) <= settings.accessMeters;
      return {
        part,
        unit: 'ratio',
        countUnit: 'people',
        form: 'quotient',
        includes: () => true,
        numerator: (i) => (isNear(i) ? people(i) : 0),
        denominator: people,
        pair: {
          countUnit: 'households',
          weight: null,
          numerator: (i) => (isNear(i) ? households(i) : 0),
          denominator: households,
        },
        note: (i) => (settlements[i]?.registeredPeople === null ? 'people_unknown' : null),
        unknownReason: 'people_unknown',
      };
    };
    const parts = [within(null, context.allSeasonRoadMeters()), within('hardened', context.hardenedRoadMeters())];
    return [{ source: settlementSource(context), parts }];
  },
};
