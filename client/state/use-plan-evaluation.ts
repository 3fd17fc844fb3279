import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { fetchPlanEvaluation } from '#client/api/plans-requests.ts';
import type { PlanEvaluationAnswer } from '#core/api/plans.ts';
import { openInWorker } from './page-worker.ts';
import { useArea } from './use-area.ts';
import { useOpenPlan } from './use-plan-edit.ts';
import { usePlanQuestion } from './use-plans.ts';
import { useView } from './view-store.ts';

/** In an address: the county without any draft. */
const TODAY = 'today';

/**
 * The open plan measured: by the server once it has every command, until then in the worker, which computes the same. The server is not asked about
 * commands that are on their way to it.
 */
export function usePlanEvaluation(): UseQueryResult<PlanEvaluationAnswer> {
  const question = usePlanQuestion();
  const revision = useArea().data?.county.revision ?? null;
  const open = useOpenPlan();
  const waiting = open.queue.commands.map(({ id }) => id);
  return useQuery({
    queryKey: ['plan-evaluation', question, open.plan?.version, waiting],
    queryFn: async ({ signal }) => {
      const { county, plan, lang } = question ?? { county: '', plan: TODAY, lang: '' };
      if (waiting.length === 0) return fetchPlanEvaluation({ county, plan, lang }, [], signal);
      const client = await openInWorker({ county, revision }, open);
      return (await client.evaluate()).evaluation;
    },
    enabled: question !== null && open.plan !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** The county as it is without any draft. */
export function useTodayEvaluation(): UseQueryResult<PlanEvaluationAnswer> {
  const county = useView((view) => view.area?.slice(0, 6) ?? null);
  const lang = useView((view) => view.language);
  return useQuery({
    queryKey: ['plan-evaluation', county, TODAY, lang],
    queryFn: ({ signal }) => fetchPlanEvaluation({ county: county ?? '', plan: TODAY, lang }, [], signal),
    enabled: county !== null,
  });
}
