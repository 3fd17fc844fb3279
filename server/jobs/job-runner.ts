import { setTimeout as wait } from 'node:timers/promises';
import { type ChangeBell, createChangeBell } from './change-bell.ts';
import * as store from './job-store.ts';
import { createWork, doWork, type JobRunnerOptions, type JobWork } from './job-work.ts';

/** A process that shares the database with others counts as dead after this silence. */
const SILENT_SECONDS = 30;
/** So long a cancelled job may take to write down the best it has found. */
const LAST_WORDS_MS = 10_000;
const BELL_MS = 500;
/** How often jobs of other processes are looked for, and how long is waited after a fault of the database. */
const LOOK_MS = 5000;
/** What is kept of jobs that have ended; at most so many of a county. */
const KEPT = { keptDays: 7, keptJobs: 100 };
const CLEAN_UP_MS = 3_600_000;

/** Does the jobs of the queue, one at a time. */
export interface JobRunner {
  /** Begins to work; jobs of a process that died are found and begun again. */
  start(): void;
  /** A job was added. */
  wake(): void;
  /** A job that this process works at, with its progress of now. */
  findRunning(id: string): store.JobRecord | undefined;
  /** Ends the work at a job, if it is done here; resolves when the best it had found is kept, at the latest after some seconds. */
  cancel(id: string): Promise<void>;
  /** Resolves when something changed about a job that runs here, at the latest after the given time, or with the signal. */
  waitForChange(id: string, options: { readonly milliseconds: number; readonly signal: AbortSignal }): Promise<void>;
  /** Ends the work; a job under way goes back into the queue and is begun anew at the next start. */
  stop(): Promise<void>;
}

/** Creates a runner that does nothing until it is started. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const { db, kinds, runner, tellFault } = options;
  const bell = createChangeBell();
  const stopping = new AbortController();
  let work: JobWork | undefined;
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
        work = createWork(kinds, record);
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
      if (work?.record.id !== id || (work.ending.signal.aborted && !work.keepsBest)) return undefined;
      return { ...work.record, progress: work.progress, interim: work.interim };
    },
    async cancel(id) {
      if (work?.record.id !== id) return;
      work.ending.abort('cancelled');
      if (work.keepsBest) await hearLastWords(bell, id, () => work?.record.id === id && !stopping.signal.aborted);
    },
    waitForChange: (id, how) => bell.wait(id, how),
    async stop() {
      stopping.abort();
      work?.ending.abort('stopped');
      await done;
    },
  };
}

/** Waits while a job that was cancelled writes down the best it has found. */
async function hearLastWords(bell: ChangeBell, id: string, isWriting: () => boolean): Promise<void> {
  const until = performance.now() + LAST_WORDS_MS;
  const { signal } = new AbortController();
  while (isWriting() && performance.now() < until) await bell.wait(id, { milliseconds: BELL_MS, signal });
}

async function removeOld({ db, files }: JobRunnerOptions): Promise<void> {
  await db.write(async (trx) => {
    for (const file of await store.removeOldJobs(trx, KEPT)) await files.remove(trx, file);
  }, 'job');
}
