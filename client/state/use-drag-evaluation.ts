import { useEffect } from 'react';
import { fetchPlanEvaluation, type PlanQuestion } from '#client/api/plans-requests.ts';
import { fetchSuitability } from '#client/api/suitability-requests.ts';
import { suitabilityToAnswer } from '#core/api/judged-place.ts';
import type { PlanEvaluationAnswer } from '#core/api/plans.ts';
import type { SuitabilityAnswerItem } from '#core/api/suitability.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createLatestRunner } from './latest-runner.ts';
import { getPageWorker, openInWorker } from './page-worker.ts';
import { createCommands } from './plan-edits.ts';
import { dragEdit, type PlanDrag, usePlanMapStore } from './plan-map-store.ts';
import type { PlanningClient } from './planning-worker/planning-client.ts';
import { useArea } from './use-area.ts';
import { type OpenPlan, useOpenPlan } from './use-plan-edit.ts';
import { usePlanQuestion } from './use-plans.ts';

/** What is known of a place of the site in hand; `place` is null where the rules could not be asked. */
interface Measured {
  readonly evaluation: PlanEvaluationAnswer;
  readonly place: SuitabilityAnswerItem | null;
}

/** How a place of the site in hand is computed. */
type EvaluateAt = (drag: PlanDrag, signal: AbortSignal) => Promise<Measured | null>;

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
      onAnswer: (measured, { position }) => {
        if (measured) usePlanMapStore.setState({ dragEvaluation: { siteCode, position, ...measured } });
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

interface DragParts {
  readonly question: PlanQuestion;
  readonly revision: number | null;
  readonly open: OpenPlan;
}

/** Opens the plan in the worker with the first question; when the worker fails, the question goes to the server and the next one begins anew. */
function createEvaluate(parts: DragParts): EvaluateAt {
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
      return await measureInWorker(await begun, drag.position, question.lang);
    } catch {
      begun = null;
      return measureOnServer(parts, drag, signal);
    }
  };
}

async function measureInWorker(client: PlanningClient, position: LonLat, lang: string): Promise<Measured | null> {
  const [measured, { county, suitability }] = await Promise.all([client.dragTo(position), client.judge(position)]);
  if (!measured) return null;
  const context = { county, language: lang === 'en' ? 'en' : 'zh' } as const;
  return { evaluation: measured.evaluation, place: suitabilityToAnswer(context, position, suitability) };
}

async function measureOnServer({ question, open }: DragParts, drag: PlanDrag, signal: AbortSignal): Promise<Measured> {
  const { county, plan, lang } = question;
  const commands = [...open.queue.commands, ...createCommands([dragEdit(drag)])];
  const asked = { county, position: drag.position, plan, asOf: null, lang };
  const [evaluation, answer] = await Promise.all([
    fetchPlanEvaluation(question, commands, signal),
    fetchSuitability(asked, signal).catch(() => null),
  ]);
  return { evaluation, place: answer?.place ?? null };
}
