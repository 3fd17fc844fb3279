import type { PlanInputs } from '../../county/plan.ts';
import type { SiteRow } from '../../county/things.ts';
import type { CountyDraft, Refusal } from '../county-draft.ts';
import { countResidents, findSite } from './known-site.ts';
import { refuse } from './refuse.ts';

/**
 * The site is built larger or smaller, never smaller than for those who live there. How many people it then holds is not known. A cost of its own
 * (yuan) goes with the households at the site's own price a household, to the fen; a site without one is priced by the county's table as ever.
 */
export function setCapacity(
  draft: CountyDraft,
  { siteCode, capacityHouseholds }: PlanInputs['set_capacity'],
): Refusal | null {
  const known = findSite(draft, siteCode);
  if (!known) return refuse('unknown_site', siteCode);
  if (capacityHouseholds < 0) return refuse('capacity_negative', siteCode, { capacity: capacityHouseholds });
  const { number, site } = known;
  if (site.capacityHouseholds === capacityHouseholds) return null;
  const residents = countResidents(draft, number);
  if (capacityHouseholds < residents) {
    return refuse('capacity_below_residents', siteCode, { capacity: capacityHouseholds, households: residents });
  }
  const given = draft.sites.given(number);
  const capacityPeople = given?.capacityHouseholds === capacityHouseholds ? given.capacityPeople : null;
  // from the ledger's row where it tells, so that there and back again costs what it cost
  const costYuan = scaleCost(hasPrice(given) ? given : site, capacityHouseholds);
  draft.sites.set(number, { ...site, capacityHouseholds, capacityPeople, costYuan });
  return null;
}

type PricedSite = Pick<SiteRow, 'capacityHouseholds' | 'costYuan'>;

const hasPrice = (site: PricedSite | null): site is PricedSite =>
  site !== null && site.costYuan !== null && (site.capacityHouseholds ?? 0) > 0;

/** The cost at the same price a household; as it is where there is no price to go by. */
function scaleCost(site: PricedSite, capacityHouseholds: number): number | null {
  const { costYuan, capacityHouseholds: households } = site;
  if (costYuan === null || !households || households === capacityHouseholds) return costYuan;
  return Math.round((100 * costYuan * capacityHouseholds) / households) / 100;
}
