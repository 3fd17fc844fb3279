import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type PlanAnswer, planConflictSchema, planSchema, type SentCommand } from '#core/api/plans.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createCommand, createPlanApp, resize } from '#tests/support/plan-app.ts';

const SEGMENTS = ['seg-06', 'seg-07', 'seg-10'] as const;

/** What a person does next: a change of one of four things, or a look at what the other did. */
const deedArbitrary = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ about: fc.constantFrom('site-2', ...SEGMENTS), amount: fc.integer({ min: 2, max: 9 }) }),
  },
  { weight: 1, arbitrary: fc.constantFrom('look' as const, 'undo' as const) },
);

const createDeed = ({ about, amount }: { readonly about: string; readonly amount: number }): SentCommand =>
  about === 'site-2'
    ? resize(amount)
    : createCommand('harden_segment', { segmentCode: about, year: 2024 + (amount % 4) });

const aboutOf = (command: Pick<SentCommand, 'kind' | 'input'>): unknown =>
  command.kind === 'set_capacity' ? 'site-2' : (command.input as { readonly segmentCode: string }).segmentCode;

describeOnBothEngines('appendCommands', (open) => {
  it('loses nothing and doubles nothing while two people change one plan in any order', async () => {
    const app = await createPlanApp(await open());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ person: fc.constantFrom(0, 1), deed: deedArbitrary, isSentTwice: fc.boolean() }), {
          minLength: 4,
          maxLength: 14,
        }),
        async (steps) => {
          const { code } = await app.create();
          const accepted: SentCommand[] = [];
          const undone = new Set<string>();
          const seen = [1, 1];
          let version = 1;
          const hear = (person: number, plan: PlanAnswer, isChange: boolean): void => {
            expect(plan.version).toBe(isChange ? version + 1 : version);
            version = plan.version;
            seen[person] = version;
          };
          for (const { person, deed, isSentTwice } of steps) {
            const ifVersion = seen[person] as number;
            if (deed === 'look') {
              hear(person, await app.get(code), false);
              continue;
            }
            if (deed === 'undo') {
              const answer = await app.ask('POST', `/${code}/undo`, { ifVersion });
              const last = accepted.filter(({ id }) => !undone.has(id)).at(-1);
              expect(answer.status).toBe(ifVersion < version ? 409 : last ? 200 : 400);
              if (answer.status === 200 && last) undone.add(last.id);
              if (answer.status === 200) hear(person, planSchema.parse(answer.json()), true);
              continue;
            }
            const command = createDeed(deed);
            const send = () => app.ask('POST', `/${code}/commands`, { ifVersion, commands: [command] });
            const answer = await send();
            if (answer.status === 409) {
              const { version: told, conflicts } = planConflictSchema.parse(answer.json());
              expect(told).toBe(version);
              expect(conflicts.flatMap(({ mine }) => mine.map(({ id }) => id))).toEqual([command.id]);
              expect(new Set(conflicts.flatMap(({ theirs }) => theirs.map(aboutOf as never)))).toEqual(
                new Set([deed.about]),
              );
              continue;
            }
            accepted.push(command);
            hear(person, planSchema.parse(answer.json()), true);
            if (isSentTwice) hear(person, planSchema.parse((await send()).json()), false);
          }
          const plan = await app.get(code);
          const expected = accepted.filter(({ id }) => !undone.has(id));
          expect(plan.commands.map(({ id, kind, input }) => ({ id, kind, input }))).toEqual(expected);
          expect(plan.faults).toEqual([]);
          await app.ask('DELETE', `/${code}?ifVersion=${plan.version}`);
        },
      ),
      { seed: 4, numRuns: 15 },
    );
  }, 120_000);

  it('answers requests that come at once one after the other', async () => {
    const { create, ask, get } = await createPlanApp(await open());
    await create();
    const commands = [
      resize(5),
      resize(6),
      createCommand('harden_segment', { segmentCode: 'seg-10', year: 2027 }),
      createCommand('harden_segment', { segmentCode: 'seg-07', year: 2027 }),
    ];
    const answers = await Promise.all(
      commands.map((command) => ask('POST', '/FA0001/commands', { ifVersion: 1, commands: [command] })),
    );
    // one of the two changes of the same site is told what the other did
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409]);
    expect(await get('FA0001')).toMatchObject({ version: 4, commandCount: 3 });
  });

  it('tells who sends commands to a plan that was published meanwhile, and keeps what is there', async () => {
    const { create, add, ask, get } = await createPlanApp(await open());
    await create();
    await add('FA0001', 1, resize(6));
    await ask('POST', '/FA0001/status', { ifVersion: 2, to: 'published' });
    const late = await ask('POST', '/FA0001/commands', { ifVersion: 2, commands: [resize(7)] });
    expect([late.status, late.json()]).toMatchObject([409, { code: 'plan_frozen' }]);
    expect((await get('FA0001')).commands).toHaveLength(1);
  });
});
