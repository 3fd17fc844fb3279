import { expect, it } from 'vitest';
import { beginBulkLoad } from '#server/db/bulk-load.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { TOWN_MIGRATIONS, writeTowns } from '#tests/support/towns.ts';

const COUNTY = '529901';
const note = (town_code: string, county_code = COUNTY) => ({ county_code, town_code, author_id: 'local' });

describeOnBothEngines(
  'beginBulkLoad',
  (open, engine) => {
    it('keeps rows that refer to rows', async () => {
      const database = await open();
      await database.write(async (trx) => {
        const load = await beginBulkLoad(trx);
        await writeTowns(trx, 2);
        await trx('note').insert([note('529901001'), note('529901002')]);
        await load.finish(COUNTY);
      });
      expect(await database.read((trx) => trx('note').pluck('town_code'))).toEqual(['529901001', '529901002']);
    });

    it('refuses a row that refers to nothing, and nothing stays', async () => {
      const database = await open();
      const work = database.write(async (trx) => {
        const load = await beginBulkLoad(trx);
        await writeTowns(trx, 2);
        await trx('note').insert([note('529901001'), note('529901003')]);
        await load.finish(COUNTY);
      });
      await expect(work).rejects.toMatchObject({ code: '23503', constraint: expect.stringMatching(/town_code/) });
      expect(await database.read((trx) => trx('town').select('code'))).toEqual([]);
    });

    it('refuses a row that refers to nothing in a table that belongs to no county', async () => {
      const database = await open();
      const work = database.write(async (trx) => {
        const load = await beginBulkLoad(trx);
        await writeTowns(trx, 1);
        await trx('note').insert({ ...note('529901001'), author_id: 'nobody' });
        await load.finish(COUNTY);
      });
      await expect(work).rejects.toMatchObject({ code: '23503', constraint: 'note_author_id_fkey' });
    });

    it('leaves later work to the checks of each statement', async () => {
      const database = await open();
      await database.write(async (trx) => (await beginBulkLoad(trx)).finish(COUNTY));
      const after = database.write((trx) => trx('note').insert(note('529901009')));
      await expect(after).rejects.toMatchObject({ code: '23503' });
    });

    it('waits for the end on the embedded engine only, where nobody else writes', async () => {
      const database = await open();
      const load = await database.write((trx) => beginBulkLoad(trx));
      expect(load.isCheckedAtEnd).toBe(engine === 'embedded');
    });
  },
  { migrationsFolder: TOWN_MIGRATIONS },
);
