import type { IndexRange } from '../../county/area-range.ts';
import type { County } from '../../county/county.ts';
import { SITE_STAGES, type SiteStage } from '../../county/kinds.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { getSiteGround } from '../../planning/ground/site-ground.ts';
import { findForbidding } from '../../planning/rules/judge-place.ts';
import { crowdedDegrees, numberCrowded } from './crowded-places.ts';
import { entriesOf, type FeatureScope, nameIn } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { roundPosition } from './round-geometry.ts';
import { findSiteDuty } from './site-duty.ts';

/** Quarters of the square that a stage fills: empty until the land is there, full when people live in it. */
export const STAGE_QUARTERS: Readonly<Record<SiteStage, 0 | 1 | 2 | 3 | 4>> = {
  sited: 0,
  plan_approved: 0,
  land_acquired: 1,
  begun: 1,
  structure_done: 2,
  accepted: 3,
  handed_over: 3,
  moved_in: 4,
};

/**
 * Relocation sites of the area, and those outside to which its households go (`inside` false); `beside` counts the seats of villages and the
 * earlier sites at the same spot; `refused`: a forbidding rule of the county speaks against the place where it stands; `plan`: what the plan in
 * force does to it.
 */
export function buildSiteFeatures(scope: FeatureScope): readonly MapFeature[] {
  const { county, context } = scope;
  const inside = scope.ranges.sites();
  const load = context.siteLoad();
  const destinations = sitesOfHouseholds(county, scope.ranges.households());
  const shown = entriesOf(county.sites, { start: 0, end: county.sites.length }).filter(
    ([, i]) => (i >= inside.start && i < inside.end) || destinations.has(i),
  );
  const beside = countBeside(
    scope,
    shown.map(([{ position }]) => position),
  );
  const ground = getSiteGround(county, context.asOf);
  return shown.map(([site, i], place) => {
    const stage = SITE_STAGES[context.state.siteStage[i] ?? -1] ?? null;
    const assigned = load.assignedHouseholds[i] ?? 0;
    return createFeature(
      {
        code: site.code,
        name: site.name,
        nameEn: site.nameEn,
        label: nameIn(scope.language, site),
        capacityLabel: `${assigned}/${site.capacityHouseholds ?? '—'}`,
        inside: i >= inside.start && i < inside.end,
        stage,
        quarters: String(stage === null ? 0 : STAGE_QUARTERS[stage]),
        locationType: site.locationType,
        capacityHouseholds: site.capacityHouseholds,
        capacityPeople: site.capacityPeople,
        assignedHouseholds: assigned,
        movedInHouseholds: load.movedInHouseholds[i] ?? 0,
        overCapacity: site.capacityHouseholds !== null && assigned > site.capacityHouseholds,
        assessed: site.hazardAssessment !== null,
        refused: findForbidding(ground, site.position) !== null,
        plan: planStateOf(county, site.code),
        ...findSiteDuty(county, site),
        beside: beside[place] ?? 0,
      },
      { type: 'Point', coordinates: roundPosition(site.position, scope.decimals) },
    );
  });
}

/** What the plan in force does to a site; `none` also where no plan is applied. */
export type SitePlanState = 'placed' | 'moved' | 'closed' | 'none';

/** What the plan in force does to a site: a closed one is closed, whatever else was done to it. */
export function planStateOf({ planned }: Pick<County, 'planned'>, code: string): SitePlanState {
  if (planned?.closedSites.has(code)) return 'closed';
  if (planned?.placed.has(code)) return 'placed';
  return planned?.movedSites.has(code) ? 'moved' : 'none';
}

function countBeside({ county, ranges, area }: FeatureScope, sites: readonly LonLat[]): readonly number[] {
  if (sites.length === 0) return [];
  const seats = entriesOf(county.areas, ranges.areas()).flatMap(([{ level, seat }]) =>
    level === 'village' ? [seat] : [],
  );
  return numberCrowded([...seats, ...sites], crowdedDegrees(area.bbox)).slice(seats.length);
}

/** Indexes of the sites to which households of a range go. */
export function sitesOfHouseholds(
  { households }: Pick<County, 'households'>,
  { start, end }: IndexRange,
): ReadonlySet<number> {
  const sites = new Set<number>();
  for (let i = start; i < end; i++) {
    const site = households.site[i] ?? -1;
    if (site >= 0) sites.add(site);
  }
  return sites;
}
