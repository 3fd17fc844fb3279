import type { County } from '../../county/county.ts';
import { createCountyState } from '../../county/county-state.ts';
import type { IsoDate } from '../../county/dates.ts';
import { getNetwork, type NetworkAt } from '../../network/network.ts';
import { createRoadState } from '../../network/road-state.ts';
import {
  type Allocation,
  type AllocationPairs,
  allocateHouseholds,
  createPairsOfSite,
  mergeAllPairs,
} from './allocate-households.ts';
import { assembleEvaluation, createAllocationSites } from './assemble-evaluation.ts';
import { createDemand, type Demand } from './demand.ts';
import { createEvaluatedSites, type EvaluatedSite, rankSites } from './evaluated-site.ts';
import type { PlanEvaluation } from './evaluation.ts';
import { createNearestSite, improveNearestSite, type NearestSite } from './nearest-site.ts';
import { createPlaceTrips, type PlaceTrips } from './place-trips.ts';
import { priceRoads, type RoadCosts } from './plan-costs.ts';
import { createSurroundings, type SurroundingsOf } from './site-surroundings.ts';

/** How a plan is evaluated. */
export interface EvaluationOptions {
  /** Day whose roads, stages and move-ins count; default: the county's data date. */
  readonly asOf?: IsoDate;
  /** Farther than this by vehicle nobody is sent by the rule of the nearest site; null = as far as roads lead. */
  readonly limitMinutes?: number | null;
}

/** Everything an evaluation rests on that does not change while one site is dragged. */
export interface EvaluationBasis {
  readonly county: County;
  readonly network: NetworkAt;
  readonly demand: Demand;
  readonly limitMinutes: number;
  readonly trips: PlaceTrips;
  readonly surroundingsOf: SurroundingsOf;
  readonly sites: readonly EvaluatedSite[];
  readonly roads: RoadCosts;
}

/** The basis of an evaluation: who is to be moved, the roads of the day, and every site as it stands. */
export function createEvaluationBasis(
  county: County,
  { asOf = county.dataDate, limitMinutes = null }: EvaluationOptions = {},
): EvaluationBasis {
  const state = createCountyState(county, asOf);
  const network = getNetwork(county).at(createRoadState(state));
  const demand = createDemand(county, asOf);
  const positions = Array.from(demand.origins).flatMap((origin) => {
    const settlement = county.settlements[origin];
    return settlement ? [settlement.position] : [];
  });
  const trips = createPlaceTrips(network, positions);
  const surroundingsOf = createSurroundings(county, network);
  const limit = limitMinutes ?? Infinity;
  return {
    county,
    network,
    demand,
    limitMinutes: limit,
    trips,
    surroundingsOf,
    sites: createEvaluatedSites(county, { state, trips, surroundingsOf, limitMinutes: limit }),
    roads: priceRoads(county, state.segments),
  };
}

/**
 * A plan measured: who goes where, how far, what it costs. Households with a site keep it (explicit); centralised ones without go to the nearest
 * open site with room (`allocateHouseholds`); the scattered go nowhere. Every relocation household counts exactly once.
 *
 * @param county with the commands of the plan applied, or today's
 */
export function evaluatePlan(county: County, options: EvaluationOptions = {}): PlanEvaluation {
  const basis = createEvaluationBasis(county, options);
  const rank = rankSites(basis.sites);
  return assembleEvaluation({
    ...basis,
    rank,
    pairs: listPairs(basis, basis.sites, rank),
    nearest: findNearestSites(basis, basis.sites, rank),
  });
}

/** Where the waiting groups of a basis go by the rule of the nearest open site with room. */
export function placeWaitingGroups(basis: EvaluationBasis): Allocation {
  const { demand, sites } = basis;
  const pairs = listPairs(basis, sites, rankSites(sites));
  return allocateHouseholds(demand.waiting, createAllocationSites(demand, sites), pairs);
}

/** Sites in reach of the waiting groups, in the order of the rule; sites that are `undefined` or closed are passed over. */
export function listPairs(
  { demand, limitMinutes }: Pick<EvaluationBasis, 'demand' | 'limitMinutes'>,
  sites: readonly (EvaluatedSite | undefined)[],
  rank: Int32Array,
): AllocationPairs {
  const lists = sites.flatMap((site, i) => {
    if (!site?.isOpen) return [];
    const minutesTo = (group: number) => site.minutes[demand.waiting[group]?.origin ?? -1] ?? Infinity;
    return [createPairsOfSite(demand.waiting.length, i, { minutesTo, limitMinutes })];
  });
  return mergeAllPairs(lists, rank);
}

/** The nearest open site of each origin. */
export function findNearestSites(
  { demand, limitMinutes }: Pick<EvaluationBasis, 'demand' | 'limitMinutes'>,
  sites: readonly (EvaluatedSite | undefined)[],
  rank: Int32Array,
): NearestSite {
  const nearest = createNearestSite(demand.origins.length);
  sites.forEach((site, i) => {
    if (site?.isOpen) improveNearestSite(nearest, i, { minutes: site.minutes, rank, limitMinutes });
  });
  return nearest;
}
