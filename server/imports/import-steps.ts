import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import { findObstacle } from './find-obstacle.ts';
import type { ImportContents } from './import-contents.ts';
import type { ImportDeskParts } from './import-desk-parts.ts';
import type { UndoVerdict } from './import-desk-service.ts';
import type { ImportLane, LaneHolds } from './import-lane.ts';
import type {
  CheckingResult,
  CountyHold,
  CrsGuesses,
  ReadingHold,
  ReadingResult,
  SpooledFile,
} from './import-messages.ts';
import {
  findImport,
  type ImportKey,
  insertFiles,
  listUnneeded,
  type StoredImport,
  updateImport,
} from './import-record-store.ts';
import type { WorkHooks } from './import-work.ts';

/** What packed items and changes are. */
const PACKED_MEDIA_TYPE = 'application/gzip';

/** The steps of an import; each stores what it came to. */
export interface ImportSteps {
  read(key: ImportKey, files: readonly SpooledFile[], hooks: WorkHooks): Promise<void>;
  check(stored: StoredImport, hooks: WorkHooks): Promise<void>;
  guess(stored: StoredImport, mappings: readonly TableMapping[]): Promise<CrsGuesses>;
  listPositions(stored: StoredImport, mapping: TableMapping): Promise<string>;
  write(stored: StoredImport, ifRevision: number): Promise<void>;
  undo(stored: StoredImport, now: { readonly revision: number; readonly verdict: UndoVerdict }): Promise<void>;
}

/** Creates the steps over one thread. */
export function createImportSteps(
  parts: ImportDeskParts & { readonly lane: ImportLane; readonly contents: ImportContents },
): ImportSteps {
  const { db, lane, limits, files, account } = parts;
  const holdCounty = async (code: string, holds: LaneHolds): Promise<CountyHold> => {
    const { revision } = await parts.getCounty(code);
    const isHeld = holds.hasCounty({ code, revision });
    return { code, revision, text: isHeld ? null : await parts.readCountyText({ countyCode: code, revision }) };
  };
  const holdReading = async ({ countyCode, readingSha256 }: StoredImport, holds: LaneHolds): Promise<ReadingHold> => {
    if (readingSha256 === null) throw new InvalidInputError('import_not_read', 'Its files were not read', {});
    if (holds.hasReading({ sha256: readingSha256 })) return { sha256: readingSha256, packed: null };
    return { sha256: readingSha256, packed: await findFile(countyCode, readingSha256) };
  };
  const findFile = async (countyCode: string, sha256: string): Promise<Uint8Array> => {
    const bytes = await db.read((trx) => files.find(trx, { countyCode, sha256 }), 'job');
    if (bytes === undefined) throw new Error(`Got no file ${sha256}, expected one of an import`);
    return bytes;
  };
  const hooksOf = (hooks: Partial<WorkHooks>) => ({ ...hooks, seconds: limits.seconds });
  return {
    async read(key, spooled, hooks) {
      const read = await lane.run<'read'>(
        async (holds) => ({
          kind: 'read',
          files: spooled,
          limits,
          gdal: parts.gdal,
          county: await holdCounty(key.countyCode, holds),
        }),
        hooksOf(hooks),
      );
      await storeReading(parts, key, read);
    },
    async check(stored, hooks) {
      let revision = 0;
      const checked = await lane.run<'check'>(async (holds) => {
        const county = await holdCounty(stored.countyCode, holds);
        revision = county.revision;
        return {
          kind: 'check',
          county,
          reading: await holdReading(stored, holds),
          mappings: stored.mappings.tables,
          repairs: stored.repairs,
        };
      }, hooksOf(hooks));
      await storeCheck(parts, stored, { checked, revision });
    },
    async guess(stored, mappings) {
      const order = async (holds: LaneHolds) =>
        ({
          kind: 'guess',
          county: await holdCounty(stored.countyCode, holds),
          reading: await holdReading(stored, holds),
          mappings,
        }) as const;
      return (await lane.run<'guess'>(order, hooksOf({}))).crsGuesses;
    },
    async listPositions(stored, mapping) {
      const order = async (holds: LaneHolds) =>
        ({
          kind: 'positions',
          county: await holdCounty(stored.countyCode, holds),
          reading: await holdReading(stored, holds),
          mapping,
        }) as const;
      return (await lane.run<'positions'>(order, hooksOf({}))).geojson;
    },
    async write(stored, ifRevision) {
      const obstacle = findObstacle(stored, ifRevision);
      if (obstacle !== null) throw new InvalidInputError(obstacle.code, 'It cannot be written', obstacle.details);
      if (stored.changeSha256 === null) throw new NotFoundError('import_not_checked', 'It was not checked', {});
      const change = await findFile(stored.countyCode, stored.changeSha256);
      await parts.changeCounty({
        countyCode: stored.countyCode,
        ifRevision,
        account,
        description: `import: ${stored.files.map(({ name }) => name).join(', ')}`.slice(0, 500),
        change,
        undoes: null,
        alongside: async (trx, revision) => {
          const now = await findImport(trx, stored, { isLocked: true });
          if (now?.version !== stored.version) throw new InvalidInputError('import_conflict', 'It was changed', {});
          await updateImport(trx, stored, { state: 'written', writtenRevision: revision, writtenAt: new Date() });
        },
      });
    },
    async undo(stored, { revision, verdict }) {
      const { countyCode, writtenRevision, changeSha256 } = stored;
      if (stored.state !== 'written' || writtenRevision === null || changeSha256 === null)
        throw new InvalidInputError('import_not_written', 'It was not written', {});
      if (verdict.later !== null) throw createChangedSince(verdict.later);
      const change = await findFile(countyCode, changeSha256);
      await parts
        .changeCounty({
          countyCode,
          ifRevision: revision,
          account,
          description: `undo of revision ${writtenRevision}`,
          change,
          undoes: writtenRevision,
          alongside: async (trx, undone) => {
            const now = await findImport(trx, stored, { isLocked: true });
            if (now?.state !== 'written') throw new InvalidInputError('import_not_written', 'It was not written', {});
            await updateImport(trx, stored, { state: 'undone', undoneRevision: undone, undoneAt: new Date() });
          },
        })
        .catch((error: unknown) => {
          throw toUndoRefusal(error);
        });
    },
  };
}

/** Why an import cannot be taken back any more. */
export const createChangedSince = (later: NonNullable<UndoVerdict['later']>): InvalidInputError =>
  new InvalidInputError('import_changed_since', 'A later revision changed the same', {
    code: later.code,
    revision: later.revision,
    day: later.recordedAt.toISOString().slice(0, 10),
  });

/** What later rows need cannot be taken away from under them. */
const toUndoRefusal = (error: unknown): unknown =>
  error instanceof InvalidInputError && error.code === 'county_rows_invalid'
    ? new InvalidInputError('import_needed_since', error.message, error.details)
    : error;

async function storeReading({ db, files }: ImportDeskParts, key: ImportKey, read: ReadingResult): Promise<void> {
  const { countyCode } = key;
  await db.write(async (trx) => {
    await files.keep(trx, { countyCode, mediaType: PACKED_MEDIA_TYPE, bytes: read.packed });
    for (const { mediaType, bytes } of read.kept) await files.keep(trx, { countyCode, mediaType, bytes });
    await insertFiles(
      trx,
      key,
      read.overviews.map(({ name, format, byteCount, sha256, tables }, number) => {
        const kept = read.kept[number];
        if (kept === undefined) throw new RangeError(`Got no kept copy of file ${number}`);
        const leftOut = tables.flatMap((table) => table.leftOut);
        return { name, format, byteCount, sha256, keptName: kept.name, keptSha256: kept.sha256, leftOut };
      }),
    );
    const { mappings: tables, crsGuesses } = read;
    await updateImport(trx, key, { state: 'read', readingSha256: read.sha256, mappings: { tables, crsGuesses } });
  }, 'job');
}

async function storeCheck(
  { db, files }: ImportDeskParts,
  stored: StoredImport,
  { checked, revision }: { readonly checked: CheckingResult; readonly revision: number },
): Promise<void> {
  const { countyCode } = stored;
  const keep = (trx: Parameters<typeof files.keep>[0], bytes: Uint8Array): Promise<string> =>
    files.keep(trx, { countyCode, mediaType: PACKED_MEDIA_TYPE, bytes });
  await db.write(async (trx) => {
    const check = {
      ...checked.counts,
      findingsSha256: await keep(trx, checked.findings),
      differencesSha256: await keep(trx, checked.differences),
    };
    await updateImport(trx, stored, {
      state: 'checked',
      check,
      changeSha256: await keep(trx, checked.change),
      checkedRevision: revision,
      mappings: { tables: stored.mappings.tables, crsGuesses: checked.crsGuesses },
    });
    const former = [stored.changeSha256, stored.check?.findingsSha256, stored.check?.differencesSha256];
    const checksums = former.filter((sha256) => typeof sha256 === 'string');
    for (const sha256 of await listUnneeded(trx, countyCode, checksums))
      await files.remove(trx, { countyCode, sha256 });
  }, 'job');
}
