import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCountyText } from '#core/county/county-text.ts';
import { NotFoundError } from '#core/errors.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { readCountyRows, readCountyText } from '#server/county/county-text-store.ts';
import { writeCounty } from '#server/county/write-county.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { copySampleFolder, describeOnBothEngines } from '#tests/support/databases.ts';
import { sortRows } from '#tests/support/sort-rows.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

describeOnBothEngines('readCountyRows', (open) => {
  it('gives the rows of the tiny county as they were written', async () => {
    const db = await open();
    const rows = createTinyCountyRows();
    await db.write((trx) => writeCounty(trx, rows, { account: 'local' }), 'none');
    const read = await readCountyRows(db, { countyCode: rows.code, revision: 1 });
    expect(sortRows(read)).toEqual(sortRows(rows));
  });

  it('refuses a revision before the first', async () => {
    const db = await open();
    const rows = createTinyCountyRows();
    await db.write((trx) => writeCounty(trx, rows, { account: 'local' }), 'none');
    await expect(readCountyRows(db, { countyCode: rows.code, revision: 0 })).rejects.toThrow(NotFoundError);
  });
});

describe('readCountyText', () => {
  it('gives the rows of the sample county as they were written', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'guatu-test-'));
    await copySampleFolder(dataFolder);
    const db = await openDatabase({ dataFolder });
    const rows = await loadSampleCounty();
    const read = parseCountyText(await readCountyText(db, { countyCode: rows.code, revision: 1 }));
    await db.close();
    await rm(dataFolder, { recursive: true });
    expect(sortRows(read)).toEqual(sortRows(rows));
  }, 120_000);
});
