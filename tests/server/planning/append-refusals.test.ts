import { expect, it } from 'vitest';
import { planConflictSchema, planRefusalSchema } from '#core/api/plans.ts';
import { labelSegment } from '#core/county/label-segment.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createCommand, createPlanApp, resize } from '#tests/support/plan-app.ts';
import type { TestAnswer } from '#tests/support/request.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const conflictOf = (answer: TestAnswer) => {
  expect(answer.status).toBe(409);
  return planConflictSchema.parse(answer.json());
};

describeOnBothEngines('appendCommands, told', (open) => {
  it('tells which commands of the others were taken out', async () => {
    const { ask, create, add } = await createPlanApp(await open());
    const { code } = await create();
    const theirs = resize(6);
    await add(code, 1, theirs);
    await ask('POST', `/${code}/undo`, { ifVersion: 2 });
    const answer = await ask('POST', `/${code}/commands`, { ifVersion: 2, commands: [resize(8)] });
    expect(conflictOf(answer).conflicts).toMatchObject([{ about: 'site-2', theirs: [{ ...theirs, isRemoved: true }] }]);
    const undo = await ask('POST', `/${code}/undo`, { ifVersion: 2 });
    expect(conflictOf(undo).conflicts).toMatchObject([{ about: code, mine: [], theirs: [{ isRemoved: true }] }]);
  });

  it('refuses an empty name in a plain sentence', async () => {
    const { ask, create } = await createPlanApp(await open());
    await create();
    const answers = [await ask('POST', '', { name: '  ' }), await ask('PATCH', '/FA0001', { ifVersion: 1, name: '' })];
    for (const answer of answers) {
      expect([answer.status, answer.json()]).toMatchObject([
        400,
        { code: 'empty_field', detail: 'The field name is empty; it needs at least one character.' },
      ]);
    }
  });

  it('names roads as the map does: by their number', async () => {
    const { ask, create, add } = await createPlanApp(await open());
    const { code } = await create();
    const harden = (year: number) => createCommand('harden_segment', { segmentCode: 'seg-10', year });
    await add(code, 1, harden(2026));
    const answer = await ask('POST', `/${code}/commands`, { ifVersion: 1, commands: [harden(2027)] });
    const segment = createTinyCounty().segments.find((one) => one.code === 'seg-10');
    expect(conflictOf(answer).conflicts[0]?.aboutName).toBe(segment && labelSegment('en', segment));
  });

  it.each(['AZ777', '__proto__', 'FA0001-', 'FA0002-S1', 'fa0001-S1', 'constructor'])(
    'refuses to place something under the code %s, which is not of the plan',
    async (siteCode) => {
      const { ask, create, get } = await createPlanApp(await open());
      const before = await create();
      const place = createCommand('place_site', { siteCode, position: [107.51, 27.012], capacityHouseholds: 3 });
      const answer = await ask('POST', '/FA0001/commands', { ifVersion: 1, commands: [place] });
      const refusal = planRefusalSchema.parse(answer.json());
      expect([answer.status, refusal.code]).toEqual([400, 'plan_commands_refused']);
      expect(refusal.errors).toMatchObject([{ code: 'plan_foreign_code', commandId: place.id, about: siteCode }]);
      expect(refusal.detail).toBe(
        `The new “${siteCode}” has the code ${siteCode}, which is not one of plan FA0001: it must begin with “FA0001-”, as FA0001-S1 does.`,
      );
      expect(await get('FA0001')).toEqual(before);
      const today = await ask('POST', '/today/evaluation', { commands: [place] });
      expect(today.status).toBe(200);
    },
  );
});
