import type { PlanInputs } from '../../county/plan.ts';
import type { CountyDraft, Refusal } from '../county-draft.ts';
import { findSite, refuseIfBuilt, releaseSite } from './known-site.ts';
import { refuse } from './refuse.ts';
import { unsettleSite } from './site-settlement.ts';

/** Takes a site out that is not begun; whoever was to go there is released. */
export function removeSite(draft: CountyDraft, { siteCode }: PlanInputs['remove_site']): Refusal | null {
  const known = findSite(draft, siteCode);
  if (!known) return refuse('unknown_site', siteCode);
  const built = refuseIfBuilt(draft, known);
  if (built) return built;
  releaseSite(draft, known.number);
  unsettleSite(draft, siteCode);
  draft.sites.remove(known.number);
  for (const codes of [draft.placed, draft.movedSites, draft.closedSites]) codes.delete(siteCode);
  return null;
}
