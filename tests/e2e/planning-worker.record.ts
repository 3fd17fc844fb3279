import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  MeasuredEvaluation,
  PlanningRequest,
  PlanningResponse,
} from '#client/state/planning-worker/planning-protocol.ts';
import { evaluationToAnswer } from '#core/api/plan-evaluation.ts';
import { buildCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { sampleCommands } from '#tests/support/random-commands.ts';
import { type StartedApp, startApp } from '#tests/support/start-app.ts';
import { openBrowser, openWatchedPage } from './browser.ts';

const ENTRY = 'client/state/planning-worker/planning-worker.ts';
const PLANS = 6;
const PLACES = 25;

let app: StartedApp;
let browser: Browser;
let page: Page;
let county: County;

/** The worker as one file, as the page's own build makes it. */
async function bundleWorker(): Promise<string> {
  const lib = { entry: ENTRY, formats: ['es' as const], fileName: 'worker' };
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', lib },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  const [file] = bundle?.output ?? [];
  if (file === undefined) throw new Error('Got no worker from the build');
  return file.code;
}

/** Asks the worker of the page one question. */
async function ask(request: PlanningRequest): Promise<unknown> {
  const response = await page.evaluate(
    (sent) =>
      new Promise<unknown>((resolve) => {
        const holder = globalThis as unknown as { planningWorker?: Worker };
        holder.planningWorker ??= new Worker('/planning-worker.js', { type: 'module' });
        holder.planningWorker.addEventListener('message', ({ data }) => resolve(data), { once: true });
        holder.planningWorker.postMessage(sent);
      }),
    request,
  );
  const told = response as PlanningResponse;
  if ('failure' in told) throw new Error(told.failure.message);
  return told.output;
}

const askEvaluation = async (request: PlanningRequest): Promise<MeasuredEvaluation> =>
  (await ask(request)) as MeasuredEvaluation;

const originOf = (plan: string | null, version: number | null) => ({
  county: county.code,
  plan,
  version,
  revision: 1,
  asOf: county.dataDate,
});

beforeAll(async () => {
  app = await startApp({ withPage: false });
  county = buildCounty(await loadSampleCounty(), 1);
  browser = await openBrowser();
  ({ page } = await openWatchedPage(browser, app.url));
  const code = await bundleWorker();
  await page.route('**/planning-worker.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
  await page.goto('/health');
  await ask({ id: 1, kind: 'load', input: { county: county.code, revision: null } });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe('the planning worker in a browser', () => {
  it('evaluates random plans to the last digit as the server does', async () => {
    for (const [i, commands] of sampleCommands(county, { seed: 51, count: PLANS }).entries()) {
      const plan = { plan: 'FA0001', version: i, basedOn: null, commands };
      await ask({ id: 2, kind: 'set_plan', input: plan });
      const { evaluation } = await askEvaluation({ id: 3, kind: 'evaluate', input: null });
      const expected = evaluatePlan(applyCommands(county, commands).county);
      expect(evaluation).toEqual(evaluationToAnswer(expected, originOf('FA0001', i)));
    }
  }, 120_000);

  it('evaluates a dragged site to the last digit as the server does after the drop', async () => {
    await ask({ id: 4, kind: 'set_plan', input: { plan: null, version: null, basedOn: null, commands: [] } });
    const site = { siteCode: 'FA0001-S1', capacityHouseholds: 200 };
    await ask({ id: 5, kind: 'begin_drag', input: site });
    const [west, south, east, north] = county.areas[0]?.bbox ?? [0, 0, 0, 0];
    for (let i = 0; i < PLACES; i++) {
      const share = (i + 0.5) / PLACES;
      const position: LonLat = [west + share * (east - west), south + ((share * 7) % 1) * (north - south)];
      const { county: planned, faults } = applyCommands(county, [
        { id: 'c1', by: 'local', at: '', kind: 'place_site', input: { ...site, position } },
      ]);
      const { evaluation } = await askEvaluation({ id: 6 + i, kind: 'drag_to', input: position });
      if (faults.length > 0) continue;
      expect(evaluation).toEqual(evaluationToAnswer(evaluatePlan(planned), originOf(null, null)));
    }
  }, 120_000);
});
