import { expect, it } from 'vitest';
import { insertImport, updateImport } from '#server/imports/import-record-store.ts';
import { createImportRegistry } from '#server/imports/import-registry.ts';
import { createImportWork } from '#server/imports/import-work.ts';
import { createChangeBell } from '#server/jobs/change-bell.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';

const KEY = { countyCode: '529902', id: '529902-0123456789abcdef' };

describeOnBothEngines('createImportRegistry', (open) => {
  it('tells each step to whoever follows, and the current one to who comes late', async () => {
    const db = await open();
    const bell = createChangeBell();
    const faults: unknown[] = [];
    const work = createImportWork({ db, bell, tellFault: (error) => faults.push(error) });
    const verdict = { isPossible: false, later: null };
    const registry = createImportRegistry({
      ...{ db, bell, work },
      getCounty: async () => ({ revision: 1 }),
      undo: { judge: async () => verdict, guess: () => verdict },
    });
    await db.write((trx) => insertImport(trx, KEY, 'local'));
    const steps = [createGate(), createGate()];
    work.begin(KEY, {
      phase: 'reading',
      cancelled: 'cancelled',
      async work({ tellProgress }) {
        await steps[0]?.opened;
        tellProgress({ phase: 'reading', rowsDone: 10, rowsTotal: 20 });
        await steps[1]?.opened;
        await db.write((trx) => updateImport(trx, KEY, { state: 'read' }));
      },
    });
    const follow = async (onStep: () => void = () => undefined) => {
      const told: (readonly [string, number | null])[] = [];
      const stop = new AbortController();
      for await (const { stored, progress } of registry.watch(KEY.id, stop.signal)) {
        told.push([stored.state, progress?.rowsDone ?? null]);
        if (stored.state === 'read' && progress === null) stop.abort();
        // each step waits until the one before it was told
        else onStep();
      }
      return told;
    };
    let passed = 0;
    const told = await follow(() => steps[passed++]?.open());
    // between storing and the end of the work a follower may see both, or only the end
    expect([...told.slice(0, 2), told.at(-1)]).toEqual([
      ['reading', 0],
      ['reading', 10],
      ['read', null],
    ]);
    expect(await follow()).toEqual([['read', null]]);
    expect(faults).toEqual([]);
  });
});

/** Something that a test opens. */
function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
