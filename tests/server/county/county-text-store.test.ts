import { expect, it } from 'vitest';
import { NotFoundError } from '#core/errors.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { readCountyRows } from '#server/county/county-text-store.ts';
import { writeCounty } from '#server/county/write-county.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { sortRows } from '#tests/support/sort-rows.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

describeOnBothEngines('readCountyRows', (open) => {
  it('gives the rows of the tiny county as they were written', async () => {
    const db = await open();
    const rows = createTinyCountyRows();
    await db.write((trx) => writeCounty(trx, rows, { account: 'local' }), 'none');
    const read = await db.read((trx) => readCountyRows(trx, { countyCode: rows.code, revision: 1 }));
    expect(sortRows(read)).toEqual(sortRows(rows));
  });

  it('gives the rows of the sample county as they were written', async () => {
    const db = await open();
    const rows = await loadSampleCounty();
    await db.write((trx) => writeCounty(trx, rows, { account: 'local' }), 'none');
    const read = await db.read((trx) => readCountyRows(trx, { countyCode: rows.code, revision: 1 }), 'job');
    expect(sortRows(read)).toEqual(sortRows(rows));
  }, 120_000);

  it('refuses a revision before the first', async () => {
    const db = await open();
    const rows = createTinyCountyRows();
    await db.write((trx) => writeCounty(trx, rows, { account: 'local' }), 'none');
    await expect(db.read((trx) => readCountyRows(trx, { countyCode: rows.code, revision: 0 }))).rejects.toThrow(
      NotFoundError,
    );
  });
});
