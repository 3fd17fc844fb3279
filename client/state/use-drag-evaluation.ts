import { useEffect } from 'react';
import { fetchPlanEvaluation } from '#client/api/plans-requests.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createLatestRunner } from './latest-runner.ts';
import { createCommands } from './plan-edits.ts';
import { dragEdit, type PlanDrag, usePlanMapStore } from './plan-map-store.ts';
import { useOpenPlan } from './use-plan-edit.ts';
import { usePlanQuestion } from './use-plans.ts';

/** Computes the plan anew while a site is in hand: at most one question at a time, and of the places since then only the newest. */
export function useDragEvaluation(): void {
  const question = usePlanQuestion();
  const waiting = useOpenPlan().queue.commands;
  const siteCode = usePlanMapStore((store) => store.drag?.siteCode ?? null);
  useEffect(() => {
    if (siteCode === null || !question) return;
    const runner = createLatestRunner({
      run: (drag: PlanDrag, signal) =>
        fetchPlanEvaluation(question, [...waiting, ...createCommands([dragEdit(drag)])], signal),
      onAnswer: (evaluation, { position }) =>
        usePlanMapStore.setState({ dragEvaluation: { siteCode, position, evaluation } }),
      // Where nothing can be computed the last numbers stay, marked as older; the drop is judged by the server anyway.
      onFailure: () => undefined,
    });
    let asked: LonLat | null = null;
    const ask = ({ drag }: { readonly drag: PlanDrag | null }): void => {
      if (drag?.siteCode !== siteCode || drag.position === asked) return;
      asked = drag.position;
      runner.ask(drag);
    };
    ask(usePlanMapStore.getState());
    const leave = usePlanMapStore.subscribe(ask);
    return () => {
      leave();
      runner.stop();
    };
  }, [question, waiting, siteCode]);
}
