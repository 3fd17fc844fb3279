import type { PlanInputs } from '../../county/plan.ts';
import type { CountyDraft, Refusal } from '../county-draft.ts';
import { findHolder } from '../find-holder.ts';
import { findSite, refuseIfBuilt } from './known-site.ts';
import { refuse, refuseOutside } from './refuse.ts';
import { settleSite } from './site-settlement.ts';

/** The site stands elsewhere: its outline and its hazard assessment were of the old place. Back at its first place it has them again. */
export function moveSite(draft: CountyDraft, { siteCode, position }: PlanInputs['move_site']): Refusal | null {
  const known = findSite(draft, siteCode);
  if (!known) return refuse('unknown_site', siteCode);
  const { number, site } = known;
  if (isSame(site.position, position)) return null;
  const built = refuseIfBuilt(draft, known);
  if (built) return built;
  const holder = findHolder(draft.county, position);
  if (!holder) return refuseOutside(siteCode, position);
  const given = draft.sites.given(number);
  const isBack = given !== null && isSame(given.position, position);
  const { outline, accessPoint, hazardAssessment } = isBack
    ? given
    : { outline: null, accessPoint: position, hazardAssessment: null };
  const moved = {
    ...site,
    areaCode: holder.areaCode,
    position: isBack ? given.position : position,
    outline,
    accessPoint,
    hazardAssessment,
  };
  draft.sites.set(number, moved);
  if (isBack && !draft.county.planned?.movedSites.has(siteCode)) draft.movedSites.delete(siteCode);
  else draft.movedSites.add(siteCode);
  settleSite(draft, moved, holder.villageCode);
  return null;
}

const isSame = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] === b[0] && a[1] === b[1];
