import type { PlanAnswer, SentCommand } from '#core/api/plans.ts';
import { planSchema } from '#core/api/plans.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { ScheduleEntry } from '#core/county/plan.ts';
import { createCountyService } from '#server/county/county-service.ts';
import type { Database } from '#server/db/database.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { createEvaluationRoutes } from '#server/planning/evaluation-routes.ts';
import { createPlanRoutes } from '#server/planning/plan-routes.ts';
import { createPlanService } from '#server/planning/plan-service.ts';
import { request, type TestAnswer } from './request.ts';
import { createTinyCountyRows } from './tiny-county.ts';

export const PLANS = '/api/plans/529902';

/** What a test may set otherwise. */
export interface PlanAppOptions {
  readonly rows?: CountyRows;
  readonly servesOnlySample?: boolean;
  /** A database that already holds the county. */
  readonly isFilled?: boolean;
  readonly createSchedule?: () => readonly ScheduleEntry[];
}

/** An app with plans over a database with the tiny county, and short ways to ask it. */
export async function createPlanApp(db: Database, options: PlanAppOptions = {}) {
  const counties = createCountyService({ db });
  if (!options.isFilled) await counties.writeCounty(options.rows ?? createTinyCountyRows(), { account: 'local' });
  const { getCounty, publishPlan } = counties;
  const createSchedule = options.createSchedule ?? (() => []);
  const plans = createPlanService({ db, getCounty, publishPlan, createSchedule, account: 'local' });
  const app = createApp({
    routers: [
      createPlanRoutes({ service: plans, servesOnlySample: options.servesOnlySample ?? false }),
      createEvaluationRoutes(plans),
    ],
    log: createLog('silent'),
    page: null,
    trustProxy: false,
    acceptedHosts: null,
  });
  const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown, headers = {}) =>
    request(app, `${PLANS}${path}`, {
      method,
      headers: {
        'accept-language': 'en',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const create = async (body: object = { name: '方案' }): Promise<PlanAnswer> => readPlan(await ask('POST', '', body));
  const get = async (plan: string): Promise<PlanAnswer> => readPlan(await ask('GET', `/${plan}`));
  /** Adds commands and answers the plan. */
  const add = async (plan: string, ifVersion: number, ...commands: readonly SentCommand[]): Promise<PlanAnswer> =>
    readPlan(await ask('POST', `/${plan}/commands`, { ifVersion, commands }));
  return { app, plans, counties, ask, create, get, add };
}

/** A plan that was answered; a refusal fails the test with its sentence. */
export function readPlan(answer: TestAnswer): PlanAnswer {
  if (answer.status >= 400) throw new Error(answer.text);
  return planSchema.parse(answer.json());
}

let commandCount = 0;
/** A command with an id of its own. */
export function createCommand<Kind extends SentCommand['kind']>(
  kind: Kind,
  input: Extract<SentCommand, { kind: Kind }>['input'],
  batch?: string,
): SentCommand {
  commandCount += 1;
  return { id: `t${commandCount}`, kind, input, ...(batch !== undefined && { batch }) } as SentCommand;
}

/** site-2 of the tiny county (1 household assigned) for another number of households. */
export const resize = (capacityHouseholds: number, siteCode = 'site-2'): SentCommand =>
  createCommand('set_capacity', { siteCode, capacityHouseholds });
