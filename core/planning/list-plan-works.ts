import type { County } from '../county/county.ts';
import type { ProjectKind } from '../county/kinds.ts';
import { pricePlanned } from '../network/hardening-cost.ts';
import { priceSite } from './evaluation/plan-costs.ts';

/** What the plan in force adds to the works of the ledgers and no project holds yet; a road has an entry for each area that a piece of it lies in. */
export interface PlanWork {
  /** Code of the site, segment, park or service. */
  readonly code: string;
  readonly areaCode: string;
  readonly kind: ProjectKind;
  /** By whose end it is to be done. */
  readonly year: number;
  /** The share of the area; null = nobody said what it costs. */
  readonly yuan: number | null;
}

const kept = new WeakMap<County, readonly PlanWork[]>();

/** The works of a county's plan without a project, sites first; none where no plan is applied. Kept with the county. */
export function listPlanWorks(county: County): readonly PlanWork[] {
  const known = kept.get(county);
  if (known) return known;
  const works = county.planned ? [...listPlaces(county), ...listRoads(county)] : [];
  kept.set(county, works);
  return works;
}

/** New sites, parks and services; those without a deadline are due with the campaign. */
function listPlaces({ sites, parks, services, settings, planned, projects, campaign }: County): PlanWork[] {
  const held = new Set(projects.map(({ thingCode }) => thingCode));
  const isNew = ({ code }: { readonly code: string }) => planned?.placed.has(code) === true && !held.has(code);
  const year = yearOf(campaign.deadline);
  return [
    ...sites.filter(isNew).map((site): PlanWork => {
      const { yuan } = priceSite(settings, site);
      const { code, areaCode, deadline } = site;
      return { code, areaCode, kind: 'relocation', year: yearOf(deadline ?? campaign.deadline), yuan };
    }),
    ...parks
      .filter(isNew)
      .map(({ code, areaCode }): PlanWork => ({ code, areaCode, kind: 'industry', year, yuan: null })),
    ...services
      .filter(isNew)
      .map(({ code, areaCode }): PlanWork => ({ code, areaCode, kind: 'service', year, yuan: null })),
  ];
}

/** Segments that the plan hardens or builds, shared pavement once; the cost is shared out by length. */
function listRoads(county: County): PlanWork[] {
  const { segments, pieces, planned } = county;
  const works: PlanWork[] = [];
  for (let p = 0; p < pieces.count; p++) {
    const segment = segments[pieces.segment[p] ?? -1];
    const year = segment && planned?.hardenedIn.get(segment.code);
    if (!segment || year === undefined || segment.projectCode !== null || segment.sharesPavementWith !== null) continue;
    const share = (pieces.lengthMeters[p] ?? 0) / segment.lengthMeters;
    const yuan = pricePlanned(county, segment).yuan * share;
    works.push({ code: segment.code, areaCode: pieces.areaCodes[p] ?? '', kind: 'road', year, yuan });
  }
  return works;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
