import { expect, it } from 'vitest';
import { problemSchema } from '#core/api/common.ts';
import { planConflictSchema, planListSchema, planRefusalSchema } from '#core/api/plans.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import { createCountyService } from '#server/county/county-service.ts';
import type { Database } from '#server/db/database.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createCommand, createPlanApp, type PlanAppOptions, readPlan, resize } from '#tests/support/plan-app.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const ENTRY = { indicator: 'S3', part: null, areaCode: '529902', month: '2027-12', numerator: 5, denominator: 8 };
const HARDEN = { segmentCode: 'seg-10', year: 2027 };

/** An app with a draft FA0001 at version 2 that enlarges site-2 to 6 households. */
async function createDraftApp(db: Database, options: PlanAppOptions = {}) {
  const plans = await createPlanApp(db, { createSchedule: () => [ENTRY], ...options });
  await plans.create();
  await plans.add('FA0001', 1, resize(6));
  const publish = (plan: string, ifVersion: number, publishedOn?: string) =>
    plans.ask('POST', `/${plan}/status`, { ifVersion, to: 'published', publishedOn });
  const refuse = async (...asked: Parameters<typeof publish>) =>
    problemSchema.pick({ code: true, detail: true, status: true }).parse((await publish(...asked)).json());
  return { ...plans, publish, refuse };
}

describeOnBothEngines('publishPlan', (open) => {
  it('puts a draft into force as the next data revision, and ends the plan before it', async () => {
    const { publish, counties, ask, get } = await createDraftApp(await open());
    const before = await counties.getCounty('529902');
    const plan = readPlan(await publish('FA0001', 2));
    const expected = { status: 'published', publishedOn: '2026-11-22', version: 3, baseRevision: 1, basedOn: 'plan-1' };
    expect(plan).toMatchObject({ ...expected, commandCount: 1, canUndo: false, faults: [] });
    expect(await get('FA0001')).toEqual(plan);
    const list = planListSchema.parse((await ask('GET', '')).json());
    expect(list.items.map(({ code, status }) => [code, status])).toEqual([
      ['FA0001', 'published'],
      ['plan-1', 'superseded'],
    ]);
    expect(list.inForce).toBe('FA0001');
    const after = await counties.getCounty('529902');
    expect(after.revision).toBe(2);
    expect(after.plans.map(({ code, schedule }) => [code, schedule.length])).toEqual([
      ['FA0001', 1],
      ['plan-1', 3],
    ]);
    // nothing but the plans is read again, and the revision before tells what it told
    expect(after.segments).toBe(before.segments);
    expect((await counties.getCounty('529902', 1)).plans).toEqual(before.plans);
  });

  it('is read from the rows as it was derived, and applied from its day on', async () => {
    const db = await open();
    const { publish, counties } = await createDraftApp(db);
    await counties.getCounty('529902');
    readPlan(await publish('FA0001', 2, '2026-11-20'));
    const derived = await counties.getCounty('529902');
    const stored = await createCountyService({ db }).getCounty('529902');
    expect(stored).toEqual(derived);
    const capacityAt = (asOf: string) =>
      getPlannedCounty(stored)
        .at(asOf)
        .sites.find(({ code }) => code === 'site-2')?.capacityHouseholds;
    expect([capacityAt('2026-11-19'), capacityAt('2026-11-20'), capacityAt('2026-11-22')]).toEqual([4, 6, 6]);
  });

  it('freezes the plan', async () => {
    const { publish, ask, refuse } = await createDraftApp(await open());
    await publish('FA0001', 2);
    const append = await ask('POST', '/FA0001/commands', { ifVersion: 3, commands: [resize(7)] });
    expect([append.status, append.json()]).toMatchObject([409, { code: 'plan_frozen' }]);
    expect((await ask('DELETE', '/FA0001?ifVersion=3')).status).toBe(409);
    expect(await refuse('FA0001', 3)).toMatchObject({ status: 409, code: 'plan_frozen' });
  });

  it('refuses a draft whose base is no longer in force until it is put over the one that is', async () => {
    const { publish, refuse, create, add, ask } = await createDraftApp(await open());
    await create();
    await add('FA0002', 1, createCommand('harden_segment', HARDEN), resize(7));
    await publish('FA0001', 2);
    expect(await refuse('FA0002', 2)).toEqual({
      status: 409,
      code: 'plan_base_superseded',
      detail:
        'Plan FA0002 stands on plan-1, but FA0001 is in force by now. Put it over the plan in force, check it, and publish again; the draft is kept.',
    });
    const rebased = readPlan(await ask('POST', '/FA0002/rebase', { ifVersion: 2 }));
    expect(rebased).toMatchObject({ version: 3, basedOn: 'FA0001', baseRevision: 2, commandCount: 2 });
    const second = readPlan(await publish('FA0002', 3));
    expect(second).toMatchObject({ status: 'published', basedOn: 'FA0001', baseRevision: 2 });
    expect(planListSchema.parse((await ask('GET', '')).json()).inForce).toBe('FA0002');
  });

  it('lets the plan published last be in force, whatever its code, when two are published on one day', async () => {
    const { publish, create, add, ask } = await createDraftApp(await open());
    await create();
    await add('FA0002', 1, resize(7));
    await publish('FA0002', 2);
    await ask('POST', '/FA0001/rebase', { ifVersion: 2 });
    readPlan(await publish('FA0001', 3));
    expect(planListSchema.parse((await ask('GET', '')).json()).inForce).toBe('FA0001');
    readPlan(await ask('POST', '', { name: '后继' }));
    expect((await ask('GET', '/FA0003')).json()).toMatchObject({ basedOn: 'FA0001', baseRevision: 3 });
  });

  it('refuses a stale version with what came between, a wrong day, and an empty plan', async () => {
    const { publish, refuse, create, add } = await createDraftApp(await open());
    await add('FA0001', 2, createCommand('harden_segment', HARDEN));
    const stale = await publish('FA0001', 2);
    expect(stale.status).toBe(409);
    expect(planConflictSchema.parse(stale.json()).conflicts[0]?.theirs).toHaveLength(1);
    expect(await refuse('FA0001', 3, '2026-11-23')).toMatchObject({ status: 400, code: 'published_on_range' });
    expect(await refuse('FA0001', 3, '2023-12-31')).toMatchObject({ status: 400, code: 'published_on_range' });
    await create();
    expect(await refuse('FA0002', 1)).toMatchObject({ status: 400, code: 'plan_empty' });
  });

  it('refuses sites without assessment or over their capacity, with every reason, until they are mended', async () => {
    const { publish, add, get } = await createDraftApp(await open());
    const siteCode = 'FA0001-S1';
    const place = createCommand('place_site', {
      siteCode,
      name: '新点',
      position: [107.51, 27.012],
      capacityHouseholds: 9,
    });
    await add('FA0001', 2, place, resize(0, siteCode), resize(0));
    const answer = await publish('FA0001', 3);
    const refusal = planRefusalSchema.parse(answer.json());
    expect([answer.status, refusal.code]).toEqual([409, 'plan_not_publishable']);
    expect(refusal.errors.map(({ code, about }) => [code, about])).toEqual([
      ['plan_not_assessed', siteCode],
      ['plan_over_capacity', 'site-2'],
    ]);
    expect(refusal.errors[1]?.text).toBe('“Liuhe Site” is given 1 households and holds 0: 1 too many.');
    expect((await get('FA0001')).status).toBe('draft');
    const assess = { siteCode, number: '地评〔2026〕9号', on: '2026-11-01', conclusion: '适宜' };
    await add('FA0001', 3, createCommand('assess_site', assess), resize(3), resize(3, siteCode));
    expect(readPlan(await publish('FA0001', 4)).status).toBe('published');
  });

  it('leaves nothing behind when it fails in the middle', async () => {
    const db = await open();
    const schedule = [{ ...ENTRY, month: '2027-13' }];
    const { publish, counties, get } = await createDraftApp(db, { createSchedule: () => schedule });
    const before = await get('FA0001');
    // the database refuses the month, after the plan, its commands and the end of the draft were written
    expect((await publish('FA0001', 2)).status).toBe(500);
    expect(await get('FA0001')).toEqual(before);
    expect((await counties.getCounty('529902')).revision).toBe(1);
    const rows = await db.read((trx) => trx('plan').where({ county_code: '529902' }).select('code', 'revision_to'));
    expect(rows).toEqual([{ code: 'plan-1', revision_to: null }]);
  });

  it('stays in force when the ledgers are written anew, and drafts stay too', async () => {
    const { publish, counties, create, add, get, ask } = await createDraftApp(await open());
    await publish('FA0001', 2);
    await create();
    const draft = await add('FA0002', 1, createCommand('harden_segment', HARDEN));
    await counties.writeCounty(createTinyCountyRows(), { account: 'local' });
    const county = await counties.getCounty('529902');
    expect(county.plans.map(({ code, status, basedOn }) => [code, status, basedOn])).toEqual([
      ['FA0001', 'published', 'plan-1'],
      ['plan-1', 'superseded', undefined],
    ]);
    expect(await get('FA0002')).toEqual(draft);
    expect(planListSchema.parse((await ask('GET', '')).json()).inForce).toBe('FA0001');
  });

  it('travels with its drafts and their history in a backup', async () => {
    const db = await open();
    const { publish, counties, create, add, get, ask } = await createDraftApp(db);
    await publish('FA0001', 2);
    await create();
    await add('FA0002', 1, createCommand('harden_segment', HARDEN, 'step'), resize(7));
    const before = [await get('FA0001'), await get('FA0002'), (await ask('GET', '/FA0002/history')).json()];
    const [file] = await db.backups.backUp('manual', '529902');
    await add('FA0002', 2, resize(8));
    await db.backups.restore(file?.path ?? '', { replace: true });
    counties.forgetCounty('529902');
    expect([await get('FA0001'), await get('FA0002'), (await ask('GET', '/FA0002/history')).json()]).toEqual(before);
    expect((await counties.getCounty('529902')).revision).toBe(2);
  });
});
