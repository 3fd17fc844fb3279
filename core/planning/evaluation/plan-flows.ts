import type { Allocation } from './allocate-households.ts';
import type { Demand, GroupCount } from './demand.ts';
import type { EvaluatedSite } from './evaluated-site.ts';
import type { TripSummary } from './evaluation.ts';

/** A flow with all its trips; `Infinity` = no way. */
export interface MeasuredFlow extends GroupCount {
  /** Index into `Demand.origins`, and into the sites. */
  readonly origin: number;
  readonly site: number;
  readonly movedInHouseholds: number;
  readonly by: 'explicit' | 'nearest';
  readonly minutes: number;
  readonly meters: number;
  readonly backMinutes: number;
  readonly backMeters: number;
}

type BareFlow = Omit<MeasuredFlow, 'minutes' | 'meters' | 'backMinutes' | 'backMeters'>;

/** Every flow of a plan, measured, by (settlement, site code), explicit before nearest. */
export function listFlows(
  demand: Demand,
  allocation: Allocation,
  { sites, rank }: { readonly sites: readonly EvaluatedSite[]; readonly rank: Int32Array },
): readonly MeasuredFlow[] {
  const flows: BareFlow[] = demand.explicit.map((group) => ({ ...group, by: 'explicit' }));
  for (const { group, site, from, to } of allocation.placements) {
    const { origin, peopleOfFirst, labourForceOfFirst } = demand.waiting[group] ?? NOBODY;
    flows.push({
      origin,
      site,
      households: to - from,
      people: (peopleOfFirst[to] ?? 0) - (peopleOfFirst[from] ?? 0),
      labourForce: (labourForceOfFirst[to] ?? 0) - (labourForceOfFirst[from] ?? 0),
      movedInHouseholds: 0,
      by: 'nearest',
    });
  }
  // a group goes to a site in one piece, so that the stable sort leaves explicit ones first
  flows.sort((a, b) => a.origin - b.origin || (rank[a.site] ?? 0) - (rank[b.site] ?? 0));
  return measureFlows(flows, sites);
}

const NOBODY = { origin: -1, peopleOfFirst: new Int32Array(0), labourForceOfFirst: new Int32Array(0) };

function measureFlows(flows: readonly BareFlow[], sites: readonly EvaluatedSite[]): readonly MeasuredFlow[] {
  const wanted: number[][] = sites.map(() => []);
  for (const { site, origin } of flows) wanted[site]?.push(origin);
  const columns = sites.map((site, i) => {
    const origins = wanted[i] ?? [];
    if (origins.length === 0) return null;
    return {
      minutes: site.trips({ metric: 'minutes', direction: 'there' }, origins),
      meters: site.trips({ metric: 'meters', direction: 'there' }, origins),
      backMinutes: site.trips({ metric: 'minutes', direction: 'back' }, origins),
      backMeters: site.trips({ metric: 'meters', direction: 'back' }, origins),
    };
  });
  return flows.map((flow) => {
    const column = columns[flow.site];
    return {
      ...flow,
      minutes: column?.minutes[flow.origin] ?? Infinity,
      meters: column?.meters[flow.origin] ?? Infinity,
      backMinutes: column?.backMinutes[flow.origin] ?? Infinity,
      backMeters: column?.backMeters[flow.origin] ?? Infinity,
    };
  });
}

/** Means over the households that have a way, in the order of the flows; those without are counted apart. */
export function summariseTrips(flows: readonly MeasuredFlow[], direction: 'there' | 'back'): TripSummary {
  let [households, minutesSum, metersSum, unreachableHouseholds] = [0, 0, 0, 0];
  let [worstMinutes, worstMeters] = [0, 0];
  for (const flow of flows) {
    const minutes = direction === 'there' ? flow.minutes : flow.backMinutes;
    const meters = direction === 'there' ? flow.meters : flow.backMeters;
    if (minutes === Infinity || meters === Infinity) {
      unreachableHouseholds += flow.households;
      continue;
    }
    households += flow.households;
    minutesSum += flow.households * minutes;
    metersSum += flow.households * meters;
    if (minutes > worstMinutes) worstMinutes = minutes;
    if (meters > worstMeters) worstMeters = meters;
  }
  if (households === 0) {
    return { meanMinutes: null, worstMinutes: null, meanMeters: null, worstMeters: null, unreachableHouseholds };
  }
  return {
    meanMinutes: minutesSum / households,
    worstMinutes,
    meanMeters: metersSum / households,
    worstMeters,
    unreachableHouseholds,
  };
}
