import type { PlanEvaluationAnswer, SiteEvaluationAnswer } from '#core/api/plans.ts';
import { usePlanMapStore } from './plan-map-store.ts';
import { usePlanEvaluation, useTodayEvaluation } from './use-plan-evaluation.ts';

/** The states that an account speaks of: what is shown, and what it is compared with. */
export interface PlanAccount {
  readonly now: PlanEvaluationAnswer | undefined;
  readonly today: PlanEvaluationAnswer | undefined;
  /** The plan before the last drag; undefined while nothing was dragged. */
  readonly before: PlanEvaluationAnswer | undefined;
  /** What is shown is older than what is on the map. */
  readonly isStale: boolean;
  readonly error: unknown;
}

/** While a site is in hand the numbers of its place, then those of the plan. */
export function usePlanAccount(): PlanAccount {
  const plan = usePlanEvaluation();
  const today = useTodayEvaluation().data;
  const drag = usePlanMapStore((store) => store.drag);
  const dragged = usePlanMapStore((store) => store.dragEvaluation);
  const before = usePlanMapStore((store) => store.before) ?? undefined;
  if (!drag)
    return {
      now: plan.data,
      today,
      before,
      isStale: plan.isPlaceholderData,
      error: plan.data === undefined ? plan.error : null,
    };
  return {
    now: dragged?.evaluation ?? plan.data,
    today,
    before,
    isStale: dragged === null || dragged.position !== drag.position,
    error: null,
  };
}

/** One site of an evaluation. */
export const findSite = (
  evaluation: PlanEvaluationAnswer | undefined,
  code: string,
): SiteEvaluationAnswer | undefined => evaluation?.sites.find(({ siteCode }) => siteCode === code);
