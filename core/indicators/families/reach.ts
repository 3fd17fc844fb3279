import type { IndicatorContext } from '../context.ts';
import type { IndicatorDefinition, PartSpec } from '../definition.ts';
import { settlementSource } from '../entry-sources.ts';
import { REACH_PLACES } from '../place-index.ts';

/**
 * D2: residents within given metres of a kind of place. The headline runs along roads; these are its straight parts, split into served
 * (`straight`), reached but full (`straight_full`, sites only: nothing else has a capacity here) and not reached.
 */
export const D2: IndicatorDefinition = {
  code: 'D2',
  unit: 'ratio',
  countUnit: 'people',
  betterDirection: 'up',
  target: { kind: 'shown' },
  withoutSchedule: 'linear',
  headline: 'road_graph',
  groups: (context, scope) => {
    const places = context.index.places();
    const limits = context.county.settings.reachMeters;
    const parts: PartSpec[] = [];
    const add = (place: string, nearest: Float64Array, nearestWithRoom: Float64Array) => {
      for (const limit of limits) {
        const isServed = (i: number) => (nearestWithRoom[i] ?? Infinity) <= limit;
        const isReached = (i: number) => (nearest[i] ?? Infinity) <= limit;
        parts.push(residents(context, `straight:${place}:${limit}`, isServed));
        if (place === 'site') {
          parts.push(residents(context, `straight_full:${place}:${limit}`, (i) => isReached(i) && !isServed(i)));
        }
        parts.push(residents(context, `straight_not_reached:${place}:${limit}`, (i) => !isReached(i)));
      }
    };
    for (const place of REACH_PLACES) {
      const nearest = places.nearestMeters(place);
      add(place, nearest, place === 'site' ? context.siteWithRoomMeters() : nearest);
    }
    add('hardened_road', context.hardenedRoadMeters(), context.hardenedRoadMeters());
    return [{ source: settlementSource(context, scope), parts }];
  },
};

/** Residents at the day of the settlements that count, among all. */
function residents(context: IndicatorContext, part: string, counts: (settlement: number) => boolean): PartSpec {
  const { residentPeople, residentHouseholds } = context.state.population;
  const people = (i: number) => residentPeople[i] ?? Number.NaN;
  const households = (i: number) => residentHouseholds[i] ?? Number.NaN;
  return {
    part,
    unit: 'ratio',
    countUnit: 'people',
    form: 'quotient',
    includes: () => true,
    numerator: (i) => (counts(i) ? people(i) : 0),
    denominator: people,
    pair: {
      countUnit: 'households',
      numerator: (i) => (counts(i) ? households(i) : 0),
      denominator: households,
    },
    unknownReason: 'people_unknown',
  };
}
