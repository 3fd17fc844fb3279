import { expect, it } from 'vitest';
import type { Database, Transaction } from '#server/db/database.ts';
import { addOnly, type CountyVersion, lookOnlyAt } from '#server/db/earlier-versions.ts';
import { letReadsIn } from '#server/db/let-reads-in.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { TOWN_MIGRATIONS, writeTowns } from '#tests/support/towns.ts';

const countTowns = (trx: Transaction): Promise<number> => trx('town').then((rows) => rows.length);
const listAuthors = (trx: Transaction): Promise<string[]> => trx('author').orderBy('author_id').pluck('author_id');

/** A write of towns with one pause, in which `reads` are asked; gives the order in which everything ended. */
async function writeWithReads(
  database: Database,
  reads: Readonly<Record<string, (trx: Transaction) => Promise<unknown>>>,
  adds?: CountyVersion,
): Promise<{ readonly order: readonly string[]; readonly answers: Readonly<Record<string, unknown>> }> {
  const order: string[] = [];
  const answers: Record<string, unknown> = {};
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let ask: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const write = database.write(async (trx) => {
    if (adds) addOnly(trx, adds);
    await writeTowns(trx, 2);
    begin();
    await asked;
    await letReadsIn(trx);
    await trx('town').where({ code: '529901002' }).delete();
    // a server answers when it comes to it
    if (database.engine === 'server') await trx.raw('SELECT pg_sleep(0.5)');
    order.push('written');
  });
  await begun;
  const all = Object.entries(reads).map(async ([name, read]) => {
    answers[name] = await database.read(read).catch((error: unknown) => error);
    order.push(name);
  });
  ask();
  await Promise.all([write, ...all]);
  return { order, answers };
}

describeOnBothEngines(
  'letReadsIn',
  (open, engine) => {
    it('answers a read before the write ends', async () => {
      const { order, answers } = await writeWithReads(await open(), { authors: listAuthors });
      expect(order).toEqual(['authors', 'written']);
      expect(answers.authors).toEqual(['local']);
    });

    it('shows nobody what the write has changed and not finished', async () => {
      const { order, answers } = await writeWithReads(await open(), { towns: countTowns, authors: listAuthors });
      expect(answers).toEqual({ towns: engine === 'embedded' ? 1 : 0, authors: ['local'] });
      // where there is one session, who looks at what is being changed waits for the end
      if (engine === 'embedded') expect(order).toEqual(['authors', 'written', 'towns']);
    });

    it('finds a look at what was changed through an index, a view and a subquery', async () => {
      const database = await open();
      await database.write((trx) => trx.raw('CREATE OR REPLACE VIEW town_names AS SELECT code FROM town'));
      const { answers } = await writeWithReads(database, {
        index: async (trx) => {
          await trx.raw('SET LOCAL enable_seqscan = off');
          return (await trx('town').where({ county_code: '529901', code: '529901002' }).select('code')).length;
        },
        view: async (trx) => (await trx('town_names')).length,
        joined: async (trx) =>
          (await trx('author').whereExists(trx('town').select(trx.raw('1')).where('code', '529901002'))).length,
      });
      expect(answers).toEqual(
        engine === 'embedded' ? { index: 0, view: 1, joined: 0 } : { index: 0, view: 0, joined: 0 },
      );
    });

    it('answers who looks only at revisions that the write leaves as they are', async () => {
      const { order, answers } = await writeWithReads(
        await open(),
        {
          before: (trx) => {
            lookOnlyAt(trx, { countyCode: '529901', revision: 1 });
            return countTowns(trx);
          },
          elsewhere: (trx) => {
            lookOnlyAt(trx, { countyCode: '529902', revision: 7 });
            return countTowns(trx);
          },
          added: (trx) => {
            lookOnlyAt(trx, { countyCode: '529901', revision: 2 });
            return countTowns(trx);
          },
          unsaid: countTowns,
        },
        { countyCode: '529901', revision: 2 },
      );
      if (engine === 'server') return;
      // towns have no revisions: what is seen proves only when it was looked at
      expect(answers).toEqual({ before: 2, elsewhere: 2, added: 1, unsaid: 1 });
      expect(order.indexOf('written')).toBe(2);
    });

    it('leaves the write alone when a read fails, writes or swallows an error', async () => {
      const database = await open();
      const { answers } = await writeWithReads(database, {
        fails: (trx) => trx.raw('SELECT 1/0'),
        throws: () => Promise.reject(new Error('no')),
        writes: (trx) => trx('author').insert({ author_id: 'other' }),
        swallows: (trx) => trx.raw('SELECT 1/0').catch(() => 'swallowed'),
        again: listAuthors,
      });
      expect(answers).toMatchObject({
        fails: { code: '22012' },
        throws: { message: 'no' },
        writes: { code: '25006' },
        swallows: { code: '25P02' },
        again: ['local'],
      });
      expect(await database.read(countTowns)).toBe(1);
    });

    it('gives the settings and savepoints of the write back', async () => {
      const database = await open();
      const settings = await database.write(async (trx) => {
        await trx.raw('SET LOCAL enable_nestloop = off');
        await letReadsIn(trx);
        return trx.raw(
          `SELECT current_setting('enable_nestloop') AS loops, current_setting('transaction_read_only') AS only`,
        );
      });
      expect(settings.rows).toEqual([{ loops: 'off', only: 'off' }]);
    });

    it('does nothing in a write when nobody waits, and leaves nothing of one that fails afterwards', async () => {
      const database = await open();
      const failing = database.write(async (trx) => {
        await writeTowns(trx, 1);
        await letReadsIn(trx);
        throw new Error('no');
      });
      const read = database.read(listAuthors);
      await expect(failing).rejects.toThrow('no');
      expect(await read).toEqual(['local']);
      expect(await database.read(countTowns)).toBe(0);
    });
  },
  { migrationsFolder: TOWN_MIGRATIONS },
);
