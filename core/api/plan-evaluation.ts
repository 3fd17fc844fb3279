import type { PlanEvaluation, SiteEvaluation, TripSummary } from '../planning/evaluation/evaluation.ts';
import { metersToKilometers, yuanToWan } from '../units.ts';
import type { PlanEvaluationAnswer, SiteEvaluationAnswer } from './plans.ts';

/** What an evaluation was made of. */
export type EvaluationOrigin = Pick<PlanEvaluationAnswer, 'county' | 'plan' | 'version' | 'revision' | 'asOf'>;

const toKilometers = (meters: number | null): number | null => (meters === null ? null : metersToKilometers(meters));

/**
 * An evaluation in the units of the interface: kilometres, 万元, minutes. Not rounded, so that browser and server can be compared to the last digit.
 */
export function evaluationToAnswer(evaluation: PlanEvaluation, origin: EvaluationOrigin): PlanEvaluationAnswer {
  const { served, full, notReached, scattered, all } = evaluation;
  const { county, plan, version, revision, asOf } = origin;
  return {
    county,
    plan,
    version,
    revision,
    asOf,
    served,
    full,
    notReached,
    scattered,
    all,
    capacityHouseholds: evaluation.capacityHouseholds,
    overCapacity: [...evaluation.overCapacity],
    trips: tripsToAnswer(evaluation.trips),
    sitesOpen: evaluation.sitesOpen,
    sitesClose: evaluation.sitesClose,
    siteWanYuan: yuanToWan(evaluation.siteCostYuan),
    roadWanYuan: yuanToWan(evaluation.roadCostYuan),
    hardenedKm: metersToKilometers(evaluation.hardenedMeters),
    hasSampleCosts: evaluation.hasSampleCosts,
    sites: evaluation.sites.map(siteToAnswer),
    flows: evaluation.flows.map(({ meters, ...flow }) => ({ ...flow, km: toKilometers(meters) })),
    unplaced: [...evaluation.unplaced],
  };
}

function tripsToAnswer(trips: TripSummary): SiteEvaluationAnswer['trips'] {
  return {
    meanMinutes: trips.meanMinutes,
    worstMinutes: trips.worstMinutes,
    meanKm: toKilometers(trips.meanMeters),
    worstKm: toKilometers(trips.worstMeters),
    unreachableHouseholds: trips.unreachableHouseholds,
  };
}

function siteToAnswer(site: SiteEvaluation): SiteEvaluationAnswer {
  const { trips, farming, closeness, costYuan, position, ...same } = site;
  return {
    ...same,
    position: [...position],
    trips: tripsToAnswer(trips),
    farming: { ...farming, trips: tripsToAnswer(farming.trips) },
    closeness: closeness.map(({ kind, place, meters, limitMeters, isNear }) => ({
      kind,
      code: place?.code ?? null,
      name: place?.name ?? null,
      nameEn: place?.nameEn ?? null,
      position: place ? [...place.position] : null,
      km: toKilometers(meters),
      limitKm: metersToKilometers(limitMeters),
      isNear,
    })),
    wanYuan: costYuan === null ? null : yuanToWan(costYuan),
  };
}
