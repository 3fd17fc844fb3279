import { randomBytes } from 'node:crypto';
import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { RepairChoice } from '#core/ledgers/import-finding.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import { createImportContents, type ImportContents } from './import-contents.ts';
import type { ImportDeskParts } from './import-desk-parts.ts';
import { createImportLane, type ImportLane } from './import-lane.ts';
import type { SpooledFile } from './import-messages.ts';
import { type ImportKey, insertImport, type StoredImport } from './import-record-store.ts';
import { assertOpen, createImportRegistry, type ImportRegistry, type ImportView } from './import-registry.ts';
import { createImportSteps } from './import-steps.ts';
import { createImportTemplates, type ImportTemplates } from './import-templates.ts';
import { createImportWork } from './import-work.ts';
import { createImportWriter } from './import-writer.ts';
import { createUndoJudge } from './judge-undo.ts';
import { readFeatureText } from './read-feature-text.ts';
import { loadGdal } from './readers/load-gdal.ts';
import { removeLeftUploads, type Upload } from './receive-upload.ts';
import { forgetImport, giveUpUnwritten } from './unwritten-imports.ts';

/** Imports of ledgers: received, read, mapped, checked, written, taken back. */
export interface ImportDesk extends Pick<ImportRegistry, 'get' | 'list' | 'watch'> {
  readonly limits: ImportDeskParts['limits'];
  readonly cacheFolder: string;
  readonly contents: ImportContents;
  readonly templates: ImportTemplates;
  /** Features of a file for a new county (`readFeatureText`). */
  readonly readFeatureText: (file: SpooledFile) => Promise<string>;
  /** Gives up what was left unwritten for too long: once when the database is ready, then whenever files come. */
  start(): void;
  /**
   * Receives files and begins an import; they are read while nobody waits, and removed afterwards.
   *
   * @throws {InvalidInputError} `import_too_many_waiting` before anything is received
   * @throws {NotFoundError} `unknown_county`
   */
  begin(countyCode: string, receive: () => Promise<Upload>): Promise<ImportView>;
  /** @throws {InvalidInputError} `import_conflict`, `import_busy`, `import_written`, `import_not_read` */
  setMappings(id: string, mappings: readonly TableMapping[], ifVersion: number | null): Promise<ImportView>;
  /** @throws {InvalidInputError} `import_conflict`, `import_busy`, `import_written`, `import_not_read` */
  setRepairs(id: string, repairs: readonly RepairChoice[], ifVersion: number | null): Promise<ImportView>;
  /** Begins a check. @throws {InvalidInputError} `import_busy`, `import_written`, `import_not_read` */
  check(id: string): Promise<ImportView>;
  /** Stops the work under way (the import is given back), or forgets an import that wrote nothing (null). */
  cancelOrForget(id: string): Promise<ImportView | null>;
  /** Positions of a table as they stand and as its mapping has them, as text of a `FeatureCollection`. */
  listPositions(id: string, place: { readonly file: number; readonly table: number }): Promise<string>;
  /** @throws {InvalidInputError} what stands against it (`findObstacle`), `county_changed`, `county_rows_invalid` */
  write(id: string, ifRevision: number): Promise<ImportView>;
  /** @throws {InvalidInputError} `import_not_written`, `import_changed_since`, `import_needed_since` */
  undo(id: string): Promise<ImportView>;
  /** The kept copy of a file. @throws {NotFoundError} `unknown_import_file` */
  getFile(id: string, number: number): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Resolves when nothing is under way. */
  settle(): Promise<void>;
  /** Ends the thread under way, as a fault of the machine would. */
  readonly breakThread: ImportLane['breakThread'];
  close(): Promise<void>;
}

/** Creates the desk over one database. */
export function createImportDesk(parts: ImportDeskParts): ImportDesk {
  const lane = createImportLane();
  const work = createImportWork(parts);
  const registry = createImportRegistry({ ...parts, work, undo: createUndoJudge(parts) });
  const steps = createImportSteps({ ...parts, lane });
  const writer = createImportWriter(parts);
  const { get, list, watch } = registry;
  const { limits, cacheFolder, bell } = parts;
  const admit = createAdmission(limits, work.count);
  void removeLeftUploads(cacheFolder).catch(parts.tellFault);
  const housekeeping = createHousekeeping(parts, (key) => work.progressOf(key) !== null);
  return {
    start: housekeeping.begin,
    ...{ get, list, watch, limits, cacheFolder },
    contents: createImportContents(parts),
    templates: createImportTemplates(parts),
    readFeatureText: async (file) => readFeatureText(file, { limits, convertWithGdal: await loadGdal(parts.gdal) }),
    begin: (countyCode, receive) =>
      admit(async () => {
        const upload = await receive();
        return beginImport(parts, { countyCode, upload }, (key) => {
          work.begin(key, {
            phase: 'reading',
            cancelled: 'cancelled',
            work: (hooks) => steps.read(key, upload.files, hooks).finally(() => upload.remove()),
          });
          housekeeping.begin();
          return registry.load(key.id).then(registry.view);
        });
      }),
    async setMappings(id, tables, ifVersion) {
      const stored = await registry.load(id);
      assertOpen(stored, ifVersion);
      if (whatOf(stored.mappings.tables) !== whatOf(tables)) {
        await steps.map(stored, tables);
        bell.ring(id);
        return get(id);
      }
      const mappings = { ...stored.mappings, tables };
      return registry.view(await registry.change(id, ifVersion, { state: 'read', error: null, mappings }));
    },
    setRepairs: async (id, repairs, ifVersion) =>
      registry.view(await registry.change(id, ifVersion, { state: 'read', error: null, repairs })),
    async check(id) {
      assertRoom(limits, work.count());
      const stored = await registry.change(id, null, { state: 'checking', error: null });
      work.begin(stored, { phase: 'checking', cancelled: 'read', work: (hooks) => steps.check(stored, hooks) });
      return registry.view(stored);
    },
    async cancelOrForget(id) {
      const stored = await registry.load(id);
      return (await work.cancel(stored)) ? get(id) : forgetImport(parts, stored);
    },
    listPositions: async (id, place) =>
      registry.load(id).then((stored) => steps.listPositions(stored, getMapping(stored, place))),
    async write(id, ifRevision) {
      // what was checked is stored, and writing has a thread of its own
      await lane.rest();
      const stored = await registry.load(id);
      await housekeeping.holding(stored, () => writer.write(stored, ifRevision));
      bell.ring(id);
      return get(id);
    },
    async undo(id) {
      await lane.rest();
      await writer.undo(await get(id));
      bell.ring(id);
      return get(id);
    },
    getFile: async (id, number) => findKeptFile(parts, await registry.load(id), number),
    settle: () => work.settle().then(housekeeping.settle),
    breakThread: lane.breakThread,
    async close() {
      await work.close();
      await housekeeping.settle();
      await lane.close();
    },
  };
}

/** Gives up what was never written, one round at a time, but for what is in hand. */
function createHousekeeping(parts: ImportDeskParts, isWorkedAt: (key: ImportKey) => boolean) {
  const held = new Set<string>();
  let round: Promise<void> = Promise.resolve();
  return {
    begin(): void {
      const isInHand = (key: ImportKey): boolean => held.has(key.id) || isWorkedAt(key);
      round = round.then(() => giveUpUnwritten(parts, isInHand)).catch(parts.tellFault);
    },
    /** Does something with an import that must not go meanwhile. */
    async holding<Result>({ id }: ImportKey, act: () => Promise<Result>): Promise<Result> {
      held.add(id);
      try {
        return await act();
      } finally {
        held.delete(id);
      }
    },
    settle: (): Promise<void> => round,
  };
}

/** Who sends files while too much is under way is refused before a byte of it is stored; what is being received counts too. */
function createAdmission(limits: ImportDeskParts['limits'], countWork: () => number) {
  let receiving = 0;
  return async <Result>(receive: () => Promise<Result>): Promise<Result> => {
    assertRoom(limits, countWork() + receiving);
    receiving += 1;
    try {
      return await receive();
    } finally {
      receiving -= 1;
    }
  };
}

function assertRoom({ waiting: limit }: ImportDeskParts['limits'], count: number): void {
  if (count >= limit) throw new InvalidInputError('import_too_many_waiting', 'Too much is under way', { count, limit });
}

/** Stores a new import and has its reading begun; whatever fails removes what was sent. */
async function beginImport<Result>(
  { db, account, getCounty }: ImportDeskParts,
  { countyCode, upload }: { readonly countyCode: string; readonly upload: Upload },
  start: (key: { readonly countyCode: string; readonly id: string }) => Promise<Result>,
): Promise<Result> {
  const key = { countyCode, id: `${countyCode}-${randomBytes(8).toString('hex')}` };
  try {
    await getCounty(countyCode);
    await db.write((trx) => insertImport(trx, key, account));
  } catch (error) {
    await upload.remove();
    throw error;
  }
  return start(key);
}

function getMapping(
  { mappings }: StoredImport,
  place: { readonly file: number; readonly table: number },
): TableMapping {
  const mapping = mappings.tables.find(({ file, table }) => file === place.file && table === place.table);
  if (mapping === undefined) throw new NotFoundError('unknown_import_table', 'Got no such table', place);
  return mapping;
}

/** What rows are, where their positions come from and what names areas: reference systems and house points are recognised by nothing else. */
const whatOf = (mappings: readonly TableMapping[]): string =>
  JSON.stringify(
    mappings.map(({ file, table, ledger, position, columns }) => [file, table, ledger, position, columns]),
  );

async function findKeptFile(
  { db, files }: ImportDeskParts,
  { countyCode, files: listed }: StoredImport,
  number: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const file = listed[number];
  const key = file && { countyCode, sha256: file.keptSha256 };
  const bytes = key && (await db.read((trx) => files.find(trx, key), 'job'));
  if (file === undefined || bytes === undefined)
    throw new NotFoundError('unknown_import_file', 'Got no such file', { number });
  return { name: file.keptName, bytes };
}
