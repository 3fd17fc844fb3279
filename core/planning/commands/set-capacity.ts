import type { PlanInputs } from '../../county/plan.ts';
import type { CountyDraft, Refusal } from '../county-draft.ts';
import { countResidents, findSite } from './known-site.ts';
import { refuse } from './refuse.ts';

/** The site is built larger or smaller, never smaller than for those who live there. How many people it then holds is not known. */
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
  draft.sites.set(number, { ...site, capacityHouseholds, capacityPeople });
  return null;
}
