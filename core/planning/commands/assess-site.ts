import type { PlanInputs } from '../../county/plan.ts';
import type { CountyDraft, Refusal } from '../county-draft.ts';
import { findSite } from './known-site.ts';
import { refuse } from './refuse.ts';

/** The hazard assessment that was made where the site stands in the plan; whoever moves the site on loses it. */
export function assessSite(draft: CountyDraft, input: PlanInputs['assess_site']): Refusal | null {
  const { siteCode, number: assessmentNumber, on, conclusion } = input;
  const known = findSite(draft, siteCode);
  if (!known) return refuse('unknown_site', siteCode);
  if (on > draft.asOf) return refuse('assessment_in_future', siteCode, { on, latest: draft.asOf });
  const hazardAssessment = { number: assessmentNumber, on, conclusion };
  draft.sites.set(known.number, { ...known.site, hazardAssessment });
  return null;
}
