import type { LonLat } from '../../geo/lon-lat.ts';

/** Households and the people in them: always a pair. */
export interface HouseholdCount {
  readonly households: number;
  readonly people: number;
}

/** Those who would go from one settlement to one site. */
export interface PlanFlow extends HouseholdCount {
  readonly settlementCode: string;
  readonly siteCode: string;
  /** By vehicle, settlement to site; null = there is no way. */
  readonly minutes: number | null;
  readonly meters: number | null;
  /** Households of the flow that already live there. */
  readonly movedInHouseholds: number;
  /** `explicit`: assigned by ledger or command; `nearest`: went by the rule of the nearest open site with room. */
  readonly by: 'explicit' | 'nearest';
}

/** Which of 城镇, 园区, 中心村 a site is near to, along roads. */
export interface ClosenessOfSite {
  readonly kind: 'town_government' | 'park' | 'central_village';
  /** The nearest of its kind; null = there is none, or no way to it. */
  readonly place: {
    readonly code: string;
    readonly name: string;
    readonly nameEn: string;
    readonly position: LonLat;
  } | null;
  readonly meters: number | null;
  readonly limitMeters: number;
  readonly isNear: boolean;
}

/** Minutes and metres over households; null without households. `unreachable` ones are in no mean. */
export interface TripSummary {
  readonly meanMinutes: number | null;
  readonly worstMinutes: number | null;
  readonly meanMeters: number | null;
  readonly worstMeters: number | null;
  readonly unreachableHouseholds: number;
}

/** One site under a plan: who goes there and what that means. Metres, minutes, yuan. */
export interface SiteEvaluation {
  readonly siteCode: string;
  readonly name: string;
  readonly position: LonLat;
  readonly isOpen: boolean;
  /** Placed or moved by the plan itself. */
  readonly isPlanned: boolean;
  readonly capacityHouseholds: number | null;
  readonly assigned: HouseholdCount;
  readonly movedInHouseholds: number;
  /** From the old settlements to the site. */
  readonly trips: TripSummary;
  /** Back to the old fields (耕作半径): households whose site is within the county's limits ÷ assigned households with a way. */
  readonly farming: { readonly withinHouseholds: number; readonly households: number; readonly trips: TripSummary };
  /** Relocation households not moved in for whom this open site is the nearest of all, whoever they are assigned to. */
  readonly nearestFor: HouseholdCount;
  readonly closeness: readonly ClosenessOfSite[];
  readonly isClose: boolean;
  readonly costYuan: number | null;
  /** 以岗定搬: jobs of parks within the county's minutes (`parkMinutes`) against the labour force that would live here. */
  readonly jobs: { readonly jobsInReach: number; readonly labourForce: number; readonly minutes: number };
}

/** Why a relocation household has no place. */
export type UnplacedReason = 'full' | 'not_reached';

/** A whole plan, or today, measured. Rates are numerator and denominator, never a bare quotient. */
export interface PlanEvaluation {
  /** Relocation households with a place, in sites. */
  readonly served: HouseholdCount;
  /** Reached, but every open site in reach is full. */
  readonly full: HouseholdCount;
  /** No open site can be reached, or none is within the limit. */
  readonly notReached: HouseholdCount;
  /** Arranged in one of the scattered ways. */
  readonly scattered: HouseholdCount;
  /** All relocation households: served + full + notReached + scattered. */
  readonly all: HouseholdCount;
  /** Of the open sites, and of closed ones in which people live. */
  readonly capacityHouseholds: number;
  readonly overCapacity: readonly {
    readonly siteCode: string;
    readonly households: number;
    readonly capacityHouseholds: number;
  }[];
  readonly trips: TripSummary;
  readonly sitesOpen: number;
  readonly sitesClose: number;
  /** Sites that are not built yet and that are open, or in which people live. */
  readonly siteCostYuan: number;
  readonly roadCostYuan: number;
  readonly hardenedMeters: number;
  readonly hasSampleCosts: boolean;
  /** Aligned with the sites of the planned county, by area and code. */
  readonly sites: readonly SiteEvaluation[];
  readonly flows: readonly PlanFlow[];
  readonly unplaced: readonly {
    readonly settlementCode: string;
    readonly households: number;
    readonly people: number;
    readonly reason: UnplacedReason;
  }[];
}
