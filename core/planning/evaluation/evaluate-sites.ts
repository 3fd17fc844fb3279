import type { Settings } from '../../county/campaign.ts';
import { compareCodes } from '../../county/sort-things.ts';
import type { Demand } from './demand.ts';
import type { EvaluatedSite } from './evaluated-site.ts';
import type { HouseholdCount, SiteEvaluation } from './evaluation.ts';
import type { MeasuredFlow } from './measured-flow.ts';
import type { NearestSite } from './nearest-site.ts';
import { summariseTrips } from './plan-flows.ts';

/** Each site with who goes there, by area and code. */
export function evaluateSites(
  sites: readonly EvaluatedSite[],
  {
    demand,
    flows,
    nearest,
    settings,
  }: {
    readonly demand: Demand;
    readonly flows: readonly MeasuredFlow[];
    readonly nearest: NearestSite;
    readonly settings: Pick<Settings, 'farmingMeters' | 'farmingMinutes' | 'parkMinutes'>;
  },
): readonly SiteEvaluation[] {
  const flowsOf: MeasuredFlow[][] = sites.map(() => []);
  for (const flow of flows) flowsOf[flow.site]?.push(flow);
  const nearestFor = countNearest(demand, nearest, sites.length);
  return [...sites.keys()]
    .sort((a, b) => compareSites(sites[a], sites[b]))
    .flatMap((i) => {
      const site = sites[i];
      if (!site) return [];
      return [evaluateSite(site, { flows: flowsOf[i] ?? [], nearestFor: nearestFor(i), settings })];
    });
}

const compareSites = (a: EvaluatedSite | undefined, b: EvaluatedSite | undefined): number =>
  compareCodes(a?.facts.areaCode ?? '', b?.facts.areaCode ?? '') ||
  compareCodes(a?.facts.code ?? '', b?.facts.code ?? '');

function evaluateSite(
  site: EvaluatedSite,
  {
    flows,
    nearestFor,
    settings,
  }: {
    readonly flows: readonly MeasuredFlow[];
    readonly nearestFor: HouseholdCount;
    readonly settings: Pick<Settings, 'farmingMeters' | 'farmingMinutes' | 'parkMinutes'>;
  },
): SiteEvaluation {
  const { code, name, position, capacityHouseholds } = site.facts;
  const { closeness, isClose, jobsInReach } = site.surroundings();
  const sum = (amount: (flow: MeasuredFlow) => number) => flows.reduce((total, flow) => total + amount(flow), 0);
  const back = summariseTrips(flows, 'back');
  const households = sum((flow) => flow.households);
  return {
    siteCode: code,
    name,
    position,
    isOpen: site.isOpen,
    isPlanned: site.isPlanned,
    capacityHouseholds,
    assigned: { households, people: sum(({ people }) => people) },
    movedInHouseholds: sum(({ movedInHouseholds }) => movedInHouseholds),
    trips: summariseTrips(flows, 'there'),
    farming: {
      withinHouseholds: sum((flow) =>
        flow.backMeters <= settings.farmingMeters || flow.backMinutes <= settings.farmingMinutes ? flow.households : 0,
      ),
      households: households - back.unreachableHouseholds,
      trips: back,
    },
    nearestFor,
    closeness,
    isClose,
    costYuan: site.cost.yuan,
    jobs: { jobsInReach, labourForce: sum(({ labourForce }) => labourForce), minutes: settings.parkMinutes },
  };
}

/** Those who have not moved in, by the open site that is nearest to them. */
function countNearest(demand: Demand, nearest: NearestSite, siteCount: number): (site: number) => HouseholdCount {
  const households = new Int32Array(siteCount);
  const people = new Int32Array(siteCount);
  for (let origin = 0; origin < demand.origins.length; origin++) {
    const site = nearest.site[origin] ?? -1;
    if (site < 0) continue;
    households[site] = (households[site] ?? 0) + (demand.notMovedIn.households[origin] ?? 0);
    people[site] = (people[site] ?? 0) + (demand.notMovedIn.people[origin] ?? 0);
  }
  return (site) => ({ households: households[site] ?? 0, people: people[site] ?? 0 });
}
