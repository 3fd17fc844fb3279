import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  createPlan,
  deletePlan,
  fetchPlan,
  fetchPlanHistory,
  fetchPlans,
  type PlanQuestion,
  type PlanTarget,
  patchPlan,
  rebasePlan,
  setPlanStatus,
} from '#client/api/plans-requests.ts';
import type { PlanAnswer, PlanCreate, PlanHistory, PlanList, PlanPatch } from '#core/api/plans.ts';
import { useView } from './view-store.ts';

/** Key under which a plan's answer is cached. */
export const planQueryKey = ({ county, plan, lang }: PlanQuestion) => ['plan', county, plan, lang] as const;

/** The plan that the address names; null while there is none. */
export function usePlanQuestion(): PlanQuestion | null {
  const county = useView((view) => view.area?.slice(0, 6) ?? null);
  const plan = useView((view) => view.plan);
  const lang = useView((view) => view.language);
  return useMemo(() => (county === null || plan === null ? null : { county, plan, lang }), [county, plan, lang]);
}

/** Plans of the county. */
export function usePlans(): UseQueryResult<PlanList> {
  const county = useView((view) => view.area?.slice(0, 6) ?? null);
  const lang = useView((view) => view.language);
  return useQuery({
    queryKey: ['plans', county, lang],
    queryFn: ({ signal }) => fetchPlans({ county: county ?? '', lang }, signal),
    enabled: county !== null,
  });
}

/** The open plan with its commands. */
export function usePlanAnswer(): UseQueryResult<PlanAnswer> {
  const question = usePlanQuestion();
  return useQuery({
    queryKey: question ? planQueryKey(question) : ['plan'],
    queryFn: ({ signal }) => fetchPlan(question ?? NO_PLAN, signal),
    enabled: question !== null,
    // another desk may be at work on the same plan
    staleTime: 0,
    refetchInterval: OTHERS_MILLISECONDS,
    refetchOnWindowFocus: true,
  });
}

/** How often the page looks for what others did to the open plan. */
const OTHERS_MILLISECONDS = 30_000;
const NO_PLAN: PlanQuestion = { county: '', plan: '', lang: '' };

/** Who did what to the open plan; asked for anew with every version. */
export function usePlanHistory(version: number): UseQueryResult<PlanHistory> {
  const question = usePlanQuestion();
  return useQuery({
    queryKey: ['plan-history', question, version],
    queryFn: ({ signal }) => fetchPlanHistory(question ?? NO_PLAN, signal),
    enabled: question !== null,
  });
}

/** Begins a plan. */
export function useCreatePlan(): UseMutationResult<PlanAnswer, Error, PlanCreate> {
  const county = useView((view) => view.area?.slice(0, 6) ?? '');
  const lang = useView((view) => view.language);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PlanCreate) => createPlan({ county, lang }, body),
    onSuccess: (plan) => {
      client.setQueryData(planQueryKey({ county, plan: plan.code, lang }), plan);
      return client.invalidateQueries({ queryKey: ['plans'] });
    },
  });
}

/** Changes name, description or owner of the open plan. */
export const usePatchPlan = (): UseMutationResult<PlanAnswer, Error, PlanPatch> =>
  usePlanMutation((question, body: PlanPatch) => patchPlan(question, body));

/** Puts the open draft over the plan in force. */
export const useRebasePlan = (): UseMutationResult<PlanAnswer, Error, { readonly ifVersion: number }> =>
  usePlanMutation(rebasePlan);

/** Submits, withdraws or publishes the open plan; a published one changes what the maps and figures show. */
export const useSetPlanStatus = (): UseMutationResult<
  PlanAnswer,
  Error,
  { readonly ifVersion: number; readonly to: PlanTarget }
> => usePlanMutation(setPlanStatus);

function usePlanMutation<Body>(
  change: (question: PlanQuestion, body: Body) => Promise<PlanAnswer>,
): UseMutationResult<PlanAnswer, Error, Body> {
  const question = usePlanQuestion() ?? NO_PLAN;
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => change(question, body),
    onSuccess: async (plan) => {
      client.setQueryData(planQueryKey(question), plan);
      // A published plan is in force: figures and maps rest on it from now on.
      if (plan.status === 'published') await client.invalidateQueries();
      else await client.invalidateQueries({ queryKey: ['plans'] });
    },
    onError: () => client.invalidateQueries({ queryKey: ['plan'] }),
  });
}

/** Deletes the open draft. */
export function useDeletePlan(): UseMutationResult<void, Error, number> {
  const question = usePlanQuestion() ?? NO_PLAN;
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ifVersion: number) => deletePlan(question, ifVersion),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['plans'] });
    },
  });
}
