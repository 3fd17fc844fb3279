import { DomainError } from '#core/errors.ts';
import type { ImportDeskParts } from './import-desk-parts.ts';
import type { ImportProgress } from './import-lane.ts';
import { type ImportKey, type ImportStatus, touchImport, updateImport } from './import-record-store.ts';

/** How work at an import is followed. */
export interface WorkHooks {
  readonly signal: AbortSignal;
  readonly tellProgress: (progress: ImportProgress) => void;
}

/** Work at an import that nobody waits for. */
export interface WorkPlan {
  readonly phase: ImportProgress['phase'];
  /** Stores what it came to itself. */
  readonly work: (hooks: WorkHooks) => Promise<void>;
  /** The state after it was cancelled. */
  readonly cancelled: ImportStatus['state'];
}

/** What is being done at imports in this process. */
export interface ImportWork {
  begin(key: ImportKey, plan: WorkPlan): void;
  /** Null when nothing is under way here. */
  progressOf(key: ImportKey): ImportProgress | null;
  /** How much is under way or waits for its turn. */
  count(): number;
  /** Stops the work and waits for its end. @returns whether there was any */
  cancel(key: ImportKey): Promise<boolean>;
  /** Resolves when nothing is under way. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Another process takes work for given up when nobody renewed it for a minute. */
const RENEW_MILLISECONDS = 15_000;

interface Running {
  readonly controller: AbortController;
  progress: ImportProgress;
  readonly done: Promise<void>;
}

/** Creates the list of work; it belongs to one process. */
export function createImportWork({
  db,
  bell,
  tellFault,
}: Pick<ImportDeskParts, 'db' | 'bell' | 'tellFault'>): ImportWork {
  const running = new Map<string, Running>();
  const store = (key: ImportKey, change: Partial<ImportStatus>): Promise<void> =>
    db.write((trx) => updateImport(trx, key, change));
  const run = async (key: ImportKey, { work, cancelled }: WorkPlan, hooks: WorkHooks): Promise<void> => {
    const renewal = setInterval(() => {
      db.write((trx) => touchImport(trx, key)).catch(tellFault);
    }, RENEW_MILLISECONDS);
    renewal.unref();
    try {
      await work(hooks);
    } catch (error) {
      const isCancelled = error instanceof DomainError && error.code === 'import_cancelled';
      if (!(error instanceof DomainError)) tellFault(error);
      await store(key, isCancelled ? { state: cancelled, error: null } : { state: 'failed', error: toStored(error) });
    } finally {
      clearInterval(renewal);
    }
  };
  const cancel = async ({ id }: ImportKey): Promise<boolean> => {
    const work = running.get(id);
    work?.controller.abort();
    await work?.done;
    return work !== undefined;
  };
  return {
    begin(key, plan) {
      const controller = new AbortController();
      const tellProgress = (progress: ImportProgress): void => {
        const work = running.get(key.id);
        if (work) work.progress = progress;
        bell.ring(key.id);
      };
      const done = run(key, plan, { signal: controller.signal, tellProgress })
        .catch(tellFault)
        .finally(() => {
          running.delete(key.id);
          bell.ring(key.id);
        });
      running.set(key.id, { controller, progress: { phase: plan.phase, rowsDone: 0, rowsTotal: 0 }, done });
    },
    progressOf: ({ id }) => running.get(id)?.progress ?? null,
    count: () => running.size,
    cancel,
    async settle() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done));
    },
    async close() {
      for (const { controller } of running.values()) controller.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

const toStored = (error: unknown): ImportStatus['error'] =>
  error instanceof DomainError ? { code: error.code, details: error.details } : { code: 'import_failed', details: {} };
