import { DESTINATION_KINDS } from '../../network/place-kinds.ts';
import type { TravelMetric } from '../../network/travel.ts';
import type { IndicatorContext } from '../context.ts';
import type { Breakdown, IndicatorDefinition, PartSpec } from '../definition.ts';
import { settlementSource } from '../entry-sources.ts';
import { once } from '../once.ts';
import { REACH_PLACES, type ReachPlace } from '../place-index.ts';
import { createReachBreakdown, type ReachCosts } from '../reach-breakdown.ts';
import { getRoadAccess, getRoomAccess, listPlaces, noteUnreachable, type RoadPlace } from '../road-access.ts';

/** Kinds of place whose reach along roads is told. */
const ROAD_PLACES: readonly RoadPlace[] = [...DESTINATION_KINDS, 'hardened_road'];

/**
 * D2: residents within the county's headline minutes by vehicle of a place of its headline kind. Parts: by kind of place within metres along
 * roads, minutes by vehicle and metres straight, each divided into served, reached but full (sites only: nothing else has a capacity here) and
 * not reached.
 */
export const D2: IndicatorDefinition = {
  code: 'D2',
  unit: 'ratio',
  countUnit: 'people',
  betterDirection: 'up',
  target: { kind: 'shown' },
  withoutSchedule: 'linear',
  groups: (context, withParts) => {
    const base = createResidents(context);
    const parts = [createHeadline(context, base)];
    const source = settlementSource(context);
    if (!withParts) return [{ source, parts }];
    const breakdowns = [...listRoadReach(context, base), ...listStraightReach(context, base)];
    return [{ source, parts, breakdowns }];
  },
};

function createHeadline(context: IndicatorContext, base: PartSpec): PartSpec {
  const { headlinePlace, headlineMinutes } = context.county.settings;
  const { cost, place } = getRoadAccess(context, headlinePlace, { mode: 'drive', metric: 'minutes' });
  const isServed = (i: number) => (cost[i] ?? Infinity) <= headlineMinutes;
  const { residentPeople, residentHouseholds } = context.state.population;
  const places = listPlaces(context, headlinePlace);
  const nearest = (i: number) => places[place[i] ?? -1];
  return {
    ...base,
    restsOnSpeeds: true,
    numerator: (i) => (isServed(i) ? (residentPeople[i] ?? Number.NaN) : 0),
    pair: {
      countUnit: 'households',
      weight: null,
      numerator: (i) => (isServed(i) ? (residentHouseholds[i] ?? Number.NaN) : 0),
      denominator: (i) => residentHouseholds[i] ?? Number.NaN,
    },
    note: (i) => base.note?.(i) ?? (nearest(i) ? 'nearest_by_minutes' : noteUnreachable(context, headlinePlace, i)),
    noteValues: (i) => {
      const found = nearest(i);
      return found ? { place: found, minutes: Math.round(cost[i] ?? 0) } : null;
    },
  };
}

/** By kilometres along roads, and by minutes with a vehicle. */
function listRoadReach(context: IndicatorContext, base: PartSpec): readonly Breakdown[] {
  const { reachMeters, reachMinutes } = context.county.settings;
  const timed = { ...base, restsOnSpeeds: true };
  return ROAD_PLACES.flatMap((place) => {
    const costsOf = (metric: TravelMetric) => once(() => createRoadCosts(context, place, metric));
    const [meters, minutes] = [costsOf('meters'), costsOf('minutes')];
    return [
      ...reachMeters.map((limit) =>
        createReachBreakdown(base, { way: 'road', key: `${place}:${limit}`, limit, costs: meters }),
      ),
      ...reachMinutes.map((limit) =>
        createReachBreakdown(timed, { way: 'drive', key: `${place}:${limit}`, limit, costs: minutes }),
      ),
    ];
  });
}

const createRoadCosts = (context: IndicatorContext, place: RoadPlace, metric: TravelMetric): ReachCosts => ({
  nearest: getRoadAccess(context, place, { mode: 'drive', metric }).cost,
  nearestWithRoom: place === 'site' ? getRoomAccess(context, metric).cost : null,
});

/** By kilometres straight. */
function listStraightReach(context: IndicatorContext, base: PartSpec): readonly Breakdown[] {
  const places: readonly (ReachPlace | 'hardened_road')[] = [...REACH_PLACES, 'hardened_road'];
  return places.flatMap((place) => {
    const costs = once(() => createStraightCosts(context, place));
    return context.county.settings.reachMeters.map((limit) =>
      createReachBreakdown(base, { way: 'straight', key: `${place}:${limit}`, limit, costs }),
    );
  });
}

function createStraightCosts(context: IndicatorContext, place: ReachPlace | 'hardened_road'): ReachCosts {
  if (place === 'hardened_road') return { nearest: context.hardenedRoadMeters(), nearestWithRoom: null };
  return {
    nearest: context.index.places().nearestMeters(place),
    nearestWithRoom: place === 'site' ? context.siteWithRoomMeters() : null,
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
    note: (i) => (Number.isFinite(people(i)) ? null : 'people_unknown'),
  };
}
