import type { IndicatorContext } from '../context.ts';
import type { PartSpec } from '../definition.ts';
import { householdPart } from '../household-part.ts';
import { REACH_PLACES } from '../place-index.ts';

/** Straight distances from settlements to the nearest place of each kind and to a hardened road, each the mean over inhabited settlements. */
export function listStraightParts(context: IndicatorContext): readonly PartSpec[] {
  const places = context.index.places();
  return [
    ...REACH_PLACES.map((place) => meanMeters(context, `straight:${place}`, places.nearestMeters(place))),
    meanMeters(context, 'straight:hardened_road', context.hardenedRoadMeters()),
  ];
}

/** Mean straight distance over settlements that somebody lives in and from which a place exists. */
function meanMeters(context: IndicatorContext, part: string, distances: Float64Array): PartSpec {
  const { residentPeople } = context.state.population;
  const isInhabited = (i: number) => residentPeople[i] !== 0;
  const hasPlace = (i: number) => Number.isFinite(distances[i] ?? Number.POSITIVE_INFINITY);
  return {
    part,
    unit: 'meters',
    countUnit: 'settlements',
    form: 'quotient',
    includes: (i) => isInhabited(i) && hasPlace(i),
    numerator: (i) => distances[i] ?? 0,
    denominator: () => 1,
    pair: null,
    excludedNote: (i) => (isInhabited(i) ? 'no_such_place' : 'nobody_lives_here'),
  };
}

/** From each relocation household's old settlement straight to its assigned site, and the share within farming distance of their fields. */
export function listStraightAssignedParts({
  county: { households, settings },
  index,
}: IndicatorContext): readonly PartSpec[] {
  const distances = index.places().assignedSiteMeters();
  const meters = (i: number) => distances[i] ?? Number.NaN;
  const hasSite = (i: number) => !Number.isNaN(meters(i));
  const assigned: PartSpec = {
    part: 'straight:assigned_site',
    unit: 'meters',
    countUnit: 'households',
    form: 'quotient',
    includes: hasSite,
    numerator: meters,
    denominator: () => 1,
    pair: null,
    excludedNote: () => 'no_site',
  };
  const farming = householdPart(households, {
    part: `straight_farming:${settings.farmingMeters}`,
    asked: hasSite,
    counts: (i) => meters(i) <= settings.farmingMeters,
  });
  return [assigned, farming];
}
