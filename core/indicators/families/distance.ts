import { DESTINATION_KINDS } from '../../network/place-kinds.ts';
import { TRAVEL_MODES } from '../../network/travel.ts';
import { findUnreachableReason, type UnreachableReason } from '../../network/trips.ts';
import { METERS_PER_KILOMETER } from '../../units.ts';
import { getAssignedCosts } from '../assigned-trips.ts';
import type { IndicatorContext } from '../context.ts';
import type { IndicatorDefinition, PartSpec } from '../definition.ts';
import { householdSource, settlementSource } from '../entry-sources.ts';
import type { NoteValues } from '../figure.ts';
import { householdPart } from '../household-part.ts';
import { once } from '../once.ts';
import { getRoadAccess, listPlaces, noteUnreachable, type RoadPlace, type Travel } from '../road-access.ts';
import { listStraightAssignedParts, listStraightParts } from './straight-distance.ts';

const BY_VEHICLE: Travel = { mode: 'drive', metric: 'minutes' };

/**
 * D1: minutes by vehicle to the nearest place of the county's headline kind, the mean over inhabited settlements. Parts: metres along roads and
 * minutes by each mode to every kind of place and to a hardened road; to the assigned site; the share of relocation households within farming
 * distance of their fields; straight distances.
 */
export const D1: IndicatorDefinition = {
  code: 'D1',
  unit: 'minutes',
  countUnit: 'settlements',
  betterDirection: 'down',
  target: { kind: 'shown' },
  withoutSchedule: 'linear',
  groups: (context, withParts) => {
    const source = settlementSource(context);
    const headline = createMean(context, null, { place: context.county.settings.headlinePlace, ...BY_VEHICLE });
    if (!withParts) return [{ source, parts: [headline] }];
    const alongRoads = [...DESTINATION_KINDS, 'hardened_road' as const].flatMap((place) => [
      createMean(context, `road:${place}`, { place, mode: 'drive', metric: 'meters' }),
      ...TRAVEL_MODES.map((mode) => createMean(context, `${mode}:${place}`, { place, mode, metric: 'minutes' })),
    ]);
    return [
      { source, parts: [headline, ...alongRoads, ...listStraightParts(context)] },
      {
        source: householdSource(context, 'relocation'),
        parts: [...listAssignedParts(context), ...listStraightAssignedParts(context)],
      },
    ];
  },
};

/** Mean over inhabited settlements from which a place can be reached; the others are listed with the reason. */
function createMean(
  context: IndicatorContext,
  part: string | null,
  { place: kind, ...travel }: { readonly place: RoadPlace } & Travel,
): PartSpec {
  const { residentPeople } = context.state.population;
  const isInhabited = (i: number) => residentPeople[i] !== 0;
  const access = once(() => getRoadAccess(context, kind, travel));
  const cost = (i: number) => access().cost[i] ?? Infinity;
  const nearest = (i: number) =>
    kind === 'hardened_road' ? undefined : listPlaces(context, kind)[access().place[i] ?? -1];
  return {
    part,
    unit: travel.metric,
    countUnit: 'settlements',
    form: 'quotient',
    restsOnSpeeds: travel.metric === 'minutes',
    includes: (i) => isInhabited(i) && Number.isFinite(cost(i)),
    numerator: cost,
    denominator: () => 1,
    pair: null,
    note: (i) => (nearest(i) ? 'nearest' : null),
    excludedNote: (i) => (isInhabited(i) ? noteUnreachable(context, kind, i) : 'nobody_lives_here'),
    noteValues: (i): NoteValues | null => {
      const found = nearest(i);
      return found ? { place: found } : null;
    },
  };
}

/** From each relocation household's old settlement to its site, and whether the fields are within farming distance of the site. */
function listAssignedParts(context: IndicatorContext): readonly PartSpec[] {
  const { households, settings } = context.county;
  const hasSite = (i: number) => (households.site[i] ?? -1) >= 0;
  const createAssigned = (part: string, metric: Travel['metric']): PartSpec => {
    const costs = once(() => getAssignedCosts(context.network(), metric, 'there'));
    const canBeReached = (i: number) => Number.isFinite(costs()[i]);
    return {
      part,
      unit: metric,
      countUnit: 'households',
      form: 'quotient',
      restsOnSpeeds: metric === 'minutes',
      includes: canBeReached,
      numerator: (i) => costs()[i] ?? 0,
      denominator: () => 1,
      pair: null,
      excludedNote: (i) => (hasSite(i) ? noteNoTrip(context, i) : 'no_site'),
    };
  };
  const back = (metric: Travel['metric']) => getAssignedCosts(context.network(), metric, 'back');
  const { farmingMeters, farmingMinutes } = settings;
  const farming = householdPart(households, {
    part: `farming:${farmingMeters}:${farmingMinutes}`,
    asked: hasSite,
    counts: (i) =>
      (back('meters')[i] ?? Infinity) <= farmingMeters || (back('minutes')[i] ?? Infinity) <= farmingMinutes,
    excludedNote: () => 'no_site',
    note: (i) => (Number.isFinite(back('meters')[i]) ? 'back_to_fields' : noteNoTrip(context, i)),
  });
  const noteValues = (i: number): NoteValues => ({
    kilometers: ((back('meters')[i] ?? 0) / METERS_PER_KILOMETER).toFixed(1),
    minutes: Math.round(back('minutes')[i] ?? 0),
  });
  return [
    createAssigned('road:assigned_site', 'meters'),
    createAssigned('drive:assigned_site', 'minutes'),
    { ...farming, restsOnSpeeds: true, noteValues },
  ];
}

/** Why there is no way between a household's old settlement and its site. */
function noteNoTrip(context: IndicatorContext, household: number): `reason_${UnreachableReason}` {
  const { households, sites } = context.county;
  const network = context.network();
  const settlement = network.settlementSnaps()[households.settlement[household] ?? -1] ?? null;
  const site = sites[households.site[household] ?? -1];
  return `reason_${findUnreachableReason(network, settlement, site ? network.snap(site.accessPoint) : null)}`;
}
