import type { HouseholdCount, PlanEvaluation, SiteEvaluation, TripSummary } from './evaluation.ts';

/** Change of a pair: after less before. */
export type CountChange = HouseholdCount;

/** Change of means and worst values; null = one of both is not known. */
export type TripChange = { readonly [Key in keyof TripSummary]: TripSummary[Key] };

/** Change of one site that stands in both, or of which only one knows; then the other counts as a site that serves nobody. */
export interface SiteChange {
  readonly siteCode: string;
  readonly state: 'added' | 'removed' | 'kept';
  readonly assigned: CountChange;
  readonly capacityHouseholds: number;
  readonly trips: TripChange;
  readonly farmingWithinHouseholds: number;
  readonly nearestFor: CountChange;
  readonly jobsInReach: number;
  readonly labourForce: number;
  /** Null = the cost of one of both is not known. */
  readonly costYuan: number | null;
  /** It became close (1), no longer is (-1), or neither. */
  readonly close: -1 | 0 | 1;
}

/** Two evaluations compared figure by figure: after less before, signed, whatever direction is the better one. */
export interface EvaluationChange {
  readonly served: CountChange;
  readonly full: CountChange;
  readonly notReached: CountChange;
  readonly scattered: CountChange;
  readonly all: CountChange;
  readonly capacityHouseholds: number;
  readonly sitesOverCapacity: number;
  readonly trips: TripChange;
  readonly sitesOpen: number;
  readonly sitesClose: number;
  readonly siteCostYuan: number;
  readonly roadCostYuan: number;
  readonly hardenedMeters: number;
  /** Sites that differ, by code. */
  readonly sites: readonly SiteChange[];
  /** Settlements whose households go elsewhere than before, by code. */
  readonly movedSettlements: readonly string[];
}

/** What changed from one evaluation to another: against today, or against the plan before a drag. */
export function diffEvaluations(before: PlanEvaluation, after: PlanEvaluation): EvaluationChange {
  return {
    served: diffCounts(before.served, after.served),
    full: diffCounts(before.full, after.full),
    notReached: diffCounts(before.notReached, after.notReached),
    scattered: diffCounts(before.scattered, after.scattered),
    all: diffCounts(before.all, after.all),
    capacityHouseholds: after.capacityHouseholds - before.capacityHouseholds,
    sitesOverCapacity: after.overCapacity.length - before.overCapacity.length,
    trips: diffTrips(before.trips, after.trips),
    sitesOpen: after.sitesOpen - before.sitesOpen,
    sitesClose: after.sitesClose - before.sitesClose,
    siteCostYuan: after.siteCostYuan - before.siteCostYuan,
    roadCostYuan: after.roadCostYuan - before.roadCostYuan,
    hardenedMeters: after.hardenedMeters - before.hardenedMeters,
    sites: diffSites(before.sites, after.sites),
    movedSettlements: listMovedSettlements(before, after),
  };
}

const diffCounts = (before: HouseholdCount, after: HouseholdCount): CountChange => ({
  households: after.households - before.households,
  people: after.people - before.people,
});

const diffKnown = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before;

const diffTrips = (before: TripSummary, after: TripSummary): TripChange => ({
  meanMinutes: diffKnown(before.meanMinutes, after.meanMinutes),
  worstMinutes: diffKnown(before.worstMinutes, after.worstMinutes),
  meanMeters: diffKnown(before.meanMeters, after.meanMeters),
  worstMeters: diffKnown(before.worstMeters, after.worstMeters),
  unreachableHouseholds: after.unreachableHouseholds - before.unreachableHouseholds,
});

const NO_TRIPS: TripSummary = {
  meanMinutes: null,
  worstMinutes: null,
  meanMeters: null,
  worstMeters: null,
  unreachableHouseholds: 0,
};
const NOBODY: HouseholdCount = { households: 0, people: 0 };

/** What a site counts for where it is not. */
const NO_SITE = {
  assigned: NOBODY,
  capacityHouseholds: 0,
  trips: NO_TRIPS,
  farming: { withinHouseholds: 0 },
  nearestFor: NOBODY,
  jobs: { jobsInReach: 0, labourForce: 0 },
  costYuan: 0,
  isClose: false,
};

function diffSites(before: readonly SiteEvaluation[], after: readonly SiteEvaluation[]): readonly SiteChange[] {
  const was = new Map(before.map((site) => [site.siteCode, site]));
  const is = new Map(after.map((site) => [site.siteCode, site]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((code) => diffSite(code, was.get(code), is.get(code)))
    .filter((change) => change.state !== 'kept' || hasChanged(change));
}

function diffSite(siteCode: string, was: SiteEvaluation | undefined, is: SiteEvaluation | undefined): SiteChange {
  const [from, to] = [was ?? NO_SITE, is ?? NO_SITE];
  return {
    siteCode,
    state: was === undefined ? 'added' : is === undefined ? 'removed' : 'kept',
    assigned: diffCounts(from.assigned, to.assigned),
    capacityHouseholds: (to.capacityHouseholds ?? 0) - (from.capacityHouseholds ?? 0),
    trips: diffTrips(from.trips, to.trips),
    farmingWithinHouseholds: to.farming.withinHouseholds - from.farming.withinHouseholds,
    nearestFor: diffCounts(from.nearestFor, to.nearestFor),
    jobsInReach: to.jobs.jobsInReach - from.jobs.jobsInReach,
    labourForce: to.jobs.labourForce - from.jobs.labourForce,
    costYuan: diffKnown(from.costYuan, to.costYuan),
    close: from.isClose === to.isClose ? 0 : to.isClose ? 1 : -1,
  };
}

const hasChanged = ({ siteCode, state, assigned, trips, nearestFor, ...others }: SiteChange): boolean =>
  [assigned, trips, nearestFor, others].some((group) =>
    Object.values(group).some((value: number | null) => value !== 0 && value !== null),
  );

function listMovedSettlements(before: PlanEvaluation, after: PlanEvaluation): readonly string[] {
  const was = describeFlows(before);
  const is = describeFlows(after);
  return [...new Set([...was.keys(), ...is.keys()])].filter((code) => was.get(code) !== is.get(code)).sort();
}

/** Where the households of each settlement go, as text that can be compared. */
function describeFlows({ flows }: PlanEvaluation): ReadonlyMap<string, string> {
  const described = new Map<string, string>();
  for (const { settlementCode, siteCode, households, by } of flows) {
    described.set(settlementCode, `${described.get(settlementCode) ?? ''}${siteCode} ${households} ${by};`);
  }
  return described;
}
