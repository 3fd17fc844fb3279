import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '#server/db/database.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { createTestPlace, type EngineName } from '#tests/support/databases.ts';
import { createCommand, createPlanApp, resize } from '#tests/support/plan-app.ts';

const COUNTY = '529902';

async function openPlace(engine: EngineName): Promise<Database> {
  const place = await createTestPlace(engine);
  const database = await openDatabase(place.options);
  onTestFinished(async () => {
    await database.close();
    await place.remove();
  });
  return database;
}

type App = Awaited<ReturnType<typeof createPlanApp>>;

/** A plan in force, one that it superseded, a submitted draft, and a draft with something undone. */
async function planAtLength({ ask, create, add }: App): Promise<void> {
  for (const capacity of [6, 7]) {
    const { code } = await create();
    await add(code, 1, resize(capacity));
    await ask('POST', `/${code}/status`, { ifVersion: 2, to: 'published' });
  }
  await create({ name: '送审', copyOf: 'FA0002' });
  await add('FA0003', 1, resize(8));
  await ask('POST', '/FA0003/status', { ifVersion: 2, to: 'submitted' });
  await create({ name: '草案', description: '说明', owner: '张' });
  await add('FA0004', 1, createCommand('harden_segment', { segmentCode: 'seg-10', year: 2027 }));
  await add('FA0004', 2, createCommand('close_site', { siteCode: 'site-2' }));
  await ask('POST', '/FA0004/undo', { ifVersion: 3 });
}

/** Everything that the interface tells of the plans. */
async function tell({ ask }: App): Promise<unknown> {
  const codes = ['FA0001', 'FA0002', 'FA0003', 'FA0004', 'plan-1'];
  const parts = codes.flatMap((code) => [`/${code}`, `/${code}/history`, `/${code}/evaluation`]);
  return Promise.all(['', ...parts, '/today/evaluation'].map(async (path) => (await ask('GET', path)).json()));
}

describe('a backup of a county with plans', () => {
  it.each([
    ['embedded', 'server'],
    ['server', 'embedded'],
  ] as const)(
    'made with the %s engine is the same on the %s engine, where work goes on',
    async (from, to) => {
      const origin = await openPlace(from);
      const source = await createPlanApp(origin);
      await planAtLength(source);
      const before = await tell(source);
      const [file] = await origin.backups.backUp('manual', COUNTY);
      const target = await openPlace(to);
      await target.backups.restore(file?.path ?? '');
      const app = await createPlanApp(target, { isFilled: true });
      expect(await tell(app)).toEqual(before);
      const redone = await app.ask('POST', '/FA0004/redo', { ifVersion: 4 });
      expect(redone.json()).toMatchObject({ version: 5, commandCount: 2, canRedo: false });
      expect(await app.create()).toMatchObject({ code: 'FA0005', basedOn: 'FA0002' });
      const published = await app.ask('POST', '/FA0004/status', { ifVersion: 5, to: 'published' });
      expect(published.json()).toMatchObject({ status: 'published', basedOn: 'FA0002' });
    },
    180_000,
  );
});
