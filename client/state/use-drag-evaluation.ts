import { useEffect } from 'react';
import { fetchPlanEvaluation, type PlanQuestion } from '#client/api/plans-requests.ts';
import type { PlanEvaluationAnswer } from '#core/api/plans.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createLatestRunner } from './latest-runner.ts';
import { createCommands, type ShownCommand } from './plan-edits.ts';
import { dragEdit, type PlanDrag, usePlanMapStore } from './plan-map-store.ts';
import { type PlanningClient, startPlanningClient } from './planning-worker/planning-client.ts';
import { useArea } from './use-area.ts';
import { type OpenPlan, useOpenPlan } from './use-plan-edit.ts';
import { usePlanQuestion } from './use-plans.ts';

/** The one worker of the page, with the county that it holds; begun when planning is opened. */
let worker: { readonly client: PlanningClient; readonly county: string; readonly loaded: Promise<unknown> } | null =
  null;

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
    if (county !== null) getWorker(county, revision);
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

function getWorker(county: string, revision: number | null): NonNullable<typeof worker> {
  const key = `${county} ${revision}`;
  if (worker?.county === key) return worker;
  worker?.client.close();
  const client = startPlanningClient();
  const loaded = client.load(county, revision);
  // told to whoever waits for it; until then nobody may be waiting
  loaded.catch(() => undefined);
  worker = { client, county: key, loaded };
  return worker;
}

/** Opens the plan in the worker with the first question; when the worker fails, every question goes to the server. */
function createEvaluate(parts: {
  readonly question: PlanQuestion;
  readonly revision: number | null;
  readonly open: OpenPlan;
}): EvaluateAt {
  const { question, revision, open } = parts;
  let begun: Promise<PlanningClient | null> | null = null;
  return async (drag, signal) => {
    begun ??= begin(drag).catch(() => null);
    const client = await begun;
    if (client) return (await client.dragTo(drag.position))?.evaluation ?? null;
    const waiting = open.queue.commands;
    return fetchPlanEvaluation(question, [...waiting, ...createCommands([dragEdit(drag)])], signal);
  };

  async function begin({ kind, siteCode, name, capacityHouseholds }: PlanDrag): Promise<PlanningClient> {
    const { client, loaded } = getWorker(question.county, revision);
    await loaded;
    const { plan } = open;
    await client.setPlan({
      plan: question.plan,
      version: plan?.version ?? null,
      basedOn: plan?.basedOn ?? null,
      commands: open.commands.map(toPlanCommand),
    });
    await client.beginDrag(kind === 'move' ? { siteCode } : { siteCode, name, capacityHouseholds });
    return client;
  }
}

/** Authorship of what waits is told by the server later; nothing is computed from it. */
const toPlanCommand = ({ by, at, ...command }: ShownCommand): PlanCommand =>
  ({ ...command, by: by ?? '', at: at ?? '' }) as PlanCommand;
