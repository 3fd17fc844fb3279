import {
  type PlanAnswer,
  type PlanConflictAnswer,
  type PlanCreate,
  type PlanEvaluationAnswer,
  type PlanHistory,
  type PlanList,
  type PlanPatch,
  planConflictSchema,
  planEvaluationSchema,
  planHistorySchema,
  planListSchema,
  planSchema,
  type SentCommand,
} from '#core/api/plans.ts';
import { RequestError } from './problem.ts';
import { formatAddress, requestAnswer, requestJson, sendJson } from './request.ts';

/** A county whose plans are asked for. */
export interface PlansQuestion {
  readonly county: string;
  readonly lang: string;
}

/** One plan. */
export interface PlanQuestion extends PlansQuestion {
  readonly plan: string;
}

/** States that an author can bring a plan to. */
export type PlanTarget = 'draft' | 'submitted' | 'published';

const plansAddress = ({ county, lang }: PlansQuestion): string => formatAddress(`/api/plans/${county}`, { lang });

const planAddress = ({ county, plan, lang }: PlanQuestion, part = ''): string =>
  formatAddress(`/api/plans/${county}/${plan}${part}`, { lang });

/** Plans of a county. */
export const fetchPlans = (question: PlansQuestion, signal?: AbortSignal): Promise<PlanList> =>
  requestJson(planListSchema, plansAddress(question), signal);

/** Begins a plan. */
export const createPlan = (question: PlansQuestion, body: PlanCreate): Promise<PlanAnswer> =>
  sendJson(planSchema, plansAddress(question), { method: 'POST', body });

/** A plan with its commands. */
export const fetchPlan = (question: PlanQuestion, signal?: AbortSignal): Promise<PlanAnswer> =>
  requestJson(planSchema, planAddress(question), signal);

/** Changes name, description or owner. */
export const patchPlan = (question: PlanQuestion, body: PlanPatch): Promise<PlanAnswer> =>
  sendJson(planSchema, planAddress(question), { method: 'PATCH', body });

/** Deletes a draft as its reader knows it. */
export const deletePlan = async ({ county, plan, lang }: PlanQuestion, ifVersion: number): Promise<void> => {
  await requestAnswer(formatAddress(`/api/plans/${county}/${plan}`, { lang, ifVersion }), { method: 'DELETE' });
};

/** Adds commands to a draft; refused with both sides where others changed the same things since `ifVersion`. */
export const appendCommands = (
  question: PlanQuestion,
  body: { readonly ifVersion: number; readonly commands: readonly SentCommand[] },
): Promise<PlanAnswer> => sendJson(planSchema, planAddress(question, '/commands'), { method: 'POST', body });

/** Takes back or does again the last step; with `ids` commands anywhere in the list are taken out. */
export const stepPlan = (
  question: PlanQuestion,
  step: 'undo' | 'redo',
  body: { readonly ifVersion: number; readonly ids?: readonly string[] },
): Promise<PlanAnswer> => sendJson(planSchema, planAddress(question, `/${step}`), { method: 'POST', body });

/** Submits, withdraws or publishes. */
export const setPlanStatus = (
  question: PlanQuestion,
  body: { readonly ifVersion: number; readonly to: PlanTarget },
): Promise<PlanAnswer> => sendJson(planSchema, planAddress(question, '/status'), { method: 'POST', body });

/** Puts a draft over the plan in force now. */
export const rebasePlan = (question: PlanQuestion, body: { readonly ifVersion: number }): Promise<PlanAnswer> =>
  sendJson(planSchema, planAddress(question, '/rebase'), { method: 'POST', body });

/** Who did what when. */
export const fetchPlanHistory = (question: PlanQuestion, signal?: AbortSignal): Promise<PlanHistory> =>
  requestJson(planHistorySchema, planAddress(question, '/history'), signal);

/** A plan, or `today`, measured, with commands that are not saved. */
export const fetchPlanEvaluation = (
  question: PlanQuestion,
  commands: readonly SentCommand[],
  signal?: AbortSignal,
): Promise<PlanEvaluationAnswer> =>
  sendJson(planEvaluationSchema, planAddress(question, '/evaluation'), { method: 'POST', body: { commands }, signal });

/** Both sides of a change that was refused because others changed the same things; null for every other failure. */
export function readConflict(error: unknown): PlanConflictAnswer | null {
  if (!(error instanceof RequestError) || error.status !== 409) return null;
  const parsed = planConflictSchema.safeParse(error.body);
  return parsed.success ? parsed.data : null;
}
