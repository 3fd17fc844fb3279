import type { ChoiceResult } from '#core/api/choices.ts';
import { type JobRequest, jobRequestSchema } from '#core/api/jobs.ts';
import { DomainError } from '#core/errors.ts';
import type { Database, Transaction } from '../db/database.ts';
import { getJobKind, type JobFile, type JobKinds, type Spool, type StoredRequest } from './job-kind.ts';
import * as store from './job-store.ts';

/** Progress is told at most four times a second … */
const TELL_MS = 250;
/** … the best answer so far twice a second … */
const INTERIM_MS = 500;
/** … and stored once a second, which also says that this process lives. */
const BEAT_MS = 1000;

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
  /** The same of bytes that come one after the other; known bytes are kept once. */
  readonly keepSpool: (
    trx: Transaction,
    file: { readonly countyCode: string; readonly mediaType: string; readonly spool: Spool },
  ) => Promise<void>;
  /** A piece of a file from 0; undefined after the last. */
  readonly findChunk: (
    trx: Transaction,
    chunk: { readonly countyCode: string; readonly sha256: string; readonly number: number },
  ) => Promise<Uint8Array | undefined>;
  readonly remove: (trx: Transaction, file: { readonly countyCode: string; readonly sha256: string }) => Promise<void>;
}

/** What a runner, and its work, is made over. */
export interface JobRunnerOptions {
  readonly db: Database;
  readonly kinds: JobKinds;
  readonly files: JobFiles;
  /** Tells this process from others. */
  readonly runner: string;
  /** Hears of failures that are no answer to anybody. */
  readonly tellFault: (error: unknown) => void;
}

/** A job under way. */
export interface JobWork {
  readonly record: store.JobRecord;
  readonly ending: AbortController;
  /** Cancelled, it still writes down the best it has found. */
  readonly keepsBest: boolean;
  progress: number;
  interim: ChoiceResult | null;
}

/** Work at a job that was claimed just now. */
export const createWork = (kinds: JobKinds, record: store.JobRecord): JobWork => ({
  record,
  ending: new AbortController(),
  keepsBest: getJobKind(kinds, record.kind as JobRequest['kind'])?.keepsBest ?? false,
  progress: 0,
  interim: null,
});

/** One job from its beginning to its end. What it throws is a fault of the database. */
export async function doWork(options: JobRunnerOptions, work: JobWork, ring: () => void): Promise<void> {
  const { db, kinds, runner } = options;
  const { record, ending } = work;
  const { signal } = ending;
  const own = { id: record.id, runner };
  let toldAt = 0;
  let toldInterimAt = Number.NEGATIVE_INFINITY;
  const tellInterim = (answer: ChoiceResult): void => {
    if (performance.now() - toldInterimAt < INTERIM_MS) return;
    toldInterimAt = performance.now();
    work.interim = answer;
    ring();
  };
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
    const file = await getJobKind(kinds, request.kind).run(request, { signal, tellProgress, tellInterim });
    try {
      if (signal.reason !== 'cancelled' || !work.keepsBest) signal.throwIfAborted();
      await db.write((trx) => keepResult(options, trx, { own, record, file, isBest: work.keepsBest }), 'job');
    } finally {
      if ('spool' in file) await file.spool.remove();
    }
  } catch (error) {
    if (signal.reason === 'stopped') await db.write((trx) => store.releaseJob(trx, own));
    else if (!signal.aborted) await fail(options, own, error);
  } finally {
    clearInterval(beat);
  }
}

/**
 * The file and the state of the job in one transaction; nothing when the job is not this runner's any more: another job may hold the same file. One
 * that was cancelled stays so, with the best that was found.
 */
async function keepResult(
  { files }: JobRunnerOptions,
  trx: Transaction,
  done: {
    readonly own: { readonly id: string; readonly runner: string };
    readonly record: store.JobRecord;
    readonly file: JobFile;
    readonly isBest: boolean;
  },
): Promise<void> {
  const { countyCode } = done.record;
  // holds the job's row until both are stored
  const isOurs = await store.beatJob(trx, { ...done.own, progress: 1 });
  if (!isOurs && !(done.isBest && (await store.isCancelled(trx, done.own)))) return;
  const result = await keepFile(files, trx, { countyCode, file: done.file });
  if (isOurs) await store.endJob(trx, done.own, { result });
  else await store.keepCancelled(trx, done.own, result);
}

async function keepFile(
  files: JobFiles,
  trx: Transaction,
  { countyCode, file }: { readonly countyCode: string; readonly file: JobFile },
): Promise<store.JobResult> {
  const { fileName, mediaType } = file;
  if ('gzipped' in file) {
    const sha256 = await files.keep(trx, { countyCode, mediaType: 'application/gzip', bytes: file.gzipped });
    return { sha256, fileName, mediaType };
  }
  const { spool, report } = file;
  await files.keepSpool(trx, { countyCode, mediaType, spool });
  return { sha256: spool.sha256, fileName, mediaType, byteCount: spool.byteCount, report };
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
