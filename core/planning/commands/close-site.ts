import type { PlanInputs } from '../../county/plan.ts';
import type { CountyDraft, Refusal } from '../county-draft.ts';
import { findSite, releaseSite } from './known-site.ts';
import { refuse } from './refuse.ts';

/** The site takes nobody any more: residents stay, the others are released. */
export function closeSite(draft: CountyDraft, { siteCode }: PlanInputs['close_site']): Refusal | null {
  const known = findSite(draft, siteCode);
  if (!known) return refuse('unknown_site', siteCode);
  draft.closedSites.add(siteCode);
  releaseSite(draft, known.number);
  return null;
}
