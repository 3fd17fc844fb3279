import type { PlanInputs } from '../../county/plan.ts';
import type { CountyDraft, Refusal } from '../county-draft.ts';
import { findSite } from './known-site.ts';
import { refuse } from './refuse.ts';

/** A closed site takes households again; those who were released do not come back by themselves. */
export function openSite(draft: CountyDraft, { siteCode }: PlanInputs['open_site']): Refusal | null {
  if (!findSite(draft, siteCode)) return refuse('unknown_site', siteCode);
  draft.closedSites.delete(siteCode);
  return null;
}
