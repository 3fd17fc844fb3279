import { expect, it } from 'vitest';
import { planEvaluationSchema, planRefusalSchema } from '#core/api/plans.ts';
import { createPlanService } from '#server/planning/plan-service.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createCommand, createPlanApp, resize } from '#tests/support/plan-app.ts';
import type { TestAnswer } from '#tests/support/request.ts';

const read = (answer: TestAnswer) => planEvaluationSchema.parse(answer.json());

/** In the area that hz-1 threatens, 107.511 to 107.513 by 27.0055 to 27.0065. */
const THREATENED = [107.512, 27.006] as const;

describeOnBothEngines('createEvaluationRoutes', (open) => {
  it('measures today, a draft, and a draft with commands that are not saved', async () => {
    const { ask, create, add } = await createPlanApp(await open());
    const { code } = await create();
    const today = read(await ask('GET', '/today/evaluation'));
    // site-1 holds 2 households and site-2 4
    expect(today).toMatchObject({ plan: null, version: null, revision: 1, asOf: '2026-11-22', capacityHouseholds: 6 });
    expect(read(await ask('GET', `/${code}/evaluation`))).toEqual({ ...today, plan: code, version: 1 });
    const command = resize(9);
    const tried = read(await ask('POST', `/${code}/evaluation`, { commands: [command] }));
    expect(tried).toMatchObject({ plan: code, version: 1, capacityHouseholds: 11 });
    await add(code, 1, command);
    expect(read(await ask('GET', `/${code}/evaluation`))).toEqual({ ...tried, version: 2 });
    expect(read(await ask('POST', '/today/evaluation', { commands: [command] })).capacityHouseholds).toBe(11);
    expect(read(await ask('GET', '/plan-1/evaluation'))).toMatchObject({ plan: 'plan-1', version: 0 });
  });

  it('measures a plan that is published between reading the county and reading the plan', async () => {
    const db = await open();
    const { ask, create, add, counties } = await createPlanApp(db);
    const { code } = await create();
    await add(code, 1, resize(9));
    const before = await counties.getCounty('529902');
    const published = await ask('POST', `/${code}/status`, { ifVersion: 2, to: 'published' });
    expect(published.status).toBe(200);
    const late = createPlanService({
      db,
      getCounty: async () => before,
      publishPlan: counties.publishPlan,
      createSchedule: () => [],
      account: 'local',
    });
    const { county, version } = await late.plan('529902', code);
    expect([version, county.sites.find((site) => site.code === 'site-2')?.capacityHouseholds]).toEqual([3, 9]);
    expect(await late.loadDraft('529902', code)).toMatchObject({ basedOn: 'plan-1', version: 3 });
  });

  it('refuses commands that do not fit, and plans that are not there', async () => {
    const { ask } = await createPlanApp(await open());
    const lost = await ask('POST', '/today/evaluation', { commands: [resize(9, 'nowhere')] });
    const refusal = planRefusalSchema.parse(lost.json());
    expect([lost.status, refusal.code, refusal.errors[0]?.code]).toEqual([
      400,
      'plan_commands_refused',
      'plan_unknown_site',
    ]);
    expect((await ask('GET', '/FA0009/evaluation')).status).toBe(404);
  });

  it('refuses a site in a threatened area with the reason and the nearest place that passes, which then passes', async () => {
    const { ask, create, add } = await createPlanApp(await open());
    const { code } = await create();
    const place = (position: readonly [number, number]) =>
      createCommand('place_site', { siteCode: `${code}-S1`, name: '新点', position, capacityHouseholds: 3 });
    const answer = await ask('POST', `/${code}/commands`, { ifVersion: 1, commands: [place(THREATENED)] });
    const [error] = planRefusalSchema.parse(answer.json()).errors;
    expect(error?.code).toBe('plan_forbidden_place');
    expect(error?.text).toMatch(
      /^“新点” cannot stand here: In the area threatened by hazard point “Shiping Landslide” \(hz-1\); no site may stand here\. The nearest place that passes is \d+ m to the /,
    );
    const nearest = error?.nearest;
    if (nearest === undefined) throw new Error('Got no nearest place, expected one');
    expect((await add(code, 1, place(nearest))).commandCount).toBe(1);
  });
});
