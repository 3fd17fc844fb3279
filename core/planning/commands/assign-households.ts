import { ARRANGEMENT_KINDS } from '../../county/kinds.ts';
import type { PlanInputs } from '../../county/plan.ts';
import type { CountyDraft, Refusal } from '../county-draft.ts';
import { findSite } from './known-site.ts';
import { findMovableHousehold, listMovableHouseholds, type Movable } from './movable-households.ts';
import { refuse } from './refuse.ts';

/** Index of `centralised` in ARRANGEMENT_KINDS. */
export const CENTRALISED = ARRANGEMENT_KINDS.indexOf('centralised');

/** The centralised relocation households of a settlement that have not moved in go to a site. */
export function assignSettlement(
  draft: CountyDraft,
  { settlementCode, siteCode }: PlanInputs['assign_settlement'],
): Refusal | null {
  const movable = listMovableHouseholds(draft, settlementCode);
  if ('refusal' in movable) return assign(draft, movable, siteCode);
  const centralised = movable.households.filter((i) => draft.households.placeOf(i).arrangement === CENTRALISED);
  if (centralised.length === 0) return refuse('not_relocation', settlementCode);
  return assign(draft, { households: centralised }, siteCode);
}

/** One relocation household goes to a site; a scattered one becomes centralised by it. */
export const assignHousehold = (
  draft: CountyDraft,
  { householdCode, siteCode }: PlanInputs['assign_household'],
): Refusal | null => assign(draft, findMovableHousehold(draft, householdCode), siteCode);

function assign(draft: CountyDraft, movable: Movable, siteCode: string): Refusal | null {
  if ('refusal' in movable) return movable.refusal;
  const known = findSite(draft, siteCode);
  if (!known) return refuse('unknown_site', siteCode);
  if (draft.closedSites.has(siteCode)) return refuse('site_closed', siteCode);
  for (const household of movable.households) {
    draft.households.place(household, { site: known.number, arrangement: CENTRALISED });
  }
  return null;
}
