import type { Allocation } from './allocate-households.ts';
import type { Demand, ExplicitGroup } from './demand.ts';
import type { EvaluatedSite } from './evaluated-site.ts';
import type { TripSummary } from './evaluation.ts';
import type { EvaluationMemory } from './evaluation-memory.ts';
import type { MeasuredFlow, OpenFlow } from './measured-flow.ts';

/** Every flow of a plan, measured, by (settlement, site code), explicit before nearest. */
export function listFlows(
  demand: Demand,
  allocation: Allocation,
  {
    sites,
    rank,
    memory,
  }: {
    readonly sites: readonly EvaluatedSite[];
    readonly rank: Int32Array;
    readonly memory?: EvaluationMemory | undefined;
  },
): readonly MeasuredFlow[] {
  const flows: OpenFlow[] = [];
  const isKept = (site: number) => memory !== undefined && site !== memory.changingSite;
  const orderOf = (origin: number, site: number) => origin * sites.length + (rank[site] ?? 0);
  demand.explicit.forEach((group, i) => {
    const known = memory?.explicit[i];
    const flow = known ?? openFlow(group, { by: 'explicit', order: orderOf(group.origin, group.site) });
    if (memory && isKept(group.site)) memory.explicit[i] = flow;
    flows.push(flow);
  });
  for (const { group, site, from, to } of allocation.placements) {
    const known = memory?.nearest[group];
    if (known && known.flow.site === site && known.from === from && known.flow.households === to - from) {
      flows.push(known.flow);
      continue;
    }
    const { origin, peopleOfFirst, labourForceOfFirst } = demand.waiting[group] ?? NOBODY;
    const part = {
      origin,
      site,
      households: to - from,
      people: (peopleOfFirst[to] ?? 0) - (peopleOfFirst[from] ?? 0),
      labourForce: (labourForceOfFirst[to] ?? 0) - (labourForceOfFirst[from] ?? 0),
      movedInHouseholds: 0,
    };
    const flow = openFlow(part, { by: 'nearest', order: orderOf(origin, site) });
    if (memory && isKept(site)) memory.nearest[group] = { from, flow };
    flows.push(flow);
  }
  const sorted = sortFlows(flows, demand.origins.length);
  fillTrips(sorted, sites);
  return sorted;
}

/** By settlement in one pass, because there are many, then by site among the few of each; equal ones stay in their order: explicit first. */
function sortFlows(flows: readonly OpenFlow[], originCount: number): readonly OpenFlow[] {
  const next = new Int32Array(originCount + 1);
  for (const { origin } of flows) next[origin + 1] = (next[origin + 1] as number) + 1;
  for (let origin = 0; origin < originCount; origin++)
    next[origin + 1] = (next[origin + 1] as number) + (next[origin] as number);
  const sorted: OpenFlow[] = flows.slice();
  for (const flow of flows) {
    const place = next[flow.origin] as number;
    next[flow.origin] = place + 1;
    sorted[place] = flow;
  }
  for (let i = 1; i < sorted.length; i++) {
    const flow = sorted[i] as OpenFlow;
    let place = i;
    for (; place > 0 && (sorted[place - 1] as OpenFlow).order > flow.order; place--)
      sorted[place] = sorted[place - 1] as OpenFlow;
    sorted[place] = flow;
  }
  return sorted;
}

const NOBODY = { origin: -1, peopleOfFirst: new Int32Array(0), labourForceOfFirst: new Int32Array(0) };

/** Written out field by field: this runs for every flow each time a dragged site moves. */
const openFlow = (
  { origin, site, households, people, labourForce, movedInHouseholds }: ExplicitGroup,
  { by, order }: Pick<OpenFlow, 'by' | 'order'>,
): OpenFlow => ({
  origin,
  site,
  households,
  people,
  labourForce,
  movedInHouseholds,
  by,
  order,
  minutes: Infinity,
  meters: Infinity,
  backMinutes: Infinity,
  backMeters: Infinity,
  isMeasured: false,
  told: null,
});

function fillTrips(flows: readonly OpenFlow[], sites: readonly EvaluatedSite[]): void {
  const flowsOf: OpenFlow[][] = sites.map(() => []);
  for (const flow of flows) if (!flow.isMeasured) flowsOf[flow.site]?.push(flow);
  sites.forEach((site, i) => {
    const own = flowsOf[i] ?? [];
    if (own.length === 0) return;
    const origins = own.map(({ origin }) => origin);
    const minutes = site.trips({ metric: 'minutes', direction: 'there' }, origins);
    const meters = site.trips({ metric: 'meters', direction: 'there' }, origins);
    const backMinutes = site.trips({ metric: 'minutes', direction: 'back' }, origins);
    const backMeters = site.trips({ metric: 'meters', direction: 'back' }, origins);
    for (const flow of own) {
      flow.minutes = minutes[flow.origin] ?? Infinity;
      flow.meters = meters[flow.origin] ?? Infinity;
      flow.backMinutes = backMinutes[flow.origin] ?? Infinity;
      flow.backMeters = backMeters[flow.origin] ?? Infinity;
      flow.isMeasured = true;
    }
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
