import { expect, it } from 'vitest';
import { problemSchema } from '#core/api/common.ts';
import { templateListSchema, templateSchema } from '#core/api/sheet-register.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createRegisterApp } from '#tests/support/register-app.ts';

const LIST = '/api/counties/529902/sheet-templates';
const SPEC = {
  map: 'progress',
  paper: 'A1',
  orientation: 'portrait',
  options: { isHandKept: true, hidden: ['locator'] },
};

describeOnBothEngines('createTemplateRoutes', (open) => {
  it('saves a template with what was not chosen filled in, and lists those of a level with those for all', async () => {
    const { ask } = await createRegisterApp(await open());
    const made = await ask('POST', LIST, { name: ' 乡镇进度图 ', level: 'town', spec: SPEC });
    expect(made.status).toBe(201);
    const template = templateSchema.parse(made.json());
    expect(template).toMatchObject({
      name: '乡镇进度图',
      level: 'town',
      version: 1,
      createdBy: 'local',
      createdRevision: 1,
      changedRevision: 1,
      spec: {
        paper: 'A1',
        scale: 'fit',
        edition: 'internal',
        options: { isHandKept: true, hidden: ['locator'], colors: 'color' },
      },
    });
    expect(made.headers.location).toBe(`${LIST}/${template.id}`);
    await ask('POST', LIST, { name: 'A', spec: SPEC });
    await ask('POST', LIST, { name: 'B', level: 'village', spec: SPEC });
    const list = async (query = '') =>
      templateListSchema.parse((await ask('GET', LIST + query)).json()).items.map(({ name }) => name);
    expect(await list()).toEqual(['A', 'B', '乡镇进度图']);
    expect(await list('?level=town')).toEqual(['A', '乡镇进度图']);
  });

  it('changes only upon the version it was read at, and tells both versions otherwise', async () => {
    const { ask } = await createRegisterApp(await open());
    const { id } = templateSchema.parse((await ask('POST', LIST, { name: 'A', spec: SPEC })).json());
    const changed = await ask('PATCH', `${LIST}/${id}`, { name: 'B', ifVersion: 1 });
    expect(templateSchema.parse(changed.json())).toMatchObject({ name: 'B', level: null, version: 2 });
    const stale = await ask('PATCH', `${LIST}/${id}`, { level: 'town', ifVersion: 1 });
    expect(stale.status).toBe(409);
    expect(problemSchema.parse(stale.json())).toMatchObject({
      code: 'template_changed',
      detail:
        'Template “B” is at version 2 now, and your change was made upon version 1. Nothing was written; please look at it again first.',
    });
    const removed = await ask('DELETE', `${LIST}/${id}`, undefined, { 'if-match': '"2"' });
    expect(templateListSchema.parse(removed.json()).items).toEqual([]);
    expect((await ask('GET', `${LIST}/${id}`)).status).toBe(404);
  });

  it('refuses a name that is taken, a paper that is none, an unknown county, and every change while others are served', async () => {
    const db = await open();
    const { ask } = await createRegisterApp(db);
    await ask('POST', LIST, { name: 'A', spec: SPEC });
    const codeOf = async (...[method, path, body]: Parameters<typeof ask>) =>
      problemSchema.parse((await ask(method, path, body)).json()).code;
    expect(await codeOf('POST', LIST, { name: 'A', spec: SPEC })).toBe('template_name_taken');
    const paper = await ask('POST', LIST, { name: 'C', spec: { ...SPEC, paper: 'A9' } });
    expect(problemSchema.parse(paper.json())).toMatchObject({ status: 400, code: 'invalid_body' });
    expect(paper.text).toContain('spec.paper');
    expect(await codeOf('GET', LIST.replace('529902', '529999'))).toBe('unknown_county');
    for (const answer of [await ask('GET', `${LIST}/nobody`), await ask('PATCH', `${LIST}/nobody`, { ifVersion: 1 })])
      expect(problemSchema.parse(answer.json())).toMatchObject({
        status: 404,
        detail: 'There is no sheet template “nobody”.',
      });
  });

  it('can only be read while other machines are served', async () => {
    const { ask } = await createRegisterApp(await open(), { isClosed: true });
    expect((await ask('GET', LIST)).status).toBe(200);
    const refused = await ask('POST', LIST, { name: 'A', spec: SPEC });
    expect([refused.status, problemSchema.parse(refused.json()).code]).toEqual([403, 'register_closed']);
  });
});
