import type { IndicatorContext } from '../../indicators/context.ts';
import type { Language } from '../../texts/language.ts';
import type { FeatureLayer } from '../map-definition.ts';
import { buildAreaFeatures, buildSeatFeatures } from './area-features.ts';
import { buildBoundaryFeatures } from './boundary-features.ts';
import { buildContourFeatures } from './contour-features.ts';
import { createFeatureScope, type FeatureScope } from './feature-scope.ts';
import { buildFlowFeatures } from './flow-features.ts';
import { buildGapFeatures } from './gap-features.ts';
import { buildHazardFeatures, buildThreatenedAreaFeatures } from './hazard-features.ts';
import { buildHomesteadFeatures } from './homestead-features.ts';
import { buildHouseholdFeatures } from './household-features.ts';
import type { FeatureCollection, MapFeature } from './map-feature.ts';
import { buildNeighbourFeatures } from './neighbour-features.ts';
import { buildParkFeatures } from './park-features.ts';
import { buildConstraintFeatures, buildRiverFeatures, buildServiceFeatures } from './place-features.ts';
import { buildReachFeatures } from './reach-features.ts';
import { streamMainRoadFeatures, streamSegmentFeatures } from './segment-features.ts';
import { buildSettlementFeatures } from './settlement-features.ts';
import { buildSiteFeatures } from './site-features.ts';
import { buildTaskFeatures } from './task-features.ts';

const BUILDERS: Readonly<Record<FeatureLayer, (scope: FeatureScope) => Iterable<MapFeature>>> = {
  areas: buildAreaFeatures,
  boundaries: buildBoundaryFeatures,
  seats: buildSeatFeatures,
  settlements: buildSettlementFeatures,
  households: buildHouseholdFeatures,
  main_roads: streamMainRoadFeatures,
  segments: streamSegmentFeatures,
  gaps: buildGapFeatures,
  sites: buildSiteFeatures,
  flows: buildFlowFeatures,
  hazards: buildHazardFeatures,
  threatened_areas: buildThreatenedAreaFeatures,
  homesteads: buildHomesteadFeatures,
  parks: buildParkFeatures,
  reach: buildReachFeatures,
  services: buildServiceFeatures,
  constraints: buildConstraintFeatures,
  tasks: buildTaskFeatures,
  rivers: buildRiverFeatures,
  contours: buildContourFeatures,
  neighbours: buildNeighbourFeatures,
};

/** What a layer is asked for with. */
export interface FeatureRequest {
  readonly context: IndicatorContext;
  readonly layer: FeatureLayer;
  readonly areaCode: string;
  readonly language: Language;
  /** Lines with their own positions instead of rounded ones, for paper. */
  readonly isExact?: boolean;
}

/**
 * One layer of an area at the context's day: what `GET /api/areas/{code}/features/{layer}` answers and what the sheet draws.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `households_need_village`
 */
export const buildFeatures = (request: FeatureRequest): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [...streamFeatures(request)],
});

/**
 * The same features one after the other, to be gone through once: whoever lets each go before the next never holds them all.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `households_need_village`
 */
export const streamFeatures = (request: FeatureRequest): Iterable<MapFeature> =>
  BUILDERS[request.layer](createFeatureScope(request.context, request));
