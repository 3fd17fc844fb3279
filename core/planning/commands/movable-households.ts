import type { CountyDraft, Refusal } from '../county-draft.ts';
import { refuse } from './refuse.ts';

/** Relocation households that a command may still put elsewhere, or why there is none. */
export type Movable = { readonly households: readonly number[] } | { readonly refusal: Refusal };

/** The household of a code, if it is to be moved and has not moved in. */
export function findMovableHousehold({ households }: CountyDraft, householdCode: string): Movable {
  const household = households.find(householdCode);
  if (household < 0) return { refusal: refuse('unknown_household', householdCode) };
  if (!households.isRelocation(household)) return { refusal: refuse('not_relocation', householdCode) };
  if (households.hasMovedIn(household)) return { refusal: refuse('moved_in', householdCode) };
  return { households: [household] };
}

/** Households of a settlement that are to be moved and have not moved in; at least one. */
export function listMovableHouseholds(draft: CountyDraft, settlementCode: string): Movable {
  const settlement = draft.settlements.find(settlementCode);
  if (settlement < 0) return { refusal: refuse('unknown_settlement', settlementCode) };
  const all = draft.households.ofSettlement(settlement);
  if (all.length === 0) return { refusal: refuse('not_relocation', settlementCode) };
  const movable = all.filter((household) => !draft.households.hasMovedIn(household));
  return movable.length === 0 ? { refusal: refuse('moved_in', settlementCode) } : { households: movable };
}
