import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import {
  countyParamsSchema,
  planAppendSchema,
  planCreateSchema,
  planDeleteQuerySchema,
  planHistorySchema,
  planListSchema,
  planParamsSchema,
  planPatchSchema,
  planQuerySchema,
  planRebaseSchema,
  planSchema,
  planStatusSchema,
  planStepSchema,
} from '#core/api/plans.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { ApiPath } from '../http/api-path.ts';
import { fillVersion, readIfMatch } from '../http/if-version.ts';
import { parseBody, parseInput, parseParams, parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import type { DraftKey } from './draft-store.ts';
import { historyToAnswer, planToAnswer } from './plan-answers.ts';
import { createPlanRefusals } from './plan-refusals.ts';
import type { PlanService } from './plan-service.ts';
import type { PlanState } from './read-plan.ts';

/** A solver proposes thousands of commands at once; new roads carry their lines. */
const BODY_LIMIT = '8mb';

const tag = 'planning';
const ofCounty = { tag, params: countyParamsSchema, query: planQuerySchema } as const;
const ofPlan = { tag, params: planParamsSchema, query: planQuerySchema } as const;

/** The addresses of this router. */
export const planPaths: readonly ApiPath[] = [
  {
    ...ofCounty,
    method: 'get',
    path: '/api/plans/{county}',
    summary: 'Plans of a county, published ones and drafts, and which is in force.',
    answer: planListSchema,
  },
  {
    ...ofCounty,
    method: 'post',
    path: '/api/plans/{county}',
    summary: 'Begins a draft over the plan in force, empty or with the commands of another draft.',
    body: planCreateSchema,
    answer: planSchema,
    status: 201,
  },
  {
    ...ofPlan,
    method: 'get',
    path: '/api/plans/{county}/{plan}',
    summary: 'A plan with its commands, and those that no longer fit the county.',
    answer: planSchema,
  },
  {
    ...ofPlan,
    method: 'patch',
    path: '/api/plans/{county}/{plan}',
    summary: 'Changes name, description or owner of a draft.',
    body: planPatchSchema,
    answer: planSchema,
  },
  {
    ...ofPlan,
    method: 'delete',
    path: '/api/plans/{county}/{plan}',
    summary: 'Removes a draft with its history and answers the plans that remain; ifVersion may come as If-Match.',
    query: planDeleteQuerySchema,
    answer: planListSchema,
  },
  {
    ...ofPlan,
    method: 'post',
    path: '/api/plans/{county}/{plan}/commands',
    summary:
      'Adds commands after those that others added to other things; 409 plan_conflict tells both sides, 400 every reason.',
    body: planAppendSchema,
    answer: planSchema,
  },
  {
    ...ofPlan,
    method: 'post',
    path: '/api/plans/{county}/{plan}/undo',
    summary: 'Takes the last step off, or with ids commands anywhere in the list.',
    body: planStepSchema,
    answer: planSchema,
  },
  {
    ...ofPlan,
    method: 'post',
    path: '/api/plans/{county}/{plan}/redo',
    summary: 'Brings back what was undone last, until something new is added.',
    body: planStepSchema,
    answer: planSchema,
  },
  {
    ...ofPlan,
    method: 'post',
    path: '/api/plans/{county}/{plan}/rebase',
    summary: 'Puts a draft over the plan in force now and the newest data; its commands stay.',
    body: planRebaseSchema,
    answer: planSchema,
  },
  {
    ...ofPlan,
    method: 'post',
    path: '/api/plans/{county}/{plan}/status',
    summary: 'Submits, withdraws or publishes a draft; what is published is frozen and in force.',
    body: planStatusSchema,
    answer: planSchema,
  },
  {
    ...ofPlan,
    method: 'get',
    path: '/api/plans/{county}/{plan}/history',
    summary: 'What was done to a plan, by whom and when, newest first.',
    answer: planHistorySchema,
  },
];

/** What the routes need. */
export interface PlanRoutesOptions {
  readonly service: PlanService;
  /** Whether other machines are served: then plans can only be read. */
  readonly servesOnlySample: boolean;
}

/** `/api/plans/…`: plans, their commands, their states. */
export function createPlanRoutes({ service, servesOnlySample }: PlanRoutesOptions): Router {
  const router = Router();
  const changing: RequestHandler[] = [createGate(servesOnlySample), express.json({ limit: BODY_LIMIT }), fillVersion];
  addReading(router, service);
  router.post('/api/plans/:county', changing, async (request: Request, response: Response) => {
    const { county } = parseParams(countyParamsSchema, request);
    parseQuery(planQuerySchema, request);
    const state = await service.create(county, parseBody(planCreateSchema, request));
    response.status(201).location(`/api/plans/${county}/${state.summary.code}`);
    sendPlan(request, response, state);
  });
  router.patch('/api/plans/:county/:plan', changing, async (request: Request, response: Response) => {
    sendPlan(request, response, await service.patch(readKey(request), parseBody(planPatchSchema, request)));
  });
  router.delete('/api/plans/:county/:plan', createGate(servesOnlySample), async (request, response) => {
    const key = readPlanParams(request);
    await service.remove(key, readIfVersion(request));
    response.set('Cache-Control', 'no-store').json(await service.list(key.countyCode));
  });
  addSteps(router, service, changing);
  router.use(createPlanRefusals(service));
  return router;
}

function addReading(router: Router, service: PlanService): void {
  router.get('/api/plans/:county', async (request, response) => {
    const { county } = parseParams(countyParamsSchema, request);
    parseQuery(planQuerySchema, request);
    response.set('Cache-Control', 'private, no-cache').json(await service.list(county));
  });
  router.get('/api/plans/:county/:plan', async (request, response) => {
    sendPlan(request, response, await service.get(readKey(request)));
  });
  router.get('/api/plans/:county/:plan/history', async (request, response) => {
    const { actions } = await service.history(readKey(request));
    response.set('Cache-Control', 'private, no-cache').json(historyToAnswer(readLanguage(request), actions));
  });
}

function addSteps(router: Router, service: PlanService, changing: RequestHandler[]): void {
  const step = (name: string, change: (key: DraftKey, request: Request) => Promise<PlanState>): void => {
    router.post(`/api/plans/:county/:plan/${name}`, changing, async (request: Request, response: Response) => {
      sendPlan(request, response, await change(readKey(request), request));
    });
  };
  step('commands', (key, request) => service.append(key, parseBody(planAppendSchema, request)));
  step('undo', (key, request) => service.undo(key, parseBody(planStepSchema, request)));
  step('redo', (key, request) => service.redo(key, parseBody(planStepSchema, request)));
  step('rebase', (key, request) => service.rebase(key, parseBody(planRebaseSchema, request).ifVersion));
  step('status', (key, request) => service.setStatus(key, parseBody(planStatusSchema, request)));
}

const createGate =
  (isClosed: boolean): RequestHandler =>
  (_request, _response, next) => {
    if (isClosed) throw new InvalidInputError('plans_closed', 'Other machines are served: plans are closed');
    next();
  };

function readKey(request: Request): DraftKey {
  parseQuery(planQuerySchema, request);
  return readPlanParams(request);
}

/** The version of a request without a body, from its query or `If-Match`. */
function readIfVersion(request: Request): number {
  const ifVersion = request.query.ifVersion ?? readIfMatch(request);
  if (ifVersion === undefined)
    throw new InvalidInputError('missing_parameter', 'ifVersion is missing', { field: 'ifVersion' });
  return parseInput(planDeleteQuerySchema, { ...request.query, ifVersion }, 'invalid_parameter').ifVersion;
}

function readPlanParams(request: Request): DraftKey {
  const { county, plan } = parseParams(planParamsSchema, request);
  return { countyCode: county, code: plan };
}

/** The tag begins with the version that a change gives back in If-Match; faults depend on the data revision and the language. */
function sendPlan(request: Request, response: Response, state: PlanState): void {
  const language = readLanguage(request);
  const tagOf = `"${state.summary.version}-${state.county.revision}-${language}"`;
  response.set({ 'Cache-Control': 'private, no-cache', ETag: tagOf }).json(planToAnswer(language, state));
}
