import { expect, it } from 'vitest';
import { planListSchema } from '#core/api/plans.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createPlannedContext } from '#core/planning/planned-context.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import { createCountyService } from '#server/county/county-service.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createCommand, createPlanApp, readPlan, resize } from '#tests/support/plan-app.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const COUNTY = '529902';

describeOnBothEngines('a plan in force', (open) => {
  it('stands over settings that are changed under it, and drafts over it go on', async () => {
    const db = await open();
    const { ask, create, add, get, counties } = await createPlanApp(db);
    await create();
    await add('FA0001', 1, resize(6), createCommand('harden_segment', { segmentCode: 'seg-10', year: 2027 }));
    readPlan(await ask('POST', '/FA0001/status', { ifVersion: 2, to: 'published' }));
    await create();
    const draft = await add('FA0002', 1, resize(7));
    const { settings } = await counties.getCounty(COUNTY);
    const before = (await ask('GET', '/today/evaluation')).json() as { readonly capacityHouseholds: number };
    const joinHouseholds = settings.joinHouseholds + 7;
    await counties.changeSettings({ countyCode: COUNTY, change: { joinHouseholds }, account: 'local' });
    const county = await counties.getCounty(COUNTY);
    const capacity = getPlannedCounty(county)
      .at(county.dataDate)
      .sites.find(({ code }) => code === 'site-2')?.capacityHouseholds;
    expect([county.revision, county.settings.joinHouseholds, capacity]).toEqual([3, joinHouseholds, 6]);
    expect(await createCountyService({ db }).getCounty(COUNTY)).toEqual(county);
    const after = (await ask('GET', '/today/evaluation')).json();
    expect(after).toMatchObject({ revision: 3, capacityHouseholds: before.capacityHouseholds });
    expect(await get('FA0002')).toEqual(draft);
    const published = readPlan(await ask('POST', '/FA0002/status', { ifVersion: 2, to: 'published' }));
    expect(published).toMatchObject({ status: 'published', baseRevision: 3, basedOn: 'FA0001' });
  });

  it('gives way to its successor on the day of that, and goes on telling the days before', async () => {
    const db = await open();
    const { ask, create, add, get } = await createPlanApp(db);
    await create();
    await add('FA0001', 1, resize(6));
    await ask('POST', '/FA0001/status', { ifVersion: 2, to: 'published', publishedOn: '2026-11-10' });
    await create();
    await add('FA0002', 1, resize(9));
    await ask('POST', '/FA0002/status', { ifVersion: 2, to: 'published', publishedOn: '2026-11-20' });
    expect([(await get('FA0001')).status, (await get('FA0002')).status]).toEqual(['superseded', 'published']);
    const county = await createCountyService({ db }).getCounty(COUNTY);
    const capacityAt = (asOf: string) => {
      const context = createPlannedContext(county, asOf);
      const { denominator } = computeFigure(context, 'S2', COUNTY);
      return [context.county.sites.find(({ code }) => code === 'site-2')?.capacityHouseholds, denominator];
    };
    const given = county.sites.find(({ code }) => code === 'site-2')?.capacityHouseholds ?? 0;
    const [, all] = capacityAt('2026-11-09');
    expect(capacityAt('2026-11-09')).toEqual([given, all]);
    expect(capacityAt('2026-11-10')).toEqual([6, Number(all) + 6 - given]);
    expect(capacityAt('2026-11-19')).toEqual([6, Number(all) + 6 - given]);
    expect(capacityAt('2026-11-20')).toEqual([9, Number(all) + 9 - given]);
    // both stay readable and frozen, and each is measured as what it arranged
    const use = async (plan: string) =>
      ((await ask('GET', `/${plan}/evaluation`)).json() as { readonly capacityHouseholds: number }).capacityHouseholds;
    expect((await use('FA0002')) - (await use('FA0001'))).toBe(3);
    const frozen = await ask('POST', '/FA0001/commands', { ifVersion: 3, commands: [resize(5)] });
    expect([frozen.status, (frozen.json() as { readonly code: string }).code]).toEqual([409, 'plan_frozen']);
  });

  it('tells which of its commands a new import made unfit, in the list, in the plan and where it is measured', async () => {
    const db = await open();
    const { ask, create, add, get, counties } = await createPlanApp(db);
    await create();
    await add('FA0001', 1, resize(6), createCommand('harden_segment', { segmentCode: 'seg-10', year: 2027 }));
    expect(readPlan(await ask('POST', '/FA0001/status', { ifVersion: 2, to: 'published' }))).toMatchObject({
      unfitCount: 0,
      faults: [],
    });
    const { plans } = await counties.getCounty(COUNTY);
    const rows = createTinyCountyRows();
    const segments = rows.segments.filter(({ code }) => code !== 'seg-10');
    await counties.writeCounty({ ...rows, plans, segments }, { account: 'local' });
    const plan = await get('FA0001');
    expect(plan.unfitCount).toBe(1);
    expect(plan.faults).toMatchObject([{ code: 'plan_unknown_segment', about: 'seg-10' }]);
    expect(plan.faults[0]?.text).toContain('seg-10');
    const { items } = planListSchema.parse((await ask('GET', '')).json());
    expect(items.map(({ code, unfitCount }) => [code, unfitCount])).toEqual([
      ['FA0001', 1],
      ['plan-1', 0],
    ]);
  });
});
