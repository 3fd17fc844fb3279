import type { County, Segment } from '../county/county.ts';
import { dateToDay, type IsoDate } from '../county/dates.ts';
import type { PlanOverlay } from '../county/plan.ts';
import { compareCodes } from '../county/sort-things.ts';
import type { ParkRow, ServiceRow, SettlementRow, SiteRow } from '../county/things.ts';
import { drawRoads, type NewSegment } from './draw-roads.ts';
import { createHouseholdDraft, type HouseholdDraft } from './household-draft.ts';
import { createListDraft, type ListDraft } from './list-draft.ts';
import type { PlanFault } from './plan-fault.ts';

/** Why a command cannot be done. */
export type Refusal = Pick<PlanFault, 'code' | 'about' | 'details'>;

/** A county while commands change it. The county given is never touched; lists are copied at their first change. */
export interface CountyDraft {
  readonly county: County;
  /** Day at which the plan stands: what happens later does not hinder it. */
  readonly asOf: IsoDate;
  /** Years of the campaign. */
  readonly years: { readonly first: number; readonly last: number };
  readonly sites: ListDraft<SiteRow>;
  readonly settlements: ListDraft<SettlementRow>;
  /** Numbers of the settlements that sites are, by code of the site; some may be taken out. */
  readonly settlementOfSite: Map<string, number>;
  readonly segments: ListDraft<Segment>;
  /** Segments without topology yet, by code. */
  readonly newSegments: Map<string, NewSegment>;
  readonly parks: ListDraft<ParkRow>;
  readonly services: ListDraft<ServiceRow>;
  readonly households: HouseholdDraft;
  readonly closedSites: Set<string>;
  readonly placed: Set<string>;
  readonly movedSites: Set<string>;
  readonly hardenedIn: Map<string, number>;
}

const byCode = (a: { readonly code: string }, b: { readonly code: string }) => compareCodes(a.code, b.code);
const byArea = (
  a: { readonly areaCode: string; readonly code: string },
  b: { readonly areaCode: string; readonly code: string },
) => compareCodes(a.areaCode, b.areaCode) || compareCodes(a.code, b.code);

/** A draft that changes nothing yet. @param asOf day at which the plan stands */
export function createCountyDraft(county: County, asOf: IsoDate): CountyDraft {
  const { campaign, planned } = county;
  const years = { first: Number(campaign.startsOn.slice(0, 4)), last: Number(campaign.deadline.slice(0, 4)) };
  return {
    county,
    asOf,
    years,
    sites: createListDraft(county.sites, byArea),
    settlements: createListDraft(county.settlements, byCode),
    settlementOfSite: new Map(
      county.settlements.flatMap(({ siteCode }, i) => (siteCode === null ? [] : [[siteCode, i] as const])),
    ),
    segments: createListDraft(county.segments, byCode),
    newSegments: new Map(),
    parks: createListDraft(county.parks, byArea),
    services: createListDraft(county.services, byArea),
    households: createHouseholdDraft(county, {
      movedInBy: dateToDay(asOf),
      settledBy: dateToDay(county.dataDate),
      lastYear: years.last,
    }),
    closedSites: new Set(planned?.closedSites),
    placed: new Set(planned?.placed),
    movedSites: new Set(planned?.movedSites),
    hardenedIn: new Map(planned?.hardenedIn),
  };
}

/** The county of a draft: the very one given when nothing differs, and the very lists given where they do not. */
export function finishCounty(draft: CountyDraft): County {
  const { county } = draft;
  const sites = draft.sites.finish();
  const settlements = draft.settlements.finish();
  const changed: Partial<County> = {
    sites: sites.list,
    settlements: settlements.list,
    households: draft.households.finish({ sites: sites.places, settlements: settlements.places }),
    parks: draft.parks.finish().list,
    services: draft.services.finish().list,
    ...drawRoads(county, draft.segments.finish().list, [...draft.newSegments.values()]),
  };
  const planned = finishOverlay(draft);
  const isSame = (Object.keys(changed) as (keyof County)[]).every((key) => changed[key] === county[key]);
  if (isSame && planned === county.planned) return county;
  return { ...county, ...changed, ...(planned && { planned }) };
}

function finishOverlay({ county: { planned }, ...draft }: CountyDraft): PlanOverlay | undefined {
  const rearranged = new Set([...(planned?.rearranged ?? []), ...draft.households.rearranged()]);
  const overlay = {
    closedSites: draft.closedSites,
    placed: draft.placed,
    movedSites: draft.movedSites,
    rearranged,
    hardenedIn: draft.hardenedIn,
  };
  const isSame =
    hasSameMembers(overlay.closedSites, planned?.closedSites) &&
    hasSameMembers(overlay.placed, planned?.placed) &&
    hasSameMembers(overlay.movedSites, planned?.movedSites) &&
    rearranged.size === (planned?.rearranged.size ?? 0) &&
    overlay.hardenedIn.size === (planned?.hardenedIn.size ?? 0) &&
    [...overlay.hardenedIn].every(([code, year]) => planned?.hardenedIn.get(code) === year);
  return isSame ? planned : overlay;
}

const hasSameMembers = (a: ReadonlySet<string>, b: ReadonlySet<string> = new Set()): boolean =>
  a.size === b.size && [...a].every((member) => b.has(member));

/** Whether something of the county, or of the plan, has a code already. */
export function isCodeTaken({ county, ...draft }: CountyDraft, code: string): boolean {
  return (
    [draft.sites, draft.settlements, draft.segments, draft.parks, draft.services].some(
      (list) => list.find(code) >= 0,
    ) ||
    draft.newSegments.has(code) ||
    draft.households.find(code) >= 0 ||
    [county.areas, county.hazards, county.constraints, county.projects, county.tasks, county.items].some((list) =>
      (list as readonly { readonly code: string }[]).some((thing) => thing.code === code),
    )
  );
}
