import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#server/db/open-database.ts';
import { importLedgers } from '#server/imports/import-ledgers.ts';
import { createTestPlace } from '#tests/support/databases.ts';
import { createImportApp } from '#tests/support/import-app.ts';

const LEDGER = '户编码,自然村编码,人口,姓名\n5299021012010010001,529902101201001,2,张三\n';

describe('importLedgers', () => {
  it('checks only, then writes when it is asked to, and leaves the files where they are', async () => {
    const place = await createTestPlace('embedded');
    const db = await openDatabase(place.options);
    const app = await createImportApp(db);
    const folder = await mkdtemp(join(tmpdir(), 'guatu-ledgers-'));
    const path = join(folder, 'a.csv');
    await writeFile(path, LEDGER);
    const order = { county: '529902', files: [{ name: 'a.csv', path }], language: 'en', write: false } as const;
    const checked = await importLedgers(app.desk, order);
    expect(checked.revision).toBeNull();
    expect(checked.lines).toContain('Households: new 0, changed 1, unchanged 0, removed 0');
    expect(checked.lines.at(-1)).toMatch(/^Everything is in order/);
    expect((await app.desk.list({ countyCode: '529902', after: null, limit: 9 })).items).toEqual([]);
    const written = await importLedgers(app.desk, { ...order, write: true });
    expect(written.revision).toBe(2);
    expect(await readdir(folder)).toEqual(['a.csv']);
    const again = importLedgers(app.desk, { ...order, write: true });
    await expect(again).rejects.toMatchObject({ code: 'import_same_file' });
    await expect(importLedgers(app.desk, { ...order, template: 'none' })).rejects.toMatchObject({
      code: 'unknown_import_template',
    });
    await rm(folder, { recursive: true });
    await app.close();
    await db.close();
    await place.remove();
  }, 60_000);
});
