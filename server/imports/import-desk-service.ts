import { randomBytes } from 'node:crypto';
import type { ImportTemplate } from '#core/api/import-records.ts';
import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { RepairChoice } from '#core/ledgers/import-finding.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import { createImportContents, type ImportContents } from './import-contents.ts';
import type { DeskLaterChange, ImportDeskParts } from './import-desk-parts.ts';
import { createImportLane, type ImportLane, type ImportProgress } from './import-lane.ts';
import {
  deleteImport,
  findImport,
  findImportOfRevision,
  type ImportKey,
  insertImport,
  listImports,
  listUnneeded,
  type StoredImport,
  updateImport,
} from './import-record-store.ts';
import { createImportSteps } from './import-steps.ts';
import { deleteTemplate, keepTemplate, listTemplates } from './import-template-store.ts';
import { createImportWork } from './import-work.ts';
import type { Upload } from './receive-upload.ts';

/** Whether an import can be taken back, and what stands against it. */
export interface UndoVerdict {
  readonly isPossible: boolean;
  readonly later: (DeskLaterChange & { readonly importId: string | null }) | null;
}

/** An import with what is known of it at the moment. */
export interface ImportView {
  readonly stored: StoredImport;
  readonly progress: ImportProgress | null;
  /** The newest revision of its county. */
  readonly revision: number;
  readonly undo: UndoVerdict;
}

/** Imports of ledgers: received, read, mapped, checked, written, taken back. */
export interface ImportDesk {
  readonly limits: ImportDeskParts['limits'];
  readonly cacheFolder: string;
  readonly contents: ImportContents;
  /** Begins an import; its files are read while nobody waits, and removed afterwards. @throws {NotFoundError} `unknown_county` */
  begin(countyCode: string, upload: Upload): Promise<ImportView>;
  /** @throws {NotFoundError} `unknown_import` */
  get(id: string): Promise<ImportView>;
  list(asked: { readonly countyCode: string; readonly after: string | null; readonly limit: number }): Promise<{
    readonly items: readonly ImportView[];
    readonly next: string | null;
  }>;
  /** The import as it is and at each change, until `signal`. */
  watch(id: string, signal: AbortSignal): AsyncIterable<ImportView>;
  /** @throws {InvalidInputError} `import_conflict`, `import_busy`, `import_written` */
  setMappings(id: string, mappings: readonly TableMapping[], ifVersion: number | null): Promise<ImportView>;
  /** @throws {InvalidInputError} `import_conflict`, `import_busy`, `import_written` */
  setRepairs(id: string, repairs: readonly RepairChoice[], ifVersion: number | null): Promise<ImportView>;
  /** Begins a check. @throws {InvalidInputError} `import_busy`, `import_written`, `import_not_read` */
  check(id: string): Promise<ImportView>;
  /** Stops the work under way (the import is given back), or forgets an import that wrote nothing (null). */
  cancelOrForget(id: string): Promise<ImportView | null>;
  /** Positions of a table as they stand and as its mapping has them, as text of a `FeatureCollection`. */
  listPositions(id: string, place: { readonly file: number; readonly table: number }): Promise<string>;
  /** @throws {InvalidInputError} `import_not_writable`, `county_changed`, `county_rows_invalid` */
  write(id: string, ifRevision: number): Promise<ImportView>;
  /** @throws {InvalidInputError} `import_not_written`, `import_changed_since`, `import_needed_since` */
  undo(id: string): Promise<ImportView>;
  /** The kept copy of a file. @throws {NotFoundError} `unknown_import_file` */
  getFile(id: string, number: number): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  listTemplates(countyCode: string): Promise<readonly ImportTemplate[]>;
  keepTemplate(countyCode: string, template: Omit<ImportTemplate, 'id'>): Promise<ImportTemplate>;
  /** @throws {NotFoundError} `unknown_import_template` */
  deleteTemplate(countyCode: string, id: string): Promise<void>;
  /** Resolves when nothing is under way. */
  settle(): Promise<void>;
  /** Ends the thread under way, as a fault of the machine would. */
  readonly breakThread: ImportLane['breakThread'];
  close(): Promise<void>;
}

/** States in which somebody works at an import. */
const WORKING: readonly StoredImport['state'][] = ['reading', 'checking', 'writing'];
/** Work that nobody renewed for so long was given up: the process ended. */
const STALE_MILLISECONDS = 60_000;
/** Changes of other processes are seen after this long. */
const WATCH_MILLISECONDS = 2000;

const COUNTY_DIGITS = 6;

/** Creates the desk over one database. */
export function createImportDesk(parts: ImportDeskParts): ImportDesk {
  const { db, bell, files, account, limits, cacheFolder, getCounty } = parts;
  const lane = createImportLane();
  const work = createImportWork(parts);
  const contents = createImportContents(parts);
  const steps = createImportSteps({ ...parts, lane, contents });
  const verdicts = new Map<string, UndoVerdict>();

  const load = async (id: string): Promise<StoredImport> => {
    const key = keyOf(id);
    const stored = await db.read((trx) => findImport(trx, key));
    if (stored === undefined) throw new NotFoundError('unknown_import', 'Got no such import', { id });
    const isStale =
      WORKING.includes(stored.state) &&
      work.progressOf(key) === null &&
      Date.now() - stored.changedAt.getTime() > STALE_MILLISECONDS;
    return isStale ? endGivenUp(stored) : stored;
  };
  const endGivenUp = async (stored: StoredImport): Promise<StoredImport> => {
    const change =
      stored.state === 'reading'
        ? ({ state: 'failed', error: { code: 'import_interrupted', details: {} } } as const)
        : ({ state: stored.state === 'checking' ? 'read' : 'checked' } as const);
    await db.write((trx) => updateImport(trx, stored, change));
    return { ...stored, ...change, version: stored.version + 1 };
  };
  const judgeUndo = async (stored: StoredImport, revision: number): Promise<UndoVerdict> => {
    const { countyCode, id, writtenRevision } = stored;
    if (stored.state !== 'written' || writtenRevision === null) return { isPossible: false, later: null };
    if (writtenRevision === revision) return { isPossible: true, later: null };
    const key = `${id} ${revision}`;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const later = await parts.findLaterChange({ countyCode, revision: writtenRevision });
    const importId = later && (await db.read((trx) => findImportOfRevision(trx, countyCode, later.revision)));
    const verdict: UndoVerdict = later
      ? { isPossible: false, later: { ...later, importId: importId ?? null } }
      : { isPossible: true, later: null };
    verdicts.set(key, verdict);
    return verdict;
  };
  const view = async (stored: StoredImport): Promise<ImportView> => {
    const { revision } = await getCounty(stored.countyCode);
    return { stored, revision, progress: work.progressOf(stored), undo: await judgeUndo(stored, revision) };
  };
  /** Changes an import that nobody works at and that was not written. */
  const change = async (
    id: string,
    ifVersion: number | null,
    makeChange: (stored: StoredImport) => Parameters<typeof updateImport>[2],
  ): Promise<StoredImport> => {
    const key = keyOf(id);
    await load(id);
    await db.write(async (trx) => {
      const stored = await findImport(trx, key, { isLocked: true });
      if (stored === undefined) throw new NotFoundError('unknown_import', 'Got no such import', { id });
      assertOpen(stored, ifVersion);
      await updateImport(trx, key, makeChange(stored));
    });
    bell.ring(id);
    return load(id);
  };
  const desk: ImportDesk = {
    limits,
    cacheFolder,
    contents,
    async begin(countyCode, upload) {
      const key = { countyCode, id: `${countyCode}-${randomBytes(8).toString('hex')}` };
      try {
        await getCounty(countyCode);
        await db.write((trx) => insertImport(trx, key, account));
      } catch (error) {
        await upload.remove();
        throw error;
      }
      const read = (hooks: Parameters<typeof steps.read>[2]) =>
        steps.read(key, upload.files, hooks).finally(() => upload.remove());
      work.begin(key, { phase: 'reading', cancelled: 'cancelled', work: read });
      return view(await load(key.id));
    },
    get: async (id) => view(await load(id)),
    async list({ countyCode, after, limit }) {
      const afterKey = after === null ? null : keyOf(after);
      const found = await db.read((trx) => listImports(trx, { countyCode, after: afterKey, limit: limit + 1 }));
      const page = found.slice(0, limit);
      const { revision } = await getCounty(countyCode);
      // whether each of many can be taken back is asked when it is opened, or tried
      const items = page.map((stored) => ({
        stored,
        revision,
        progress: work.progressOf(stored),
        undo: verdicts.get(`${stored.id} ${revision}`) ?? { isPossible: stored.state === 'written', later: null },
      }));
      return { items, next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
    },
    async *watch(id, signal) {
      let told = '';
      while (!signal.aborted) {
        const found = await desk.get(id);
        const state = JSON.stringify([found.stored.version, found.progress, found.revision]);
        if (state !== told) yield found;
        told = state;
        await bell.wait(id, { milliseconds: WATCH_MILLISECONDS, signal });
      }
    },
    async setMappings(id, tables, ifVersion) {
      const { mappings } = await load(id);
      const isSame = JSON.stringify(mappings.tables) === JSON.stringify(tables);
      const crsGuesses = isSame ? mappings.crsGuesses : await steps.guess(await load(id), tables);
      return view(
        await change(id, ifVersion, () => ({ state: 'read', error: null, mappings: { tables, crsGuesses } })),
      );
    },
    setRepairs: async (id, repairs, ifVersion) =>
      view(await change(id, ifVersion, () => ({ state: 'read', error: null, repairs }))),
    async check(id) {
      const stored = await change(id, null, () => ({ state: 'checking', error: null }));
      work.begin(stored, { phase: 'checking', cancelled: 'read', work: (hooks) => steps.check(stored, hooks) });
      return view(stored);
    },
    async cancelOrForget(id) {
      const stored = await load(id);
      if (await work.cancel(stored)) return desk.get(id);
      if (WORKING.includes(stored.state)) throw new InvalidInputError('import_busy', 'Somebody works at it', { id });
      if (stored.writtenRevision !== null) throw new InvalidInputError('import_written', 'It was written', {});
      await db.write(async (trx) => {
        await deleteImport(trx, stored);
        await removeFiles(parts, { trx, countyCode: stored.countyCode, checksums: listChecksums(stored) });
      });
      return null;
    },
    async listPositions(id, place) {
      const stored = await load(id);
      const mapping = stored.mappings.tables.find(({ file, table }) => file === place.file && table === place.table);
      if (mapping === undefined) throw new NotFoundError('unknown_import_table', 'Got no such table', place);
      return steps.listPositions(stored, mapping);
    },
    async write(id, ifRevision) {
      const stored = await load(id);
      assertOpen(stored, null);
      await steps.write(stored, ifRevision);
      bell.ring(id);
      return desk.get(id);
    },
    async undo(id) {
      const found = await desk.get(id);
      await steps.undo(found.stored, { revision: found.revision, verdict: found.undo });
      bell.ring(id);
      return desk.get(id);
    },
    async getFile(id, number) {
      const { countyCode, files: listed } = await load(id);
      const file = listed[number];
      const key = file && { countyCode, sha256: file.keptSha256 };
      const bytes = key && (await db.read((trx) => files.find(trx, key), 'job'));
      if (file === undefined || bytes === undefined)
        throw new NotFoundError('unknown_import_file', 'Got no such file', { number });
      return { name: file.keptName, bytes };
    },
    async listTemplates(countyCode) {
      await getCounty(countyCode);
      return db.read((trx) => listTemplates(trx, countyCode));
    },
    async keepTemplate(countyCode, template) {
      await getCounty(countyCode);
      const id = randomBytes(8).toString('hex');
      return db.write((trx) => keepTemplate(trx, { countyCode, account, template: { ...template, id } }));
    },
    async deleteTemplate(countyCode, id) {
      if (!(await db.write((trx) => deleteTemplate(trx, countyCode, id))))
        throw new NotFoundError('unknown_import_template', 'Got no such template', { id });
    },
    settle: work.settle,
    breakThread: lane.breakThread,
    async close() {
      await work.close();
      await lane.close();
    },
  };
  return desk;
}

/** The county is part of the id. */
const keyOf = (id: string): ImportKey => ({ countyCode: id.slice(0, COUNTY_DIGITS), id });

/** An import that nobody works at, that was not written, and that nobody changed meanwhile. */
function assertOpen({ state, version, readingSha256, id }: StoredImport, ifVersion: number | null): void {
  if (WORKING.includes(state)) throw new InvalidInputError('import_busy', 'Somebody works at it', { id });
  if (state === 'written' || state === 'undone') throw new InvalidInputError('import_written', 'It was written', {});
  if (readingSha256 === null) throw new InvalidInputError('import_not_read', 'Its files were not read', {});
  if (ifVersion !== null && ifVersion !== version)
    throw new InvalidInputError('import_conflict', 'It was changed', { given: ifVersion, version });
}

const listChecksums = ({ readingSha256, changeSha256, check, files }: StoredImport): readonly string[] =>
  [
    readingSha256,
    changeSha256,
    check?.findingsSha256,
    check?.differencesSha256,
    ...files.map(({ keptSha256 }) => keptSha256),
  ].filter((sha256) => typeof sha256 === 'string');

/** Removes those files that no import needs. */
async function removeFiles(
  { files }: Pick<ImportDeskParts, 'files'>,
  {
    trx,
    countyCode,
    checksums,
  }: {
    readonly trx: Parameters<typeof listUnneeded>[0];
    readonly countyCode: string;
    readonly checksums: readonly string[];
  },
): Promise<void> {
  for (const sha256 of await listUnneeded(trx, countyCode, checksums)) await files.remove(trx, { countyCode, sha256 });
}
