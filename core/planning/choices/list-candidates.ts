import type { County } from '../../county/county.ts';
import type { CountyState } from '../../county/county-state.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { createSiteLoad } from '../../indicators/site-load.ts';
import { isSiteBuilt, priceSite } from '../evaluation/plan-costs.ts';
import type { SiteChoice } from './site-choice.ts';

/** A place where a site is or may be. */
export interface SiteCandidate {
  /** Of new ones: the code that the command will give it. */
  readonly code: string;
  /** Index into `County.sites`; -1 = it would be new. */
  readonly site: number;
  readonly position: LonLat;
  /** Where a road reaches it. */
  readonly accessPoint: LonLat;
  /** Closed by the plan as it is. */
  readonly isClosed: boolean;
  /** Households; of a site that says none, what the choice gives for such. */
  readonly capacityHouseholds: number;
  /** Those who live there already, and the room that is left, at least 0. */
  readonly residentHouseholds: number;
  readonly freeHouseholds: number;
  /** What opening it still costs; 0 = its houses stand. */
  readonly openingYuan: number;
}

/** What the candidates of a choice rest on. */
export interface CandidateOptions {
  readonly state: CountyState;
  /** Begins the codes of new sites; the code of the plan. */
  readonly codePrefix: string;
  /** Points of the suitability map that were found for the choice. */
  readonly suitable: readonly LonLat[];
}

/** Candidates of a choice: sites by the order of the county, then drawn positions, then suitable points. */
export function listCandidates(
  county: County,
  { candidates }: Pick<SiteChoice, 'candidates'>,
  options: CandidateOptions,
): readonly SiteCandidate[] {
  const sites = candidates.sites ? listSites(county, candidates.capacityHouseholds, options) : [];
  const suitable = options.suitable.map((position) => ({
    position,
    capacityHouseholds: candidates.capacityHouseholds,
  }));
  const newCode = createCodes(county, options.codePrefix);
  const fresh = [...candidates.positions, ...suitable].map(
    ({ position, capacityHouseholds }): SiteCandidate => ({
      code: newCode(),
      site: -1,
      position,
      accessPoint: position,
      isClosed: false,
      capacityHouseholds,
      residentHouseholds: 0,
      freeHouseholds: capacityHouseholds,
      openingYuan: priceSite(county.settings, { costYuan: null, capacityHouseholds }).yuan ?? 0,
    }),
  );
  return [...sites, ...fresh];
}

function listSites(county: County, defaultCapacity: number, { state }: CandidateOptions): readonly SiteCandidate[] {
  const { movedInHouseholds } = createSiteLoad(county, state.day);
  return county.sites.map((site, index) => {
    const capacityHouseholds = site.capacityHouseholds ?? defaultCapacity;
    const residentHouseholds = movedInHouseholds[index] ?? 0;
    const cost = priceSite(county.settings, { costYuan: site.costYuan, capacityHouseholds });
    return {
      code: site.code,
      site: index,
      position: site.position,
      accessPoint: site.accessPoint,
      isClosed: county.planned?.closedSites.has(site.code) ?? false,
      capacityHouseholds,
      residentHouseholds,
      freeHouseholds: Math.max(0, capacityHouseholds - residentHouseholds),
      openingYuan: isSiteBuilt(state.siteStage[index] ?? -1) ? 0 : (cost.yuan ?? 0),
    };
  });
}

/** `FA0003-S1`, `FA0003-S2` …, leaving out those that are taken. */
function createCodes(county: County, prefix: string): () => string {
  const taken = new Set([...county.sites.map(({ code }) => code), ...(county.planned?.placed ?? [])]);
  let number = 0;
  return () => {
    do number++;
    while (taken.has(`${prefix}-S${number}`));
    return `${prefix}-S${number}`;
  };
}
