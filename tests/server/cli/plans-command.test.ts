import { expect, it } from 'vitest';
import { planAppendSchema } from '#core/api/plans.ts';
import type { CommandServices } from '#server/cli/command-services.ts';
import { plansCommand } from '#server/cli/commands/plans-command.ts';
import { describePlan } from '#server/planning/plan-table.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createCommand, createPlanApp, resize } from '#tests/support/plan-app.ts';

type App = Awaited<ReturnType<typeof createPlanApp>>;

/** The command over the plans of an app, with the lines that it says. */
async function run({ plans }: App, args: readonly string[], language: 'en' | 'zh' = 'en') {
  const lines: string[] = [];
  const services = {
    listCountyCodes: async () => ['529902'],
    async listPlans(county: string) {
      const { items, inForce } = await plans.list(county);
      return { items: [...items], inForce };
    },
    readPlan: async (asked: { county: string; plan: string; language: 'en' | 'zh' }) =>
      describePlan(asked.language, await plans.get({ countyCode: asked.county, code: asked.plan })),
  } as unknown as CommandServices;
  const locateFile = (name: string) => `/home/${name}`;
  const sayLine = (line: string) => void lines.push(line);
  const { files = [] } = await plansCommand.run({ args, language, locateFile, sayLine }, services);
  return {
    lines,
    files: files.map(({ path, bytes }) => ({ path, content: Buffer.from(bytes).toString('utf8') })),
  };
}

async function createDraftApp(...given: Parameters<typeof createPlanApp>): Promise<App> {
  const app = await createPlanApp(...given);
  await app.create({ name: '方案一', nameEn: 'Plan one', description: '说明', owner: '张' });
  const harden = createCommand('harden_segment', { segmentCode: 'seg-10', year: 2027 });
  await app.add('FA0001', 1, resize(6), harden);
  return app;
}

describeOnBothEngines('plansCommand', (open) => {
  it('lists the plans, with the one in force marked', async () => {
    const app = await createDraftApp(await open());
    const { lines } = await run(app, ['list']);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('FA0001\tPlan one\tdraft\t–\tplan-1\t2\t2\t张\t–');
    expect(lines[1]).toMatch(/^plan-1\t.*\tin force$/);
    const json = await run(app, ['list', '--json', '--county', '529902']);
    expect(JSON.parse(json.lines.join('\n'))).toMatchObject({ inForce: 'plan-1', items: [{ code: 'FA0001' }, {}] });
  });

  it('shows a plan as sentences in the language asked for', async () => {
    const app = await createDraftApp(await open());
    const { lines } = await run(app, ['show', 'FA0001']);
    expect(lines.slice(0, 3)).toEqual([
      'FA0001 Plan one: draft, over plan-1, version 2, 2 measures',
      '说明',
      expect.stringMatching(/^1\tCapacity of “Liuhe Site” becomes 6 households\tlocal\t/),
    ]);
    expect((await run(app, ['show', 'FA0001'], 'zh')).lines[2]).toMatch(/^1\t安置点“.+”容量改为 6 户\t/);
  });

  it('writes the commands as a table or as what the interface takes again', async () => {
    const app = await createDraftApp(await open());
    const table = await run(app, ['export', 'FA0001']);
    expect(table.lines).toEqual(['2 measures of plan FA0001 are in 529902-FA0001.csv']);
    const [file] = table.files;
    expect(file?.path).toBe('/home/529902-FA0001.csv');
    const rows = (file?.content ?? '').replace('\uFEFF', '').trim().split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toContain('1,Capacity of “Liuhe Site” becomes 6 households,set_capacity,site-2,');
    const json = await run(app, ['export', 'FA0001', '--output', 'plan.json']);
    const commands: unknown = JSON.parse(json.files[0]?.content ?? '');
    const again = planAppendSchema.parse({ ifVersion: 1, commands });
    const { code } = await app.create({ name: '另一个' });
    const copy = await app.add(code, 1, ...again.commands);
    expect(copy.commands.map(({ kind, input }) => [kind, input])).toEqual(
      (await app.get('FA0001')).commands.map(({ kind, input }) => [kind, input]),
    );
  });

  it('refuses in a sentence what it cannot do', async () => {
    const app = await createDraftApp(await open());
    const codeOf = (args: readonly string[]) =>
      run(app, args).then(
        () => null,
        (error: unknown) => (error as { readonly code: string }).code,
      );
    expect(await codeOf([])).toBe('missing_argument');
    expect(await codeOf(['show'])).toBe('missing_argument');
    expect(await codeOf(['burn', 'FA0001'])).toBe('invalid_argument');
    expect(await codeOf(['show', 'FA0001', 'FA0002'])).toBe('invalid_argument');
    expect(await codeOf(['list', 'FA0001'])).toBe('invalid_argument');
    expect(await codeOf(['list', '--output', 'a.csv'])).toBe('invalid_argument');
    expect(await codeOf(['export', 'FA0001', '--output', 'a.xlsx'])).toBe('invalid_argument');
    expect(await codeOf(['show', 'FA0001', '--county', '12'])).toBe('invalid_argument');
    expect(await codeOf(['show', '__proto__'])).toBe('plan_not_found');
    expect(await codeOf(['show', 'FA0009'])).toBe('plan_not_found');
  });
});
