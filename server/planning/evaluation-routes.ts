import express, { type Request, type Response, Router } from 'express';
import { evaluationToAnswer } from '#core/api/plan-evaluation.ts';
import {
  type PlanEvaluationAnswer,
  planEvaluateSchema,
  planEvaluationSchema,
  planParamsSchema,
  planQuerySchema,
} from '#core/api/plans.ts';
import type { County } from '#core/county/county.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import type { PlanEvaluation } from '#core/planning/evaluation/evaluation.ts';
import type { ApiPath } from '../http/api-path.ts';
import { parseBody, parseParams, parseQuery } from '../http/parse-request.ts';
import { createPlanRefusals } from './plan-refusals.ts';
import type { PlanService } from './plan-service.ts';
import type { PlannedState } from './read-plan.ts';

const BODY_LIMIT = '8mb';
const PATH = '/api/plans/{county}/{plan}/evaluation';
const shared = {
  path: PATH,
  tag: 'planning',
  params: planParamsSchema,
  query: planQuerySchema,
  answer: planEvaluationSchema,
} as const;

/** The addresses of this router. */
export const evaluationPaths: readonly ApiPath[] = [
  {
    ...shared,
    method: 'get',
    summary: 'A plan measured: who goes to which site, how far, at what cost; `today` is the county without any draft.',
  },
  {
    ...shared,
    method: 'post',
    summary: 'The same with commands that are not saved after those of the plan.',
    body: planEvaluateSchema,
  },
];

/** `/api/plans/{county}/{plan}/evaluation`. */
export function createEvaluationRoutes(service: Pick<PlanService, 'plan' | 'get'>): Router {
  const router = Router();
  const evaluations = new WeakMap<County, PlanEvaluation>();
  const evaluate = (county: County): PlanEvaluation => {
    const known = evaluations.get(county) ?? evaluatePlan(county);
    evaluations.set(county, known);
    return known;
  };
  const send = (response: Response, state: PlannedState): void => {
    response.set('Cache-Control', 'private, no-cache').json(toAnswer(state, evaluate(state.county)));
  };
  router.get('/api/plans/:county/:plan/evaluation', async (request, response) => {
    const { county, plan } = readParams(request);
    send(response, await service.plan(county, plan));
  });
  router.post(
    '/api/plans/:county/:plan/evaluation',
    express.json({ limit: BODY_LIMIT }),
    async (request: Request, response: Response) => {
      const { county, plan } = readParams(request);
      send(response, await service.plan(county, plan, parseBody(planEvaluateSchema, request).commands));
    },
  );
  router.use(createPlanRefusals(service));
  return router;
}

function readParams(request: Request): { readonly county: string; readonly plan: string } {
  parseQuery(planQuerySchema, request);
  return parseParams(planParamsSchema, request);
}

const toAnswer = ({ county, plan, version }: PlannedState, evaluation: PlanEvaluation): PlanEvaluationAnswer =>
  evaluationToAnswer(evaluation, {
    county: county.code,
    plan,
    version,
    revision: county.revision,
    asOf: county.dataDate,
  });
