import type { PlanInputs } from '../../county/plan.ts';
import type { SiteRow } from '../../county/things.ts';
import { type CountyDraft, isCodeTaken, type Refusal } from '../county-draft.ts';
import { findHolder } from '../find-holder.ts';
import { nameInEnglish, refuse, refuseOutside } from './refuse.ts';
import { settleSite } from './site-settlement.ts';

/** A new site without stage, and the settlement that it is; a road reaches it where it stands. */
export function placeSite(draft: CountyDraft, input: PlanInputs['place_site']): Refusal | null {
  const { siteCode: code, position, capacityHouseholds, name = code } = input;
  if (isCodeTaken(draft, code)) return refuse('code_taken', code);
  if (capacityHouseholds < 0) return refuse('capacity_negative', code, { capacity: capacityHouseholds });
  const holder = findHolder(draft.county, position);
  if (!holder) return refuseOutside(code, position);
  const site: SiteRow = {
    code,
    name,
    nameEn: nameInEnglish(name, code),
    areaCode: holder.areaCode,
    position,
    outline: null,
    accessPoint: position,
    locationType: input.locationType ?? 'other',
    capacityHouseholds,
    capacityPeople: null,
    costYuan: input.costYuan ?? null,
    deadline: null,
    facilities: [],
    hazardAssessment: null,
    events: [],
  };
  draft.sites.add(site);
  draft.placed.add(code);
  settleSite(draft, site, holder.villageCode);
  return null;
}
