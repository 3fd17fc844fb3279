import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import type { ImportDeskParts } from './import-desk-parts.ts';
import type { ImportLane, LaneHolds } from './import-lane.ts';
import type {
  CheckingResult,
  CountyHold,
  MappingResult,
  ReadingHold,
  ReadingResult,
  SpooledFile,
} from './import-messages.ts';
import {
  findImport,
  type ImportKey,
  insertFiles,
  listUnneeded,
  replaceKeptCopy,
  type StoredImport,
  updateImport,
} from './import-record-store.ts';
import { assertOpen } from './import-registry.ts';
import type { WorkHooks } from './import-work.ts';

/** What packed items and changes are. */
const PACKED_MEDIA_TYPE = 'application/gzip';

/** The steps of an import that the thread does; each stores what it came to. */
export interface ImportSteps {
  read(key: ImportKey, files: readonly SpooledFile[], hooks: WorkHooks): Promise<void>;
  check(stored: StoredImport, hooks: WorkHooks): Promise<void>;
  /**
   * Takes a mapping made by hand: reference systems are recognised again, and what is personal in a ledger of households is left out.
   *
   * @throws {InvalidInputError} `import_conflict`, `import_busy`, `import_written`
   */
  map(stored: StoredImport, mappings: readonly TableMapping[]): Promise<void>;
  listPositions(stored: StoredImport, mapping: TableMapping): Promise<string>;
}

/** Creates the steps over one thread. */
export function createImportSteps(parts: ImportDeskParts & { readonly lane: ImportLane }): ImportSteps {
  const { lane, limits, gdal } = parts;
  const hold = createHolds(parts);
  const hooksOf = (hooks: Partial<WorkHooks>) => ({ ...hooks, seconds: limits.seconds });
  return {
    async read(key, files, hooks) {
      const read = await lane.run<'read'>(
        async (holds) => ({ kind: 'read', files, limits, gdal, county: await hold.county(key.countyCode, holds) }),
        hooksOf(hooks),
      );
      await storeReading(parts, key, read);
    },
    async check(stored, hooks) {
      const { mappings, repairs } = stored;
      let revision = 0;
      const checked = await lane.run<'check'>(async (holds) => {
        const both = await hold.both(stored, holds);
        revision = both.county.revision;
        return { kind: 'check', ...both, mappings: mappings.tables, repairs };
      }, hooksOf(hooks));
      await storeCheck(parts, stored, { checked, revision });
    },
    async map(stored, mappings) {
      const mapped = await lane.run<'map'>(
        async (holds) => ({ kind: 'map', ...(await hold.both(stored, holds)), mappings }),
        hooksOf({}),
      );
      await storeMapping(parts, stored, mapped);
    },
    async listPositions(stored, mapping) {
      const { geojson } = await lane.run<'positions'>(
        async (holds) => ({ kind: 'positions', ...(await hold.both(stored, holds)), mapping }),
        hooksOf({}),
      );
      return geojson;
    },
  };
}

/** What the thread is sent of county and files: only what it does not hold. */
function createHolds({ db, files, getCounty, readCountyText }: ImportDeskParts) {
  const county = async (code: string, holds: LaneHolds): Promise<CountyHold> => {
    const recorded = await getCounty(code);
    const { revision } = recorded;
    const isHeld = holds.hasCounty(recorded);
    return { code, revision, text: isHeld ? null : await readCountyText({ countyCode: code, revision }) };
  };
  const reading = async (
    { countyCode, readingSha256: sha256 }: StoredImport,
    holds: LaneHolds,
  ): Promise<ReadingHold> => {
    if (sha256 === null) throw new InvalidInputError('import_not_read', 'Its files were not read', {});
    if (holds.hasReading({ sha256 })) return { sha256, packed: null };
    const packed = await db.read((trx) => files.find(trx, { countyCode, sha256 }), 'job');
    if (packed === undefined) throw new Error(`Got no file ${sha256}, expected what an import read`);
    return { sha256, packed };
  };
  return {
    county,
    both: async (stored: StoredImport, holds: LaneHolds) => ({
      county: await county(stored.countyCode, holds),
      reading: await reading(stored, holds),
    }),
  };
}

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

/** Stores a mapping, unless the import was changed meanwhile, and what was left out with it in the place of what was read before. */
async function storeMapping(
  { db, files }: ImportDeskParts,
  { countyCode, id, version }: StoredImport,
  { mappings: tables, crsGuesses, stripped }: MappingResult,
): Promise<void> {
  const key = { countyCode, id };
  await db.write(async (trx) => {
    const stored = await findImport(trx, key, { isLocked: true });
    if (stored === undefined) throw new NotFoundError('unknown_import', 'Got no such import', { id });
    assertOpen(stored, version);
    const status = { state: 'read', error: null, mappings: { tables, crsGuesses } } as const;
    if (stripped === null) return updateImport(trx, key, status);
    const former = [
      stored.readingSha256,
      stored.changeSha256,
      stored.check?.findingsSha256,
      stored.check?.differencesSha256,
    ];
    await files.keep(trx, { countyCode, mediaType: PACKED_MEDIA_TYPE, bytes: stripped.packed });
    for (const { number, kept, leftOut } of stripped.copies) {
      former.push(stored.files[number]?.keptSha256);
      await files.keep(trx, { countyCode, mediaType: kept.mediaType, bytes: kept.bytes });
      await replaceKeptCopy(trx, key, { number, keptName: kept.name, keptSha256: kept.sha256, leftOut });
    }
    const gone = { readingSha256: stripped.sha256, check: null, changeSha256: null, checkedRevision: null };
    await updateImport(trx, key, { ...status, ...gone });
    const checksums = former.filter((sha256) => typeof sha256 === 'string');
    for (const sha256 of await listUnneeded(trx, countyCode, checksums))
      await files.remove(trx, { countyCode, sha256 });
  }, 'job');
}

/** Stores what a check came to in the place of the one before. */
async function storeCheck(
  { db, files }: ImportDeskParts,
  stored: StoredImport,
  { checked, revision }: { readonly checked: CheckingResult; readonly revision: number },
): Promise<void> {
  const { countyCode } = stored;
  const keep = (trx: Parameters<typeof files.keep>[0], bytes: Uint8Array): Promise<string> =>
    files.keep(trx, { countyCode, mediaType: PACKED_MEDIA_TYPE, bytes });
  const former = [stored.changeSha256, stored.check?.findingsSha256, stored.check?.differencesSha256];
  await db.write(async (trx) => {
    const check = {
      ...checked.counts,
      findingsSha256: await keep(trx, checked.findings),
      differencesSha256: await keep(trx, checked.differences),
    };
    const changeSha256 = await keep(trx, checked.change);
    const mappings = { tables: stored.mappings.tables, crsGuesses: checked.crsGuesses };
    await updateImport(trx, stored, { state: 'checked', check, changeSha256, checkedRevision: revision, mappings });
    const checksums = former.filter((sha256) => typeof sha256 === 'string');
    for (const sha256 of await listUnneeded(trx, countyCode, checksums))
      await files.remove(trx, { countyCode, sha256 });
  }, 'job');
}
