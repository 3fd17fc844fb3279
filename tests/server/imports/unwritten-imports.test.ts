import { expect, it } from 'vitest';
import { findFile, keepFile, removeFile } from '#server/county/file-store.ts';
import { writeCounty } from '#server/county/write-county.ts';
import type { Database } from '#server/db/database.ts';
import { type ImportStatus, insertFiles, insertImport, updateImport } from '#server/imports/import-record-store.ts';
import { giveUpUnwritten } from '#server/imports/unwritten-imports.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';
import { USUAL_LIMITS } from '#tests/support/usual-limits.ts';

const COUNTY = '529902';
const READ: Partial<ImportStatus> = { state: 'read' };
const keyOf = (number: number) => ({ countyCode: COUNTY, id: `${COUNTY}-${String(number).padStart(16, '0')}` });

/** Imports by their numbers: how they stand, since how many days, and the text of their file. */
async function fill(
  db: Database,
  imports: readonly { readonly days: number; readonly text?: string; readonly change?: Partial<ImportStatus> }[],
): Promise<void> {
  await db.write(async (trx) => {
    await writeCounty(trx, createTinyCountyRows(), { account: 'local', description: 'tiny' });
    for (const [number, { days, text = 'same', change = READ }] of imports.entries()) {
      const key = keyOf(number);
      const bytes = Buffer.from(text);
      const sha256 = await keepFile(trx, { countyCode: COUNTY, mediaType: 'text/csv', bytes });
      await insertImport(trx, key, 'local');
      await insertFiles(trx, key, [
        {
          ...{ name: 'a.csv', format: 'csv', byteCount: bytes.byteLength, sha256, leftOut: [] },
          ...{ keptName: 'a.csv', keptSha256: sha256 },
        },
      ]);
      await updateImport(trx, key, change);
      const changed = new Date(Date.now() - days * 86_400_000);
      await trx('import').where({ import_id: key.id }).update({ changed_at: changed });
    }
  });
}

const listLeft = (db: Database): Promise<string[]> =>
  db.read((trx) => trx('import').orderBy('import_id').pluck<string[]>('import_id'));

describeOnBothEngines('giveUpUnwritten', (open) => {
  const files = { keep: keepFile, find: findFile, remove: removeFile };

  it('removes what nobody changed for longer than is kept, with files that nothing else needs', async () => {
    const db = await open();
    await fill(db, [
      { days: 31, text: 'own' },
      { days: 31 },
      { days: 31, change: { state: 'failed' } },
      { days: 29 },
      { days: 400, change: { state: 'written', writtenRevision: 1 } },
      { days: 400, change: { state: 'undone', writtenRevision: 1, undoneRevision: 1 } },
      { days: 31, change: { state: 'checked' } },
    ]);
    const held = keyOf(6).id;
    await giveUpUnwritten({ db, files, limits: USUAL_LIMITS }, ({ id }) => id === held);
    expect(await listLeft(db)).toEqual([3, 4, 5, 6].map((number) => keyOf(number).id));
    const sizes = await db.read((trx) => trx('file').where({ media_type: 'text/csv' }).pluck('size_bytes'));
    expect(sizes.map(Number)).toEqual(['same'.length]);
  });

  it('keeps the newest of a county, and never gives up one that is worked at', async () => {
    const db = await open();
    await fill(db, [
      { days: 5, change: { state: 'checking' } },
      { days: 4 },
      { days: 3, change: { state: 'checked' } },
      { days: 2 },
      { days: 9, change: { state: 'written', writtenRevision: 1 } },
    ]);
    await giveUpUnwritten({ db, files, limits: { ...USUAL_LIMITS, kept: 2 } }, () => false);
    expect(await listLeft(db)).toEqual([0, 2, 3, 4].map((number) => keyOf(number).id));
  });
});
