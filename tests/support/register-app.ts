import type { SheetFile } from '#core/api/sheet-files.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { NotFoundError } from '#core/errors.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import { createCountyService } from '#server/county/county-service.ts';
import { createCoverageService } from '#server/coverage/coverage-service.ts';
import type { Database } from '#server/db/database.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { createSheetRegister } from '#server/sheets/register/create-sheet-register.ts';
import { describeChanges } from '#server/sheets/register/describe-changes.ts';
import { request } from './request.ts';
import { createTinyCountyRows } from './tiny-county.ts';

/** What a test may set otherwise. */
export interface RegisterAppOptions {
  readonly rows?: CountyRows;
  readonly isClosed?: boolean;
  /** What is drawn, instead of the spec as text. */
  readonly makeSheet?: (
    spec: SheetSpec,
    file: SheetFile,
  ) => Promise<{ readonly bytes: Uint8Array; readonly title: string }>;
}

/** An app with the register of sheets over a database with the tiny county, and short ways to ask it. The clock stands at noon of 2026-11-23 in Shanghai. */
export async function createRegisterApp(db: Database, options: RegisterAppOptions = {}) {
  const counties = createCountyService({ db });
  await counties.writeCounty(options.rows ?? createTinyCountyRows(), { account: 'local' });
  const { getContext } = createCoverageService({ getCounty: counties.getCounty });
  const clock = { now: new Date('2026-11-23T04:00:00Z') };
  const makeSheet =
    options.makeSheet ??
    (async (spec: SheetSpec) => ({
      bytes: new TextEncoder().encode(JSON.stringify(spec)),
      title: `${spec.areaCode} ${spec.map}`,
    }));
  const register = createSheetRegister({
    db,
    getCounty: counties.getCounty,
    findRevisionTime: counties.findRevisionTime,
    getContext,
    async getCountyUnderPlan(countyCode, planCode, revision) {
      const county = await counties.getCounty(countyCode, revision);
      if (!county.plans.some(({ code }) => code === planCode))
        throw new NotFoundError('plan_not_found', planCode, { county: countyCode, plan: planCode });
      return getPlannedCounty(county).of(planCode);
    },
    makeSheet: (spec, { file }) => makeSheet(spec, file),
    makeBook: (spec, { form, write }) => write(new TextEncoder().encode(JSON.stringify({ ...spec, form }))),
    describeChanges: async (spec, options) => new TextEncoder().encode(JSON.stringify(describeChanges(spec, options))),
    createChangesPage: async (spec) => new TextEncoder().encode(JSON.stringify(spec)),
    account: 'local',
    productVersion: '0.4.0',
    isClosed: options.isClosed ?? false,
    now: () => clock.now,
  });
  const app = createApp({
    routers: register.routers,
    log: createLog('silent'),
    page: null,
    trustProxy: false,
    acceptedHosts: null,
  });
  const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown, headers = {}) =>
    request(app, path, {
      method,
      headers: {
        'accept-language': 'en',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  return { app, register, counties, clock, ask };
}
