import { useEffect } from 'react';
import { fetchPlanEvaluation, type PlanQuestion } from '#client/api/plans-requests.ts';
import type { PlanEvaluationAnswer } from '#core/api/plans.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createLatestRunner } from './latest-runner.ts';
import { getPageWorker, openInWorker } from './page-worker.ts';
import { createCommands } from './plan-edits.ts';
import { dragEdit, type PlanDrag, usePlanMapStore } from './plan-map-store.ts';
import type { PlanningClient } from './planning-worker/planning-client.ts';
import { useArea } from './use-area.ts';
import { type OpenPlan, useOpenPlan } from './use-plan-edit.ts';
import { usePlanQuestion } from './use-plans.ts';

/** How a place of the site in hand is computed. */
type EvaluateAt = (drag: PlanDrag, signal: AbortSignal) => Promise<PlanEvaluationAnswer | null>;

/**
 * Computes the plan anew while a site is in hand: in the worker, or by the server where the worker cannot. At most one question at a time, and of the
 * places since then only the newest.
 */
export function useDragEvaluation(): void {
  const question = usePlanQuestion();
  const revision = useArea().data?.county.revision ?? null;
  const open = useOpenPlan();
  const siteCode = usePlanMapStore((store) => store.drag?.siteCode ?? null);
  const county = question?.county ?? null;
  useEffect(() => {
    if (county !== null) getPageWorker(county, revision);
  }, [county, revision]);
  useEffect(() => {
    if (siteCode === null || !question) return;
    const evaluate = createEvaluate({ question, revision, open });
    const runner = createLatestRunner({
      run: evaluate,
      onAnswer: (evaluation, { position }) => {
        if (evaluation) usePlanMapStore.setState({ dragEvaluation: { siteCode, position, evaluation } });
      },
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
  }, [question, revision, open, siteCode]);
}

/** Opens the plan in the worker with the first question; when the worker fails, the question goes to the server and the next one begins anew. */
function createEvaluate(parts: {
  readonly question: PlanQuestion;
  readonly revision: number | null;
  readonly open: OpenPlan;
}): EvaluateAt {
  const { question, revision, open } = parts;
  let begun: Promise<PlanningClient> | null = null;
  const begin = async ({ kind, siteCode, name, capacityHouseholds }: PlanDrag): Promise<PlanningClient> => {
    const client = await openInWorker({ county: question.county, revision }, open);
    await client.beginDrag(kind === 'move' ? { siteCode } : { siteCode, name, capacityHouseholds });
    return client;
  };
  return async (drag, signal) => {
    try {
      begun ??= begin(drag);
      const client = await begun;
      return (await client.dragTo(drag.position))?.evaluation ?? null;
    } catch {
      begun = null;
      return fetchPlanEvaluation(question, [...open.queue.commands, ...createCommands([dragEdit(drag)])], signal);
    }
  };
}
