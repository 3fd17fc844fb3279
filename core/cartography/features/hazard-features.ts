import { findLatest } from '../../county/county-state.ts';
import type { HazardRow } from '../../county/things.ts';
import { entriesOf, type FeatureScope, nameIn } from './feature-scope.ts';
import { createFeature, type FeatureProperties, type MapFeature } from './map-feature.ts';
import { roundGeometry, roundPosition } from './round-geometry.ts';

/** Hazard points of the area; `mark` is the kind, or `struck_off`. */
export const buildHazardFeatures = (scope: FeatureScope): readonly MapFeature[] =>
  entriesOf(scope.county.hazards, scope.ranges.hazards()).map(([hazard]) =>
    createFeature(describeHazard(scope, hazard), {
      type: 'Point',
      coordinates: roundPosition(hazard.position, scope.decimals),
    }),
  );

/** Areas that the hazard points threaten. */
export const buildThreatenedAreaFeatures = (scope: FeatureScope): readonly MapFeature[] =>
  entriesOf(scope.county.hazards, scope.ranges.hazards()).flatMap(([hazard]) =>
    hazard.threatenedArea
      ? [createFeature(describeHazard(scope, hazard), roundGeometry(hazard.threatenedArea, scope.decimals))]
      : [],
  );

function describeHazard(scope: FeatureScope, hazard: HazardRow): FeatureProperties {
  const struckOffOn = findLatest(hazard.events, scope.context.asOf, 'struck_off')?.on ?? null;
  return {
    code: hazard.code,
    name: hazard.name,
    nameEn: hazard.nameEn,
    label: nameIn(scope.language, hazard),
    kind: hazard.kind,
    mark: struckOffOn === null ? hazard.kind : 'struck_off',
    sizeClass: hazard.sizeClass,
    threatenedHouseholds: hazard.threatenedHouseholds,
    threatenedPeople: hazard.threatenedPeople,
    treatment: hazard.treatment,
    responsible: hazard.responsiblePost,
    struckOff: struckOffOn !== null,
    struckOffOn,
  };
}
