import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { fetchPlanEvaluation } from '#client/api/plans-requests.ts';
import type { PlanEvaluationAnswer } from '#core/api/plans.ts';
import { useOpenPlan } from './use-plan-edit.ts';
import { usePlanQuestion } from './use-plans.ts';
import { useView } from './view-store.ts';

/** In an address: the county without any draft. */
const TODAY = 'today';

/** The open plan measured by the server, what waits included. */
export function usePlanEvaluation(): UseQueryResult<PlanEvaluationAnswer> {
  const question = usePlanQuestion();
  const { plan, queue } = useOpenPlan();
  const { commands } = queue;
  return useQuery({
    queryKey: ['plan-evaluation', question, plan?.version, commands.map(({ id }) => id)],
    queryFn: ({ signal }) => fetchPlanEvaluation(question ?? { county: '', plan: TODAY, lang: '' }, commands, signal),
    enabled: question !== null && plan !== undefined,
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
