import type { ChoiceResult } from '#core/api/choices.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { markApplied } from './choice-job-store.ts';
import { readProposed } from './choice-words.ts';
import { createPlacedCode, nextNumber } from './plan-edits.ts';
import { usePlanMapStore } from './plan-map-store.ts';
import { useOpenPlan, usePlanEdit } from './use-plan-edit.ts';
import { useTopic } from './use-text.ts';

/** Makes an answer of a solver part of the open plan, as one step; null where the plan cannot be changed. */
export function useApplyChoice(): ((answer: ChoiceResult) => void) | null {
  const { canEdit } = useOpenPlan();
  const { add } = usePlanEdit();
  if (!canEdit) return null;
  return (answer) => {
    add(readProposed(answer.commands));
    markApplied(answer.kind);
  };
}

/** Places a new site of the capacity that is typed; the answer is its code. Null where the plan cannot be changed. */
export function usePlaceSite(): ((position: LonLat) => string) | null {
  const say = useTopic('plans');
  const { plan, commands, canEdit } = useOpenPlan();
  const { add } = usePlanEdit();
  if (!plan || !canEdit) return null;
  return (position) => {
    const number = nextNumber(commands, 'S');
    const siteCode = createPlacedCode(plan.code, 'S', number);
    const { capacityHouseholds } = usePlanMapStore.getState().form;
    const name = say('new_site_name', { n: number });
    add([{ kind: 'place_site', input: { siteCode, name, position, capacityHouseholds } }]);
    return siteCode;
  };
}
