import type { County } from '../../county/county.ts';
import { type Allocation, type AllocationPairs, allocateHouseholds } from './allocate-households.ts';
import type { Demand } from './demand.ts';
import { evaluateSites } from './evaluate-sites.ts';
import type { EvaluatedSite } from './evaluated-site.ts';
import type { HouseholdCount, PlanEvaluation, PlanFlow, SiteEvaluation } from './evaluation.ts';
import type { EvaluationMemory, UnplacedEntry } from './evaluation-memory.ts';
import { isSiteUsed } from './is-site-used.ts';
import type { MeasuredFlow } from './measured-flow.ts';
import type { NearestSite } from './nearest-site.ts';
import type { RoadCosts } from './plan-costs.ts';
import { listFlows, summariseTrips } from './plan-flows.ts';

/** What an evaluation is put together from; sites in any order that `pairs`, `nearest` and the demand's explicit groups number. */
export interface EvaluationParts {
  readonly county: Pick<County, 'settlements' | 'settings'>;
  readonly demand: Demand;
  readonly sites: readonly EvaluatedSite[];
  readonly rank: Int32Array;
  /** All open sites in reach of the waiting groups, in the order of the rule. */
  readonly pairs: AllocationPairs;
  readonly nearest: NearestSite;
  readonly roads: RoadCosts;
  /** Of the evaluation before, where only one site has moved since. */
  readonly memory?: EvaluationMemory;
}

/** The evaluation of a plan: the one place where its figures are put together, in full and while a site is dragged. */
export function assembleEvaluation(parts: EvaluationParts): PlanEvaluation {
  const { county, demand, sites, rank, pairs, nearest, roads, memory } = parts;
  const allocation = allocateHouseholds(demand.waiting, createAllocationSites(demand, sites), pairs);
  const flows = listFlows(demand, allocation, { sites, rank, memory });
  const evaluated = evaluateSites(sites, { demand, flows, nearest, settings: county.settings });
  const codeOf = (origin: number) => county.settlements[demand.origins[origin] ?? -1]?.code ?? '';
  const unplaced = listUnplaced(demand, allocation, { codeOf, memory });
  const open = evaluated.filter(({ isOpen }) => isOpen);
  const used = evaluated.filter(isSiteUsed);
  const costs = sumSiteCosts(sites, { rank, used: new Set(used.map(({ siteCode }) => siteCode)) });
  return {
    served: sumHouseholds(flows),
    full: sumHouseholds(unplaced.filter(({ reason }) => reason === 'full')),
    notReached: sumHouseholds(unplaced.filter(({ reason }) => reason === 'not_reached')),
    scattered: demand.scattered,
    all: demand.all,
    capacityHouseholds: used.reduce((sum, { capacityHouseholds }) => sum + (capacityHouseholds ?? 0), 0),
    overCapacity: evaluated.flatMap(listOverCapacity),
    trips: summariseTrips(flows, 'there'),
    sitesOpen: open.length,
    sitesClose: open.filter(({ isClose }) => isClose).length,
    siteCostYuan: costs.yuan,
    roadCostYuan: roads.yuan,
    hardenedMeters: roads.hardenedMeters,
    hasSampleCosts: costs.isSample || roads.isSample,
    sites: evaluated,
    flows: flows.map((flow) => {
      flow.told ??= toPlanFlow(flow, codeOf(flow.origin), sites[flow.site]?.facts.code ?? '');
      return flow.told;
    }),
    unplaced,
  };
}

/** Room after the explicit assignments; those of a site over its capacity leave none. */
export function createAllocationSites(demand: Demand, sites: readonly EvaluatedSite[]) {
  const room = Int32Array.from(sites, ({ isOpen, facts }) => (isOpen ? (facts.capacityHouseholds ?? 0) : 0));
  for (const { site, households } of demand.explicit) room[site] = Math.max(0, (room[site] ?? 0) - households);
  return { room };
}

function listUnplaced(
  demand: Demand,
  { unplaced }: Allocation,
  { codeOf, memory }: { readonly codeOf: (origin: number) => string; readonly memory: EvaluationMemory | undefined },
): readonly UnplacedEntry[] {
  const entries: UnplacedEntry[] = [];
  for (const { group, from, reason } of unplaced) {
    const known = memory?.unplaced[group];
    if (known && known.from === from && known.entry.reason === reason) {
      entries.push(known.entry);
      continue;
    }
    const waiting = demand.waiting[group];
    if (!waiting) continue;
    const people = (waiting.peopleOfFirst[waiting.households] ?? 0) - (waiting.peopleOfFirst[from] ?? 0);
    const entry: UnplacedEntry = {
      settlementCode: codeOf(waiting.origin),
      households: waiting.households - from,
      people,
      reason,
    };
    if (memory) memory.unplaced[group] = { from, entry };
    entries.push(entry);
  }
  return entries;
}

function sumHouseholds(counts: readonly HouseholdCount[]): HouseholdCount {
  let [households, people] = [0, 0];
  for (const count of counts) {
    households += count.households;
    people += count.people;
  }
  return { households, people };
}

/** Sites that are used and whose houses do not stand yet, in the order of their codes. */
function sumSiteCosts(
  sites: readonly EvaluatedSite[],
  { rank, used }: { readonly rank: Int32Array; readonly used: ReadonlySet<string> },
) {
  const asked = [...sites.keys()]
    .sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0))
    .flatMap((i) => sites[i] ?? [])
    .filter(({ facts, isBuilt }) => used.has(facts.code) && !isBuilt);
  return {
    yuan: asked.reduce((sum, { cost }) => sum + (cost.yuan ?? 0), 0),
    isSample: asked.some(({ cost }) => cost.isSample),
  };
}

function listOverCapacity({ siteCode, assigned: { households }, capacityHouseholds }: SiteEvaluation) {
  const isOver = capacityHouseholds !== null && households > capacityHouseholds;
  return isOver ? [{ siteCode, households, capacityHouseholds }] : [];
}

const toPlanFlow = (flow: MeasuredFlow, settlementCode: string, siteCode: string): PlanFlow => ({
  settlementCode,
  siteCode,
  households: flow.households,
  people: flow.people,
  minutes: flow.minutes === Infinity ? null : flow.minutes,
  meters: flow.meters === Infinity ? null : flow.meters,
  movedInHouseholds: flow.movedInHouseholds,
  by: flow.by,
});
