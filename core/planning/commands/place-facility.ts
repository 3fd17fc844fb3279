import type { PlanInputs } from '../../county/plan.ts';
import { type CountyDraft, isCodeTaken, type Refusal } from '../county-draft.ts';
import { findHolder } from '../find-holder.ts';
import { nameInEnglish, refuse, refuseOutside } from './refuse.ts';

/** A new park, base or community factory; a road reaches it where it stands. */
export function placePark(draft: CountyDraft, input: PlanInputs['place_park']): Refusal | null {
  const { parkCode: code, name, kind, product, position, jobs } = input;
  if (isCodeTaken(draft, code)) return refuse('code_taken', code);
  const holder = findHolder(draft.county, position);
  if (!holder) return refuseOutside(code, position);
  draft.parks.add({
    code,
    name,
    nameEn: nameInEnglish(name, code),
    areaCode: holder.areaCode,
    kind,
    product,
    position,
    outline: null,
    accessPoint: position,
    plannedScale: null,
    scaleUnit: null,
    leadingEnterprise: null,
    jobs,
    householdsLinked: null,
    linkage: null,
    events: [],
  });
  draft.placed.add(code);
  return null;
}

/** A new school, clinic or other service. */
export function placeService(draft: CountyDraft, input: PlanInputs['place_service']): Refusal | null {
  const { serviceCode: code, name, kind, position } = input;
  if (isCodeTaken(draft, code)) return refuse('code_taken', code);
  const holder = findHolder(draft.county, position);
  if (!holder) return refuseOutside(code, position);
  draft.services.add({
    code,
    name,
    nameEn: nameInEnglish(name, code),
    areaCode: holder.areaCode,
    kind,
    position,
  });
  draft.placed.add(code);
  return null;
}
