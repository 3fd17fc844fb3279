import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { ImportDeskParts } from './import-desk-parts.ts';
import type { ImportProgress } from './import-lane.ts';
import {
  findImport,
  type ImportKey,
  type ImportStatus,
  listImports,
  type StoredImport,
  updateImport,
} from './import-record-store.ts';
import type { ImportWork } from './import-work.ts';
import type { UndoJudge, UndoVerdict } from './judge-undo.ts';

/** An import with what is known of it at the moment. */
export interface ImportView {
  readonly stored: StoredImport;
  readonly progress: ImportProgress | null;
  /** The newest revision of its county. */
  readonly revision: number;
  readonly undo: UndoVerdict;
}

/** A page of the history. */
export interface ImportPage {
  readonly items: readonly ImportView[];
  readonly next: string | null;
}

/** Imports as they stand. */
export interface ImportRegistry {
  /** @throws {NotFoundError} `unknown_import` */
  load(id: string): Promise<StoredImport>;
  view(stored: StoredImport): Promise<ImportView>;
  get(id: string): Promise<ImportView>;
  list(asked: {
    readonly countyCode: string;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<ImportPage>;
  /** The import as it is and at each change, until `signal`. */
  watch(id: string, signal: AbortSignal): AsyncIterable<ImportView>;
  /**
   * Changes an import that nobody works at and that was not written.
   *
   * @param ifVersion the version that was seen; null for whatever it is
   * @throws {InvalidInputError} `import_conflict`, `import_busy`, `import_written`, `import_not_read`
   */
  change(id: string, ifVersion: number | null, change: Partial<ImportStatus>): Promise<StoredImport>;
}

/** States in which somebody works at an import. */
const WORKING: readonly StoredImport['state'][] = ['reading', 'checking', 'writing'];
/** Work that nobody renewed for so long was given up: the process ended. */
const STALE_MILLISECONDS = 60_000;
/** Changes of other processes are seen after this long. */
const WATCH_MILLISECONDS = 2000;

const COUNTY_DIGITS = 6;

/** Creates the registry over one database. */
export function createImportRegistry({
  db,
  bell,
  getCounty,
  work,
  undo,
}: Pick<ImportDeskParts, 'db' | 'bell' | 'getCounty'> & {
  readonly work: ImportWork;
  readonly undo: UndoJudge;
}): ImportRegistry {
  const load = async (id: string): Promise<StoredImport> => {
    const stored = await db.read((trx) => findImport(trx, keyOf(id)));
    if (stored === undefined) throw new NotFoundError('unknown_import', 'Got no such import', { id });
    const isGivenUp = work.progressOf(stored) === null && isStale(stored);
    return isGivenUp ? endGivenUp(db, stored) : stored;
  };
  const view = async (stored: StoredImport): Promise<ImportView> => {
    const { revision } = await getCounty(stored.countyCode);
    return { stored, revision, progress: work.progressOf(stored), undo: await undo.judge(stored, revision) };
  };
  const get = async (id: string): Promise<ImportView> => view(await load(id));
  return {
    load,
    view,
    get,
    async list({ countyCode, after, limit }) {
      const { revision } = await getCounty(countyCode);
      const afterKey = after === null ? null : keyOf(after);
      const found = await db.read((trx) => listImports(trx, { countyCode, after: afterKey, limit: limit + 1 }));
      const items = found.slice(0, limit).map((stored) => ({
        stored,
        revision,
        progress: work.progressOf(stored),
        undo: undo.guess(stored, revision),
      }));
      return { items, next: found.length > limit ? (items.at(-1)?.stored.id ?? null) : null };
    },
    async *watch(id, signal) {
      let told = '';
      while (!signal.aborted) {
        // listening before looking: a ring in between is heard
        const rung = bell.wait(id, { milliseconds: WATCH_MILLISECONDS, signal });
        const found = await get(id);
        const state = JSON.stringify([found.stored.version, found.progress, found.revision]);
        if (state !== told) yield found;
        told = state;
        await rung;
      }
    },
    async change(id, ifVersion, change) {
      const key = keyOf(id);
      await load(id);
      await db.write(async (trx) => {
        const stored = await findImport(trx, key, { isLocked: true });
        if (stored === undefined) throw new NotFoundError('unknown_import', 'Got no such import', { id });
        assertOpen(stored, ifVersion);
        await updateImport(trx, key, change);
      });
      bell.ring(id);
      return load(id);
    },
  };
}

/** The county is part of the id. */
export const keyOf = (id: string): ImportKey => ({ countyCode: id.slice(0, COUNTY_DIGITS), id });

/** Whether somebody, here or elsewhere, works at an import. */
export const isBusy = ({ state }: StoredImport): boolean => WORKING.includes(state);

const isStale = (stored: StoredImport): boolean =>
  isBusy(stored) && Date.now() - stored.changedAt.getTime() > STALE_MILLISECONDS;

/**
 * Refuses what cannot be changed: an import that somebody works at, that was written, or that somebody changed meanwhile.
 *
 * @throws {InvalidInputError} `import_busy`, `import_written`, `import_not_read`, `import_conflict`
 */
export function assertOpen(stored: StoredImport, ifVersion: number | null): void {
  const { state, version, readingSha256, id } = stored;
  if (isBusy(stored)) throw new InvalidInputError('import_busy', 'Somebody works at it', { id });
  if (state === 'written' || state === 'undone') throw new InvalidInputError('import_written', 'It was written', {});
  if (readingSha256 === null) throw new InvalidInputError('import_not_read', 'Its files were not read', {});
  if (ifVersion !== null && ifVersion !== version)
    throw new InvalidInputError('import_conflict', 'It was changed', { given: ifVersion, version });
}

/** The work of a process that ended: what was stored before it still holds. */
async function endGivenUp(db: ImportDeskParts['db'], stored: StoredImport): Promise<StoredImport> {
  const interrupted = { state: 'failed', error: { code: 'import_interrupted', details: {} } } as const;
  const former = { state: stored.state === 'checking' ? 'read' : 'checked' } as const;
  const change: Partial<ImportStatus> = stored.state === 'reading' ? interrupted : former;
  await db.write((trx) => updateImport(trx, stored, change));
  return { ...stored, ...change, version: stored.version + 1 };
}
