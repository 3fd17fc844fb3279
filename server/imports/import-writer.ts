import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import { findObstacle } from './find-obstacle.ts';
import type { ImportDeskParts } from './import-desk-parts.ts';
import { findImport, type ImportStatus, type StoredImport, updateImport } from './import-record-store.ts';
import { assertOpen, type ImportView } from './import-registry.ts';
import { createChangedSince } from './judge-undo.ts';

/** Writes what imports change, and takes it back. */
export interface ImportWriter {
  /** @throws {InvalidInputError} what stands against it (`findObstacle`), `county_changed`, `county_rows_invalid` */
  write(stored: StoredImport, ifRevision: number): Promise<void>;
  /** @throws {InvalidInputError} `import_not_written`, `import_changed_since`, `import_needed_since` */
  undo(view: ImportView): Promise<void>;
}

/** Letters of a revision's description. */
const MOST_DESCRIPTION = 500;

/** Creates the writer. */
export function createImportWriter(parts: ImportDeskParts): ImportWriter {
  const { db, files, account } = parts;
  const findChange = async ({ countyCode, changeSha256: sha256 }: StoredImport): Promise<Uint8Array> => {
    const bytes = sha256 && (await db.read((trx) => files.find(trx, { countyCode, sha256 }), 'job'));
    if (!bytes) throw new NotFoundError('import_not_checked', 'It was not checked', {});
    return bytes;
  };
  /** Stores the end of a step with the revision that it made, unless somebody was faster. */
  const end =
    (stored: StoredImport, change: (revision: number) => Partial<ImportStatus>) =>
    async (trx: Parameters<typeof findImport>[0], revision: number): Promise<void> => {
      const now = await findImport(trx, stored, { isLocked: true });
      if (now?.version !== stored.version)
        throw new InvalidInputError('import_conflict', 'It was changed', {
          given: stored.version,
          version: now?.version ?? 0,
        });
      await updateImport(trx, stored, change(revision));
    };
  return {
    async write(stored, ifRevision) {
      assertOpen(stored, null);
      const { revision } = await parts.getCounty(stored.countyCode);
      // who saw another revision saw another difference
      const obstacle = findObstacle(stored, revision) ?? findObstacle(stored, ifRevision);
      if (obstacle !== null) throw new InvalidInputError(obstacle.code, 'It cannot be written', obstacle.details);
      await parts.changeCounty({
        countyCode: stored.countyCode,
        ifRevision,
        account,
        description: `import: ${stored.files.map(({ name }) => name).join(', ')}`.slice(0, MOST_DESCRIPTION),
        change: await findChange(stored),
        undoes: null,
        alongside: end(stored, (writtenRevision) => ({ state: 'written', writtenRevision, writtenAt: new Date() })),
      });
    },
    async undo({ stored, revision, undo }) {
      const { countyCode, writtenRevision } = stored;
      if (stored.state !== 'written' || writtenRevision === null)
        throw new InvalidInputError('import_not_written', 'It was not written', {});
      if (undo.later !== null) throw createChangedSince(undo.later);
      const change = {
        countyCode,
        ifRevision: revision,
        account,
        description: `undo of revision ${writtenRevision}`,
        change: await findChange(stored),
        undoes: writtenRevision,
        alongside: end(stored, (undoneRevision) => ({ state: 'undone', undoneRevision, undoneAt: new Date() })),
      };
      await parts.changeCounty(change).catch((error: unknown) => {
        throw toUndoRefusal(error);
      });
    },
  };
}

/** What later rows need cannot be taken away from under them. */
const toUndoRefusal = (error: unknown): unknown =>
  error instanceof InvalidInputError && error.code === 'county_rows_invalid'
    ? new InvalidInputError('import_needed_since', error.message, error.details)
    : error;
