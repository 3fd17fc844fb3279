import type { IndicatorContext } from '../context.ts';
import type { IndicatorDefinition, PartSpec } from '../definition.ts';
import { householdSource, settlementSource } from '../entry-sources.ts';
import { householdPart } from '../household-part.ts';
import { REACH_PLACES } from '../place-index.ts';

/** Farming distance from the site back to the old settlement, straight: 3 km, sample value of domain.md section 6. */
const FARMING_METERS = 3000;

/** D1: distance from settlements. The headline runs along roads; these are its straight parts, each the mean over inhabited settlements. */
export const D1: IndicatorDefinition = {
  code: 'D1',
  unit: 'minutes',
  countUnit: 'settlements',
  betterDirection: 'down',
  target: { kind: 'shown' },
  withoutSchedule: 'linear',
  headline: 'road_graph',
  groups: (context) => {
    const places = context.index.places();
    const toPlaces = REACH_PLACES.map((place) => meanMeters(context, `straight:${place}`, places.nearestMeters(place)));
    const toRoad = meanMeters(context, 'straight:hardened_road', context.hardenedRoadMeters());
    return [
      { source: settlementSource(context), parts: [...toPlaces, toRoad] },
      { source: householdSource(context, 'relocation'), parts: listAssignedParts(context) },
    ];
  },
};

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

/** From each relocation household's old settlement to its assigned site, and the share of those within farming distance of their fields. */
function listAssignedParts({ county: { households }, index }: IndicatorContext): readonly PartSpec[] {
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
    part: `straight_farming:${FARMING_METERS}`,
    asked: hasSite,
    counts: (i) => meters(i) <= FARMING_METERS,
  });
  return [assigned, farming];
}
