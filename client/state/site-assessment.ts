import type { PlanEdit, PlanInputs } from '#core/county/plan.ts';

/** The hazard assessment that a plan records for a site; `missing` where it placed or moved the site and recorded none since. */
export type SiteAssessment = PlanInputs['assess_site'] | 'missing';

/** What a plan says of the assessment of a site; undefined = it leaves the site where it was assessed, or not, before. */
export function findSiteAssessment(commands: readonly PlanEdit[], siteCode: string): SiteAssessment | undefined {
  const last = commands.findLast(
    ({ kind, input }) =>
      (kind === 'place_site' || kind === 'move_site' || kind === 'assess_site') &&
      'siteCode' in input &&
      input.siteCode === siteCode,
  );
  if (last === undefined) return undefined;
  return last.kind === 'assess_site' ? last.input : 'missing';
}
