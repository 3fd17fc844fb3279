import { setTimeout as wait } from 'node:timers/promises';
import { jobRequestSchema } from '#core/api/jobs.ts';
import { DomainError } from '#core/errors.ts';
import type { Database, Transaction } from '../db/database.ts';
import { createChangeBell } from './change-bell.ts';
import type { JobKinds, StoredRequest } from './job-kind.ts';
import * as store from './job-store.ts';

/** Progress is told at most four times a second … */
const TELL_MS = 250;
/** … and stored once a second, which also says that this process lives. */
const BEAT_MS = 1000;
/** A process that shares the database with others counts as dead after this silence. */
const SILENT_SECONDS = 30;
/** How often jobs of other processes are looked for, and how long is waited after a fault of the database. */
const LOOK_MS = 5000;
/** What is kept of jobs that have ended; at most so many of a county. */
const KEPT = { keptDays: 7, keptJobs: 100 };
const CLEAN_UP_MS = 3_600_000;

/** Files in the database, as another feature keeps them. */
export interface JobFiles {
  readonly keep: (
    trx: Transaction,
    file: { readonly countyCode: string; readonly mediaType: string; readonly bytes: Uint8Array },
  ) => Promise<string>;
  readonly find: (
    trx: Transaction,
    file: { readonly countyCode: string; readonly sha256: string },
  ) => Promise<Uint8Array | undefined>;
  readonly remove: (trx: Transaction, file: { readonly countyCode: string; readonly sha256: string }) => Promise<void>;
}

/** Does the jobs of the queue, one at a time. */
export interface JobRunner {
  /** Begins to work; jobs of a process that died are found and begun again. */
  start(): void;
  /** A job was added. */
  wake(): void;
  /** A job that this process works at, with its progress of now. */
  findRunning(id: string): store.JobRecord | undefined;
  /** Ends the work at a job, if it is done here. */
  cancel(id: string): void;
  /** Resolves when something changed about a job that runs here, at the latest after the given time, or with the signal. */
  waitForChange(id: string, options: { readonly milliseconds: number; readonly signal: AbortSignal }): Promise<void>;
  /** Ends the work; a job under way goes back into the queue and is begun anew at the next start. */
  stop(): Promise<void>;
}

/** What a runner is made over. */
export interface JobRunnerOptions {
  readonly db: Database;
  readonly kinds: JobKinds;
  readonly files: JobFiles;
  /** Tells this process from others. */
  readonly runner: string;
  /** Hears of failures that are no answer to anybody. */
  readonly tellFault: (error: unknown) => void;
}

interface Work {
  readonly record: store.JobRecord;
  readonly ending: AbortController;
  progress: number;
}

/** Creates a runner that does nothing until it is started. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const { db, runner, tellFault } = options;
  const bell = createChangeBell();
  const stopping = new AbortController();
  let work: Work | undefined;
  let done: Promise<void> = Promise.resolve();
  let isStarted = false;
  let isWoken = false;
  // only a process that shares the database with others has to look by itself
  const lookMilliseconds = db.capabilities.concurrentConnections ? LOOK_MS : CLEAN_UP_MS;
  const silentSeconds = db.capabilities.concurrentConnections ? SILENT_SECONDS : 0;

  const claim = (): Promise<store.JobRecord | undefined> =>
    db.write(async (trx) => {
      await store.recoverJobs(trx, silentSeconds);
      return store.claimJob(trx, runner);
    });

  const loop = async (): Promise<void> => {
    let cleanedAt = Number.NEGATIVE_INFINITY;
    while (!stopping.signal.aborted) {
      try {
        if (performance.now() - cleanedAt > CLEAN_UP_MS) {
          await removeOld(options);
          cleanedAt = performance.now();
        }
        isWoken = false;
        const record = await claim();
        if (record === undefined) {
          // a job that was added while the database answered has rung already
          if (!isWoken) await bell.wait('', { milliseconds: lookMilliseconds, signal: stopping.signal });
          continue;
        }
        work = { record, ending: new AbortController(), progress: 0 };
        // stopped while the database answered
        if (stopping.signal.aborted) work.ending.abort('stopped');
        bell.ring(record.id);
        await doWork(options, work, () => bell.ring(record.id));
        cleanedAt = Number.NEGATIVE_INFINITY;
      } catch (error) {
        if (stopping.signal.aborted) return;
        tellFault(error);
        await wait(LOOK_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      } finally {
        const id = work?.record.id;
        work = undefined;
        if (id !== undefined) bell.ring(id);
      }
    }
  };

  return {
    start() {
      if (isStarted) return;
      isStarted = true;
      done = loop();
    },
    wake() {
      isWoken = true;
      bell.ring('');
    },
    findRunning(id) {
      if (work?.record.id !== id || work.ending.signal.aborted) return undefined;
      return { ...work.record, progress: work.progress };
    },
    cancel(id) {
      if (work?.record.id === id) work.ending.abort('cancelled');
    },
    waitForChange: (id, how) => bell.wait(id, how),
    async stop() {
      stopping.abort();
      work?.ending.abort('stopped');
      await done;
    },
  };
}

/** One job from its beginning to its end. What it throws is a fault of the database. */
async function doWork(options: JobRunnerOptions, work: Work, ring: () => void): Promise<void> {
  const { db, kinds, runner } = options;
  const { record, ending } = work;
  const { signal } = ending;
  const own = { id: record.id, runner };
  let toldAt = 0;
  const tellProgress = (progress: number): void => {
    work.progress = Math.min(1, Math.max(work.progress, progress));
    if (performance.now() - toldAt < TELL_MS) return;
    toldAt = performance.now();
    ring();
  };
  const beat = setInterval(() => {
    // a beat that failed is followed by another; a job that is no longer ours is given up
    void db
      .write((trx) => store.beatJob(trx, { ...own, progress: work.progress }))
      .then(
        (isOurs) => isOurs || ending.abort('cancelled'),
        () => undefined,
      );
  }, BEAT_MS);
  try {
    signal.throwIfAborted();
    const request = jobRequestSchema.parse(record.input) as StoredRequest;
    const file = await kinds[request.kind].run(request, { signal, tellProgress });
    signal.throwIfAborted();
    await db.write((trx) => keepResult(options, trx, { own, record, file }), 'job');
  } catch (error) {
    if (signal.reason === 'stopped') await db.write((trx) => store.releaseJob(trx, own));
    else if (!signal.aborted) await fail(options, own, error);
  } finally {
    clearInterval(beat);
  }
}

/** The file and the state of the job in one transaction; nothing when the job was cancelled meanwhile: another job may hold the same file. */
async function keepResult(
  { files }: JobRunnerOptions,
  trx: Transaction,
  done: {
    readonly own: { readonly id: string; readonly runner: string };
    readonly record: store.JobRecord;
    readonly file: Awaited<ReturnType<JobKinds[keyof JobKinds]['run']>>;
  },
): Promise<void> {
  const { fileName, mediaType, gzipped } = done.file;
  const { countyCode } = done.record;
  // holds the job's row until both are stored
  if (!(await store.beatJob(trx, { ...done.own, progress: 1 }))) return;
  const sha256 = await files.keep(trx, { countyCode, mediaType: 'application/gzip', bytes: gzipped });
  await store.endJob(trx, done.own, { result: { sha256, fileName, mediaType } });
}

async function fail(
  { db, tellFault }: JobRunnerOptions,
  own: { readonly id: string; readonly runner: string },
  error: unknown,
): Promise<void> {
  const known = error instanceof DomainError ? error : new DomainError('internal_error', 'Job', { request: own.id });
  if (known !== error) tellFault(error);
  await db.write((trx) => store.endJob(trx, own, { error: { code: known.code, details: known.details } }));
}

async function removeOld({ db, files }: JobRunnerOptions): Promise<void> {
  await db.write(async (trx) => {
    for (const file of await store.removeOldJobs(trx, KEPT)) await files.remove(trx, file);
  }, 'job');
}
