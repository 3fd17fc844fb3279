import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { compareAnswerSchema } from '#core/api/plans.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import type { IndicatorCode } from '#core/indicators/figure.ts';
import { toReaderUnits } from '#core/indicators/reader-units.ts';
import { createPlannedContext } from '#core/planning/planned-context.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import { projectCounty } from '#core/planning/project-county.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import type { Database } from '#server/db/database.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { comparisonToAnswer } from '#server/planning/compare-answers.ts';
import { createCompareRoutes } from '#server/planning/compare-routes.ts';
import { createCompareService } from '#server/planning/compare-service.ts';
import { createPlanRoutes } from '#server/planning/plan-routes.ts';
import { rowToSummary } from '#server/planning/plan-summaries.ts';
import { createCompareSheet } from '#server/sheets/create-compare-sheet.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createCommand, createPlanApp, PLANS, type PlanAppOptions, resize } from '#tests/support/plan-app.ts';
import { request } from '#tests/support/request.ts';

/** An app that compares, beside that which plans are made with. */
async function createWorld(db: Database, options: PlanAppOptions = {}) {
  const world = await createPlanApp(db, options);
  const service = createCompareService(world.plans);
  const app = createApp({
    routers: [
      createCompareRoutes({
        service,
        createPage: async (countyCode, { spec, content }) =>
          createCompareSheet(spec, {
            content,
            context: createPlannedContext(await world.counties.getCounty(countyCode)),
          }),
      }),
      createPlanRoutes({ service: world.plans, servesOnlySample: false }),
    ],
    log: createLog('silent'),
    page: null,
    trustProxy: false,
    acceptedHosts: null,
  });
  const ask = (query: string, path = `${PLANS}/compare`) => request(app, `${path}?${query}`);
  const compare = async (query: string) => {
    const answer = await ask(query);
    if (answer.status !== 200) throw new Error(answer.text);
    return compareAnswerSchema.parse(answer.json());
  };
  return { ...world, service, ask, compare };
}

const SHEET = `${PLANS}/compare/sheet.pdf`;

type World = Awaited<ReturnType<typeof createWorld>>;

/** A draft that places a site, makes another larger and hardens a road. */
async function createDraft({ create, add }: World, name = '方案甲') {
  const { code, version } = await create({ name, nameEn: 'Plan A' });
  return add(
    code,
    version,
    createCommand('place_site', {
      siteCode: `${code}-S1`,
      position: [107.532, 27.0145],
      capacityHouseholds: 5,
      costYuan: 1_000_000,
    }),
    resize(6),
    createCommand('harden_segment', { segmentCode: 'seg-06', year: 2027 }),
  );
}

describeOnBothEngines('createCompareRoutes', (open) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld(await open());
  });

  it('sets a draft beside today: the figures are those of the register over the projected county', async () => {
    const { code } = await createDraft(world);
    const answer = await world.compare(`plans=today,${code}&lang=zh`);
    expect(answer).toMatchObject({ county: '529902', year: 2027, years: [2026, 2027] });
    expect(answer.columns.map(({ plan, name, status, asOf }) => [plan, name, status, asOf])).toEqual([
      ['today', '今天（不另定方案）', 'today', answer.columns[0]?.asOf],
      [code, '方案甲', 'draft', '2027-12-31'],
    ]);
    const county = (await world.plans.plan('529902', code)).county;
    const then = createIndicatorContext(projectCounty(county, 2027));
    for (const { indicator, figures } of answer.rows) {
      const { parts: _, ...own } = computeFigure(then, indicator as IndicatorCode, '529902', { parts: false });
      const expected = toReaderUnits(own);
      expect(figures[1]).toMatchObject({
        value: expected.value,
        numerator: expected.numerator,
        denominator: expected.denominator,
        unit: expected.unit,
        light: expected.light,
      });
    }
    expect(answer.columns[1]?.siteWanYuan).toBeGreaterThanOrEqual(100);
  });

  it('tells in the language asked for what was gained and changed', async () => {
    const { code } = await createDraft(world);
    const find = (answer: Awaited<ReturnType<World['compare']>>, about: string) =>
      answer.differences.find((difference) => difference.code === about)?.text;
    const zh = await world.compare(`plans=today,${code}&lang=zh`);
    expect(find(zh, 'site-2')).toMatch(/容量由 \d+ 户改为 6 户/);
    const en = await world.compare(`plans=today,${code}&lang=en`);
    expect(find(en, 'site-2')).toMatch(/6 households instead of \d+\./);
    expect(find(en, 'seg-06')).toMatch(/hardened by then \(planned for 2027\)/);
    expect(en.columns.map(({ name }) => name)).toEqual(['Today (no further plan)', 'Plan A']);
  });

  it('turns gains into losses when the columns change places', async () => {
    const { code } = await createDraft(world);
    const [forth, back] = [await world.compare(`plans=today,${code}`), await world.compare(`plans=${code},today`)];
    const turned = { gained: 'lost', lost: 'gained', same: 'same', changed: 'changed' } as const;
    const list = (answer: typeof forth, turn: boolean) =>
      answer.differences
        .map(({ layer, code: about, state }) => `${layer} ${about} ${turn ? turned[state] : state}`)
        .toSorted();
    expect(list(back, true)).toEqual(list(forth, false));
  });

  it('shows equal plans as all the same, and nothing carried out at the data date', async () => {
    const [one, two] = [await createDraft(world, '甲'), await createDraft(world, '乙')];
    const now = await world.compare(`plans=today,${one.code}&year=now`);
    expect(now.year).toBeNull();
    expect(new Set(now.columns.map(({ asOf }) => asOf)).size).toBe(1);
    const figures = now.rows.find(({ indicator }) => indicator === 'S3')?.figures;
    expect(figures?.[1]?.numerator).toBe(figures?.[0]?.numerator);
    const { rows, differences } = await world.compare(`plans=${one.code},${two.code}`);
    for (const row of rows) expect(row.figures[1]?.value).toEqual(row.figures[0]?.value);
    // each placed a site of its own; roads and places are the same
    const changed = differences.filter(({ state, layer }) => state !== 'same' && layer !== 'flows');
    expect(changed.map(({ code, state }) => [code, state])).toEqual([
      [`${two.code}-S1`, 'gained'],
      [`${one.code}-S1`, 'lost'],
    ]);
  });

  it('tells a draft anew when it has changed', async () => {
    const draft = await createDraft(world);
    const capacity = async (): Promise<string | undefined> =>
      (await world.compare(`plans=today,${draft.code}&lang=en`)).differences.find(({ code }) => code === 'site-2')
        ?.text;
    expect(await capacity()).toMatch(/: 6 households/);
    await world.add(draft.code, draft.version, resize(9));
    expect(await capacity()).toMatch(/: 9 households/);
  });

  it('prints the same as one page', async () => {
    const { code } = await createDraft(world);
    const { status, headers, bytes } = await world.ask(`plans=today,${code}&paper=A4&lang=en`, SHEET);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toContain('529902-compare-A4.pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await world.ask(`plans=today,${code}&paper=A9&lang=en`, SHEET)).status).toBe(400);
    expect((await world.ask('plans=today,today&lang=en', SHEET)).status).toBe(400);
  });

  it('refuses what cannot be compared with a sentence', async () => {
    const refusal = async (query: string) => {
      const { status, json } = await world.ask(`${query}&lang=en`);
      return [status, (json() as { readonly detail: string }).detail];
    };
    expect(await refusal('plans=today')).toEqual([
      400,
      'Got 1 plans to compare, expected 2 to 6 (today counts as one).',
    ]);
    expect(await refusal('plans=today,today')).toEqual([400, 'Got the plan today twice, expected each plan once.']);
    expect(await refusal('plans=a,b,c,d,e,f,g')).toEqual([
      400,
      'Got 7 plans to compare, expected 2 to 6 (today counts as one).',
    ]);
    const { code } = await createDraft(world);
    expect(await refusal(`plans=today,${code}&year=2040`)).toEqual([
      400,
      'Got the year 2040, expected 2026 to 2027, or now for the data date.',
    ]);
    expect(await refusal('plans=today,FA9999')).toEqual([404, expect.stringContaining('FA9999')]);
    const zh = await world.ask('plans=today,today&lang=zh');
    expect((zh.json() as { readonly detail: string }).detail).toBe('方案“today”给了两次，每个方案只能列一次。');
  });
});

describe('createCompareService', () => {
  it('compares the published plan of the sample county with today, letting others work meanwhile', async () => {
    const county = buildCounty(await loadSampleCounty(), 1);
    const planned = getPlannedCounty(county);
    const service = createCompareService({
      list: async () => ({ items: county.plans.map((plan) => rowToSummary(county, plan)), inForce: null }),
      plan: async (_, plan) =>
        plan === 'today'
          ? { county: planned.at(county.dataDate), plan: null, version: null, faults: [] }
          : { county: planned.of(plan), plan, version: 0, faults: [] },
    });
    const asked = { plans: ['today', 'FA2024'] };
    const computing = service.compare('529901', asked);
    let turns = 0;
    let isDone = false;
    void computing.then(() => {
      isDone = true;
    });
    for (; !isDone; turns++) await setImmediate();
    const compared = await computing;
    expect(turns).toBeGreaterThan(5);
    expect((await service.compare('529901', asked)).comparison).toBe(compared.comparison);
    const answer = compareAnswerSchema.parse(comparisonToAnswer('zh', compared));
    const gained = answer.differences.filter(({ layer, state }) => layer === 'settlements' && state === 'gained');
    const joined = answer.rows.find(({ indicator }) => indicator === 'R2')?.figures.map(({ numerator }) => numerator);
    expect(gained.length).toBeGreaterThan(50);
    expect(joined?.[1]).toBeGreaterThan(joined?.[0] ?? 0);
    expect(answer.towns).toHaveLength(county.areas.filter(({ level }) => level === 'town').length);
  }, 60_000);
});
