import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosenSitesSchema, roadProgrammeSchema } from '#core/api/choices.ts';
import { problemSchema } from '#core/api/common.ts';
import { type Job, jobSchema } from '#core/api/jobs.ts';
import { planSchema } from '#core/api/plans.ts';
import { type StartedApp, startApp } from '#tests/support/start-app.ts';

/** First starts of the embedded database on a busy machine. */
const LIMIT_MS = 300_000;

let app: StartedApp;
beforeAll(async () => {
  app = await startApp({ withPage: false });
}, LIMIT_MS);
afterAll(() => app?.stop());

const send = (path: string, method: string, body?: unknown): Promise<Response> =>
  fetch(new URL(path, app.url), {
    method,
    headers: { 'Content-Type': 'application/json', 'Accept-Language': 'en' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const SITES = { kind: 'choose_sites', county: '529901', problem: 'p_median', sites: 8, candidates: {}, lang: 'en' };

const begin = async (request: object): Promise<Job> => {
  const answer = await send('api/jobs', 'POST', request);
  const body: unknown = await answer.json();
  if (answer.status !== 202) throw new Error(JSON.stringify(body));
  return jobSchema.parse(body);
};

const refusalOf = async (request: object) =>
  problemSchema.parse(await (await send('api/jobs', 'POST', request)).json());

async function follow(id: string, isEnough: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    const job = jobSchema.parse(await (await send(`api/jobs/${id}`, 'GET')).json());
    if (isEnough(job) || !['waiting', 'running'].includes(job.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('createChoices', { timeout: LIMIT_MS }, () => {
  it('chooses sites for a plan, and the result becomes part of it in one step', async () => {
    const created = planSchema.parse(await (await send('api/plans/529901', 'POST', { name: '选址' })).json());
    const { id } = await begin({ ...SITES, plan: created.code });
    const done = await follow(id, () => false);
    expect([done.state, done.errorText]).toEqual(['done', null]);
    const result = await send(done.resultUrl ?? '', 'GET');
    expect(result.headers.get('content-type')).toContain('application/json');
    const chosen = chosenSitesSchema.parse(await result.json());
    expect(chosen).toMatchObject({ status: 'optimal', basis: { county: '529901', plan: created.code } });
    expect(chosen.basis.version).toBe(created.version);
    expect(chosen.sites).toHaveLength(8);
    const csv = await send(`${done.resultUrl}?format=csv`, 'GET');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = (await csv.text()).trim().split('\r\n');
    expect(lines[0]).toContain('Site code,Site name,New');
    expect(lines).toHaveLength(1 + chosen.flows.length);
    const append = { ifVersion: created.version, commands: chosen.commands };
    const answer = await send(`api/plans/529901/${created.code}/commands`, 'POST', append);
    const plan = planSchema.parse(await answer.json());
    expect([plan.commands.length, plan.faults]).toEqual([chosen.commands.length, []]);
    const undone = await send(`api/plans/529901/${created.code}/undo`, 'POST', { ifVersion: plan.version });
    expect(planSchema.parse(await undone.json()).commands).toEqual([]);
  });

  it('tells the best so far and keeps it when it is cancelled', async () => {
    const slow = { ...SITES, problem: 'capacitated_p_median', sites: 35, split: 'always', timeLimitSeconds: 200 };
    const { id } = await begin(slow);
    const running = await follow(id, ({ interim }) => interim !== null);
    expect(running.state).toBe('running');
    expect(running.interim).toMatchObject({ kind: 'choose_sites', status: 'feasible', commands: [] });
    const cancelled = jobSchema.parse(await (await send(`api/jobs/${id}`, 'DELETE')).json());
    expect(cancelled).toMatchObject({ state: 'cancelled', resultUrl: `/api/jobs/${id}/result` });
    const best = chosenSitesSchema.parse(await (await send(`api/jobs/${id}/result`, 'GET')).json());
    expect(best.status).toBe('feasible');
    expect(best.commands.length).toBeGreaterThan(0);
  });

  it('plans roads with a list by year', async () => {
    const { id } = await begin({
      kind: 'road_programme',
      county: '529901',
      goal: { kind: 'budget', budgetWanYuan: 3000 },
      years: [{ year: 2026 }, { year: 2027 }],
      lang: 'zh',
    });
    const done = await follow(id, () => false);
    expect([done.state, done.errorText]).toEqual(['done', null]);
    const programme = roadProgrammeSchema.parse(await (await send(done.resultUrl ?? '', 'GET')).json());
    expect(programme.wanYuan).toBeLessThanOrEqual(3000);
    expect(programme.years.map(({ year }) => year)).toEqual([2026, 2027]);
    const csv = await (await send(`${done.resultUrl}?format=csv&lang=zh`, 'GET')).text();
    expect(csv).toContain('年份,步骤,路段编码');
    expect(csv.trim().split('\r\n')).toHaveLength(1 + programme.commands.length);
  });

  it('refuses at once what cannot be meant', async () => {
    expect(await refusalOf({ ...SITES, required: ['AZ999'] })).toMatchObject({
      status: 400,
      code: 'choice_unknown_site',
      detail: 'There are no sites with the codes AZ999 (1 in all).',
    });
    expect(await refusalOf({ ...SITES, sites: -1 })).toMatchObject({ status: 400, code: 'invalid_body' });
    expect(await refusalOf({ ...SITES, candidates: { sites: false } })).toMatchObject({ code: 'choice_no_candidates' });
    expect(await refusalOf({ ...SITES, problem: 'set_cover' })).toMatchObject({ code: 'choice_needs_limit' });
    expect(await refusalOf({ ...SITES, plan: 'FA9999' })).toMatchObject({ status: 404 });
    expect(await refusalOf({ ...SITES, county: '529999' })).toMatchObject({ status: 404, code: 'unknown_county' });
    const positions = [{ position: [100, 20], capacityHouseholds: 10 }];
    expect(await refusalOf({ ...SITES, candidates: { positions } })).toMatchObject({ code: 'choice_position_outside' });
  });
});
