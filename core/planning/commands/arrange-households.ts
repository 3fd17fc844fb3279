import { ARRANGEMENT_KINDS, type ArrangementKind } from '../../county/kinds.ts';
import type { PlanInputs } from '../../county/plan.ts';
import type { CountyDraft, Refusal } from '../county-draft.ts';
import { CENTRALISED } from './assign-households.ts';
import { findMovableHousehold, listMovableHouseholds, type Movable } from './movable-households.ts';

/** Centralised, or one of the scattered ways, for the relocation households of a settlement that have not moved in. */
export const arrangeSettlement = (
  draft: CountyDraft,
  { settlementCode, arrangement }: PlanInputs['arrange_settlement'],
): Refusal | null => arrange(draft, listMovableHouseholds(draft, settlementCode), arrangement);

/** The same for one household. */
export const arrangeHousehold = (
  draft: CountyDraft,
  { householdCode, arrangement }: PlanInputs['arrange_household'],
): Refusal | null => arrange(draft, findMovableHousehold(draft, householdCode), arrangement);

/** Centralised ones keep their site, scattered ones have none. */
function arrange({ households }: CountyDraft, movable: Movable, kind: ArrangementKind): Refusal | null {
  if ('refusal' in movable) return movable.refusal;
  const arrangement = ARRANGEMENT_KINDS.indexOf(kind);
  for (const household of movable.households) {
    const { site } = households.placeOf(household);
    households.place(household, { site: arrangement === CENTRALISED ? site : -1, arrangement });
  }
  return null;
}
