import type { PlanInputs } from '../../county/plan.ts';
import type { CountyDraft, Refusal } from '../county-draft.ts';
import { findMovableHousehold, listMovableHouseholds, type Movable } from './movable-households.ts';

/** The relocation households of a settlement that have not moved in have no site any more; how they are arranged stays. */
export const releaseSettlement = (
  draft: CountyDraft,
  { settlementCode }: PlanInputs['release_settlement'],
): Refusal | null => release(draft, listMovableHouseholds(draft, settlementCode));

/** One household has no site any more. */
export const releaseHousehold = (
  draft: CountyDraft,
  { householdCode }: PlanInputs['release_household'],
): Refusal | null => release(draft, findMovableHousehold(draft, householdCode));

function release({ households }: CountyDraft, movable: Movable): Refusal | null {
  if ('refusal' in movable) return movable.refusal;
  for (const household of movable.households) {
    households.place(household, { ...households.placeOf(household), site: -1 });
  }
  return null;
}
