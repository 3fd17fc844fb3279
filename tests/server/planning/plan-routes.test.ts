import { expect, it } from 'vitest';
import { problemSchema } from '#core/api/common.ts';
import { planConflictSchema, planHistorySchema, planListSchema, planRefusalSchema } from '#core/api/plans.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createCommand, createPlanApp, readPlan, resize } from '#tests/support/plan-app.ts';
import type { TestAnswer } from '#tests/support/request.ts';

const refusalOf = (answer: TestAnswer) => ({
  status: answer.status,
  ...problemSchema.pick({ code: true, detail: true }).parse(answer.json()),
});

const conflictOf = (answer: TestAnswer) => {
  expect(answer.status).toBe(409);
  return planConflictSchema.parse(answer.json());
};

describeOnBothEngines('createPlanRoutes', (open) => {
  it('lists the plan of the ledgers and begins drafts over it under the next free code', async () => {
    const { ask, create } = await createPlanApp(await open());
    const first = await create({ name: ' 方案一 ', nameEn: 'One', description: '说明', owner: '张' });
    expect(first).toMatchObject({
      county: '529902',
      code: 'FA0001',
      name: '方案一',
      nameEn: 'One',
      description: '说明',
      owner: '张',
      status: 'draft',
      publishedOn: null,
      version: 1,
      baseRevision: 1,
      basedOn: 'plan-1',
      commandCount: 0,
      changedBy: 'local',
      canUndo: false,
      canRedo: false,
      commands: [],
      faults: [],
    });
    expect((await create()).code).toBe('FA0002');
    const list = planListSchema.parse((await ask('GET', '')).json());
    expect(list.items.map(({ code, status }) => [code, status])).toEqual([
      ['FA0001', 'draft'],
      ['FA0002', 'draft'],
      ['plan-1', 'published'],
    ]);
    expect(list.inForce).toBe('plan-1');
  });

  it('adds commands, undoes step by step, redoes, and forgets what was undone when something new comes', async () => {
    const { ask, create, add, get } = await createPlanApp(await open());
    const { code } = await create();
    await add(code, 1, resize(5));
    const batch = [
      createCommand('place_site', { siteCode: `${code}-S1`, position: [107.51, 27.012], capacityHouseholds: 3 }, 'b1'),
      createCommand('close_site', { siteCode: 'site-2' }, 'b1'),
    ];
    const full = await add(code, 2, ...batch);
    expect(full).toMatchObject({ version: 3, commandCount: 3, canUndo: true, canRedo: false });
    const undone = readPlan(await ask('POST', `/${code}/undo`, { ifVersion: 3 }));
    expect(undone).toMatchObject({ version: 4, commandCount: 1, canRedo: true });
    const redone = readPlan(await ask('POST', `/${code}/redo`, { ifVersion: 4 }));
    expect(redone.commands).toEqual(full.commands);
    readPlan(await ask('POST', `/${code}/undo`, { ifVersion: 5 }));
    const other = await add(code, 6, resize(7));
    expect(other).toMatchObject({ version: 7, commandCount: 2, canRedo: false });
    expect(refusalOf(await ask('POST', `/${code}/redo`, { ifVersion: 7 }))).toMatchObject({ code: 'nothing_to_redo' });
    expect((await get(code)).commands.map(({ kind }) => kind)).toEqual(['set_capacity', 'set_capacity']);
  });

  it('restores the plan to the byte when every command is undone, and again when every one is redone', async () => {
    const { ask, create, add, get } = await createPlanApp(await open());
    const contentOf = async () => {
      const { version, changedAt, canUndo, canRedo, ...content } = await get('FA0001');
      return JSON.stringify(content);
    };
    await create();
    const empty = await contentOf();
    for (const capacity of [5, 6, 7]) await add('FA0001', capacity - 4, resize(capacity));
    const full = await contentOf();
    for (const ifVersion of [4, 5, 6]) readPlan(await ask('POST', '/FA0001/undo', { ifVersion }));
    expect(await contentOf()).toBe(empty);
    for (const ifVersion of [7, 8, 9]) readPlan(await ask('POST', '/FA0001/redo', { ifVersion }));
    expect(await contentOf()).toBe(full);
    expect(refusalOf(await ask('POST', '/FA0001/redo', { ifVersion: 10 }))).toMatchObject({ status: 400 });
  });

  it('takes commands out wherever they stand, once, and brings them back to their place', async () => {
    const { ask, create, add } = await createPlanApp(await open());
    const { code } = await create();
    const commands = [resize(5), createCommand('close_site', { siteCode: 'site-2' }), resize(6)];
    const before = await add(code, 1, ...commands);
    const ids = [commands[0]?.id, commands[1]?.id];
    const removed = readPlan(await ask('POST', `/${code}/undo`, { ifVersion: 2, ids }));
    expect(removed.commands.map(({ id }) => id)).toEqual([commands[2]?.id]);
    // the same request again, after its answer was lost
    const again = readPlan(await ask('POST', `/${code}/undo`, { ifVersion: 2, ids }));
    expect(again).toEqual(removed);
    const redone = readPlan(await ask('POST', `/${code}/redo`, { ifVersion: 3 }));
    expect(redone.commands).toEqual(before.commands);
    expect(refusalOf(await ask('POST', `/${code}/undo`, { ifVersion: 4, ids: ['nobody'] }))).toEqual({
      status: 400,
      code: 'unknown_plan_command',
      detail: 'Plan FA0001 has no change with the id "nobody".',
    });
  });

  it('adds what touches other things than others changed, and tells both sides of the rest', async () => {
    const { ask, create, add, get } = await createPlanApp(await open());
    const { code } = await create();
    const theirs = resize(6);
    await add(code, 1, theirs);
    const merged = await add(code, 1, createCommand('harden_segment', { segmentCode: 'seg-10', year: 2027 }));
    expect(merged).toMatchObject({ version: 3, commandCount: 2 });
    const mine = resize(8);
    const answer = await ask('POST', `/${code}/commands`, { ifVersion: 1, commands: [mine] });
    const conflict = conflictOf(answer);
    expect(conflict).toMatchObject({
      code: 'plan_conflict',
      version: 3,
      conflicts: [
        { about: 'site-2', aboutName: 'Liuhe Site', mine: [mine], theirs: [{ ...theirs, isRemoved: false }] },
      ],
    });
    expect(conflict.detail).toContain('FA0001');
    expect(await get(code)).toEqual(merged);
    // mine wins: the same commands upon the version that was told
    expect((await add(code, conflict.version, mine)).commands.at(-1)).toMatchObject(mine);
  });

  it('does not add a command twice, and refuses another one under its id', async () => {
    const { ask, create, add } = await createPlanApp(await open());
    const { code } = await create();
    const command = resize(6);
    const once = await add(code, 1, command, command);
    expect(once.commandCount).toBe(1);
    expect(await add(code, 1, command)).toEqual(once);
    const other = { ...resize(7), id: command.id };
    expect(refusalOf(await ask('POST', `/${code}/commands`, { ifVersion: 2, commands: [other] }))).toMatchObject({
      status: 400,
      code: 'plan_command_taken',
    });
  });

  it('refuses commands that do not fit, all together, with every reason', async () => {
    const { ask, create, get } = await createPlanApp(await open());
    const before = await create();
    const commands = [
      resize(6),
      createCommand('move_site', { siteCode: 'site-1', position: [107.51, 27.012] }),
      createCommand('place_site', { siteCode: 'FA0001-S1', name: '远处', position: [110, 27], capacityHouseholds: 3 }),
      createCommand('close_site', { siteCode: 'nowhere' }),
    ];
    const answer = await ask('POST', '/FA0001/commands', { ifVersion: 1, commands });
    const refusal = planRefusalSchema.parse(answer.json());
    expect([answer.status, refusal.code]).toEqual([400, 'plan_commands_refused']);
    expect(refusal.errors.map(({ code, commandId }) => [code, commandId])).toEqual([
      ['plan_site_built', commands[1]?.id],
      ['plan_outside_county', commands[2]?.id],
      ['plan_unknown_site', commands[3]?.id],
    ]);
    expect(refusal.detail).toBe(refusal.errors[0]?.text);
    expect(refusal.errors[1]?.text).toBe(
      'The place of “远处” (110, 27) is outside the county; put it inside the county boundary.',
    );
    expect(await get('FA0001')).toEqual(before);
  });

  it('refuses wrong input in a sentence', async () => {
    const { ask, create } = await createPlanApp(await open());
    await create();
    const refuse = async (path: string, body: unknown) => refusalOf(await ask('POST', path, body));
    expect(await refuse('/FA0001/commands', { ifVersion: 1, commands: [resize(-3)] })).toEqual({
      status: 400,
      code: 'invalid_body',
      detail: expect.stringContaining('commands.0.input.capacityHouseholds'),
    });
    const odd = { ifVersion: 1, commands: [{ id: 'x', kind: 'sell_site', input: {} }] };
    expect(await refuse('/FA0001/commands', odd)).toMatchObject({ status: 400, code: 'invalid_body' });
    expect(await refuse('/FA0001/commands', { commands: [resize(3)] })).toMatchObject({ code: 'missing_field' });
    expect(await refuse('/FA0001/commands', { ifVersion: 1, commands: [] })).toMatchObject({ code: 'invalid_body' });
    expect(await refuse('/FA0009/commands', { ifVersion: 1, commands: [resize(3)] })).toEqual({
      status: 404,
      code: 'plan_not_found',
      detail: 'County 529902 has no plan with the code "FA0009".',
    });
    expect(await refuse('', { name: '  ' })).toMatchObject({ status: 400, code: 'empty_field' });
    expect(await refuse('', { name: '方案', copyOf: 'FA0009' })).toMatchObject({ code: 'plan_not_found' });
    expect(await refuse('/plan-1/commands', { ifVersion: 0, commands: [resize(3)] })).toMatchObject({
      status: 409,
      code: 'plan_frozen',
    });
    expect(refusalOf(await ask('GET', '/a%27b'))).toMatchObject({ status: 400, code: 'invalid_parameter' });
  });

  it('keeps hostile names as they are written', async () => {
    const { create, get, ask } = await createPlanApp(await open());
    const name = `'); DROP TABLE plan_draft; --<script>"\\{code}`;
    await create({ name, description: '{plan}\u202e' });
    expect(await get('FA0001')).toMatchObject({ name, description: '{plan}\u202e' });
    const long = { name: '长'.repeat(61) };
    expect(refusalOf(await ask('POST', '', long))).toMatchObject({ status: 400, code: 'invalid_body' });
  });

  it('changes texts beside changes of commands, not over another change of texts', async () => {
    const { ask, create, add } = await createPlanApp(await open());
    await create();
    await add('FA0001', 1, resize(6));
    const named = readPlan(await ask('PATCH', '/FA0001', { ifVersion: 1, name: '新名' }));
    expect(named).toMatchObject({ name: '新名', version: 3, commandCount: 1 });
    expect(conflictOf(await ask('PATCH', '/FA0001', { ifVersion: 2, name: '别名' }))).toMatchObject({ version: 3 });
    const byHeader = await ask('PATCH', '/FA0001', { name: '别名' }, { 'if-match': '"3-1-en"' });
    expect(readPlan(byHeader)).toMatchObject({ name: '别名', version: 4 });
  });

  it('freezes a submitted plan until it is withdrawn', async () => {
    const { ask, create, add } = await createPlanApp(await open());
    await create();
    await add('FA0001', 1, resize(6));
    const submitted = readPlan(await ask('POST', '/FA0001/status', { ifVersion: 2, to: 'submitted' }));
    expect(submitted).toMatchObject({ status: 'submitted', version: 3, canUndo: false });
    const append = await ask('POST', '/FA0001/commands', { ifVersion: 3, commands: [resize(7)] });
    expect(refusalOf(append)).toMatchObject({ status: 409, code: 'plan_submitted' });
    expect(refusalOf(await ask('POST', '/FA0001/undo', { ifVersion: 3 }))).toMatchObject({ code: 'plan_submitted' });
    expect(refusalOf(await ask('DELETE', '/FA0001?ifVersion=3'))).toMatchObject({ code: 'plan_submitted' });
    expect(conflictOf(await ask('POST', '/FA0001/status', { ifVersion: 2, to: 'draft' })).version).toBe(3);
    const withdrawn = readPlan(await ask('POST', '/FA0001/status', { ifVersion: 3, to: 'draft' }));
    expect(withdrawn).toMatchObject({ status: 'draft', version: 4, canUndo: true });
  });

  it('removes a draft and nothing else', async () => {
    const { ask, create, add } = await createPlanApp(await open());
    await create();
    await create();
    await add('FA0001', 1, resize(6));
    expect(refusalOf(await ask('DELETE', '/FA0001'))).toMatchObject({ status: 400, code: 'missing_parameter' });
    expect(conflictOf(await ask('DELETE', '/FA0001?ifVersion=1')).version).toBe(2);
    const left = planListSchema.parse((await ask('DELETE', '/FA0001', undefined, { 'if-match': '"2"' })).json());
    expect(left.items.map(({ code }) => code)).toEqual(['FA0002', 'plan-1']);
    expect(refusalOf(await ask('GET', '/FA0001'))).toMatchObject({ status: 404 });
    expect(refusalOf(await ask('DELETE', '/plan-1?ifVersion=0'))).toMatchObject({ status: 409, code: 'plan_frozen' });
  });

  it('copies a draft with codes of its own, and a published plan as an empty one over it', async () => {
    const { create, add } = await createPlanApp(await open());
    await create();
    const place = {
      siteCode: 'FA0001-S1',
      name: 'FA0001-S1',
      position: [107.51, 27.012] as const,
      capacityHouseholds: 3,
    };
    await add('FA0001', 1, createCommand('place_site', { ...place, position: [107.51, 27.012] }), resize(6));
    const copy = await create({ name: '副本', copyOf: 'FA0001' });
    expect(copy).toMatchObject({ code: 'FA0002', commandCount: 2, faults: [], canUndo: true });
    expect(copy.commands[0]?.input).toEqual({ ...place, siteCode: 'FA0002-S1' });
    expect(await create({ name: '副本', copyOf: 'plan-1' })).toMatchObject({ commandCount: 0, basedOn: 'plan-1' });
  });

  it('tells the history, newest first', async () => {
    const { ask, create, add } = await createPlanApp(await open());
    await create();
    const command = resize(6);
    await add('FA0001', 1, command);
    await ask('POST', '/FA0001/undo', { ifVersion: 2 });
    const { items } = planHistorySchema.parse((await ask('GET', '/FA0001/history')).json());
    expect(items.map(({ version, action, commandIds }) => [version, action, commandIds])).toEqual([
      [3, 'undone', [command.id]],
      [2, 'added', [command.id]],
      [1, 'created', []],
    ]);
    expect(items[0]).toMatchObject({ by: 'local', text: 'Changes undone: 1' });
  });

  it('only reads while other machines are served', async () => {
    const { ask } = await createPlanApp(await open(), { servesOnlySample: true });
    expect(refusalOf(await ask('POST', '', { name: '方案' }))).toMatchObject({ status: 403, code: 'plans_closed' });
    expect(refusalOf(await ask('DELETE', '/FA0001?ifVersion=1'))).toMatchObject({ status: 403 });
    expect((await ask('GET', '')).status).toBe(200);
  });

  it('adds 3,000 commands at once', async () => {
    const { create, add } = await createPlanApp(await open());
    await create();
    const commands = Array.from({ length: 3000 }, (_, i) => resize(4 + (i % 9)));
    const start = performance.now();
    const plan = await add('FA0001', 1, ...commands);
    expect(plan.commandCount).toBe(3000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
