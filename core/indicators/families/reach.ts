import type { IndicatorContext } from '../context.ts';
import type { Breakdown, IndicatorDefinition, PartSpec } from '../definition.ts';
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
  groups: (context) => {
    const places = context.index.places();
    const limits = context.county.settings.reachMeters;
    const base = createResidents(context);
    const reachOf = (place: string, nearest: Float64Array, nearestWithRoom: Float64Array | null) =>
      limits.map((limit) => createReach(base, `${place}:${limit}`, limit, { nearest, nearestWithRoom }));
    const breakdowns = [
      ...REACH_PLACES.flatMap((place) =>
        reachOf(place, places.nearestMeters(place), place === 'site' ? context.siteWithRoomMeters() : null),
      ),
      ...reachOf('hardened_road', context.hardenedRoadMeters(), null),
    ];
    return [{ source: settlementSource(context), parts: [], breakdowns }];
  },
};

/** Distances from settlements to a kind of place; `nearestWithRoom` null where places have no capacity. */
interface Distances {
  readonly nearest: Float64Array;
  readonly nearestWithRoom: Float64Array | null;
}

/** Residents divided into served, not reached and, where places have a capacity, reached but full. */
function createReach(base: PartSpec, key: string, limit: number, { nearest, nearestWithRoom }: Distances): Breakdown {
  const served = nearestWithRoom ?? nearest;
  return {
    base,
    parts: [
      `straight:${key}`,
      `straight_not_reached:${key}`,
      ...(nearestWithRoom === null ? [] : [`straight_full:${key}`]),
    ],
    classOf: (i) => {
      if ((served[i] ?? Infinity) <= limit) return 0;
      return (nearest[i] ?? Infinity) <= limit ? 2 : 1;
    },
    denominator: 'all',
  };
}

/** Residents at the day, people paired with households. */
function createResidents(context: IndicatorContext): PartSpec {
  const { residentPeople, residentHouseholds } = context.state.population;
  const people = (i: number) => residentPeople[i] ?? Number.NaN;
  const households = (i: number) => residentHouseholds[i] ?? Number.NaN;
  return {
    part: null,
    unit: 'ratio',
    countUnit: 'people',
    form: 'quotient',
    includes: () => true,
    numerator: people,
    denominator: people,
    pair: { countUnit: 'households', weight: null, numerator: households, denominator: households },
    unknownReason: 'people_unknown',
  };
}
