import { expect, it } from 'vitest';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { TOWN_MIGRATIONS, writeNotes, writeTowns } from '#tests/support/towns.ts';

describeOnBothEngines(
  'an answer of the driver',
  (open) => {
    it('is that of its own query after an error with values', async () => {
      const database = await open();
      const answers = await database.write(async (trx) => {
        await trx.raw('SAVEPOINT before');
        // Sent one after the other without waiting: an answer too many would be taken for the next query's.
        const failing = trx.raw('SELECT 1 / ?::int AS ratio', [0]).catch((error: { code: string }) => error.code);
        const back = trx.raw('ROLLBACK TO SAVEPOINT before');
        const two = trx.raw('SELECT ?::int AS n', [2]);
        const three = trx.raw('SELECT ?::int AS n', [3]);
        return [await failing, (await back).command, (await two).rows, (await three).rows];
      });
      expect(answers).toEqual(['22012', 'ROLLBACK', [{ n: 2 }], [{ n: 3 }]]);
    });

    it('gives dates as text, 64-bit integers as numbers, numerics as text, times as Date', async () => {
      const database = await open();
      await database.write((trx) => writeTowns(trx, 1).then(() => writeNotes(trx)));
      const note = await database.read((trx) => trx('note').orderBy('note_id').first());
      expect(note).toMatchObject({ day: '2026-11-22', cost_yuan: '123456789.10', amount: 0.30000000000000004 });
      expect(note.recorded_at).toEqual(new Date('2026-11-22T15:59:59.999Z'));
      expect(typeof note.note_id).toBe('number');
    });

    it('may be large', async () => {
      const database = await open();
      const rows = await database.read((trx) =>
        trx.raw("SELECT g, repeat('地', 300) AS text FROM generate_series(1, 5000) AS g").then((answer) => answer.rows),
      );
      expect(rows).toHaveLength(5_000);
      expect(rows[4_999]).toEqual({ g: 5_000, text: '地'.repeat(300) });
    });

    it('carries no values of the statement in an error', async () => {
      const database = await open();
      const work = database.write((trx) => trx('town').insert({ county_code: 'secret', code: null }));
      await expect(work).rejects.toSatisfy((error: Error) => !error.message.includes('secret'));
    });
  },
  { migrationsFolder: TOWN_MIGRATIONS },
);
