import { InvalidInputError } from '#core/errors.ts';
import type { Transaction } from '#server/db/database.ts';
import type { ImportDeskParts } from './import-desk-parts.ts';
import {
  deleteImport,
  findImport,
  type ImportKey,
  listLeftUnwritten,
  listUnneeded,
  type StoredImport,
} from './import-record-store.ts';
import { isBusy } from './import-registry.ts';

type Parts = Pick<ImportDeskParts, 'db' | 'files' | 'limits'>;

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * Removes an import that wrote nothing, and its files where no other import needs them.
 *
 * @returns null: nothing is left of it
 * @throws {InvalidInputError} `import_busy`, `import_written`
 */
export async function forgetImport({ db, files }: Parts, { id, countyCode }: ImportKey): Promise<null> {
  await db.write(async (trx) => {
    const stored = await findImport(trx, { id, countyCode }, { isLocked: true });
    if (stored === undefined) return;
    if (isBusy(stored)) throw new InvalidInputError('import_busy', 'Somebody works at it', { id });
    if (stored.writtenRevision !== null) throw new InvalidInputError('import_written', 'It was written', {});
    await removeWithFiles(trx, files, stored);
  });
  return null;
}

/**
 * Gives up imports that were not written: those that nobody changed for longer than is kept, and of a county's others the oldest beyond the number that is
 * kept. Who works at an import renews it every some seconds, so that none of age is worked at; one of the number is passed over while it is.
 *
 * @param isInHand whether this process reads, checks or writes an import
 */
export async function giveUpUnwritten(
  { db, files, limits }: Parts,
  isInHand: (key: ImportKey) => boolean,
): Promise<void> {
  const asked = {
    changedBefore: new Date(Date.now() - limits.keptDays * MILLISECONDS_PER_DAY),
    kept: limits.kept,
  };
  // each in a transaction of its own: nobody waits for many of them
  for (const key of await db.read((trx) => listLeftUnwritten(trx, asked))) {
    if (isInHand(key)) continue;
    await db.write(async (trx) => {
      const stored = await findImport(trx, key, { isLocked: true });
      if (stored === undefined || stored.writtenRevision !== null || isInHand(key)) return;
      if (isBusy(stored) && stored.changedAt >= asked.changedBefore) return;
      await removeWithFiles(trx, files, stored);
    });
  }
}

async function removeWithFiles(trx: Transaction, files: Parts['files'], stored: StoredImport): Promise<void> {
  const { countyCode, readingSha256, changeSha256, check } = stored;
  const kept = stored.files.map(({ keptSha256 }) => keptSha256);
  const checksums = [readingSha256, changeSha256, check?.findingsSha256, check?.differencesSha256, ...kept].filter(
    (sha256) => typeof sha256 === 'string',
  );
  await deleteImport(trx, stored);
  for (const sha256 of await listUnneeded(trx, countyCode, checksums)) await files.remove(trx, { countyCode, sha256 });
}
