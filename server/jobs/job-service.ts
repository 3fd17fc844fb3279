import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { JobRequest } from '#core/api/jobs.ts';
import { DomainError, InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { Language } from '#core/texts/language.ts';
import type { Database } from '../db/database.ts';
import { countyOfRequest, getJobKind, type JobKinds, type StoredRequest } from './job-kind.ts';
import type { JobRunner } from './job-runner.ts';
import * as store from './job-store.ts';
import type { JobFiles } from './job-work.ts';

/** More jobs than this waiting in one county are a mistake of a program. */
const MOST_WAITING = 20;
/** A job that runs in another process is looked at this often by those who watch it. */
const WATCH_MS = 1000;

/** A file that a job made. */
export interface StoredResult {
  readonly result: store.JobResult;
  readonly gzipped: Uint8Array;
}

/** A file that is kept as it is: its bytes piece by piece. */
export interface PlainResult {
  readonly result: store.JobResult & { readonly byteCount: number };
  chunks(): AsyncIterable<Uint8Array>;
}

/** Long work that a person waits for. */
export interface JobService {
  /**
   * Queues a job.
   *
   * @throws {DomainError} what the kind of work has against it, or `too_many_jobs`
   */
  createJob(request: StoredRequest): Promise<store.JobRecord>;
  /** @throws {NotFoundError} `unknown_job` */
  getJob(id: string): Promise<store.JobRecord>;
  /** Cancels a job; one that has ended stays as it is. Work that keeps the best it has found has done so when this resolves. */
  cancelJob(id: string): Promise<store.JobRecord>;
  /** The job as it is, then at each change until it has ended. */
  watchJob(id: string, signal: AbortSignal): AsyncIterable<store.JobRecord>;
  /**
   * The file of a job that is done.
   *
   * @throws {DomainError} `unknown_job`, `job_not_done`
   */
  getResult(id: string): Promise<StoredResult>;
  /**
   * The same for a file that is kept as it is; undefined for one that is kept compressed.
   *
   * @throws {DomainError} `unknown_job`, `job_not_done`
   */
  findPlain(id: string): Promise<PlainResult | undefined>;
  /**
   * The same as CSV, for kinds that offer it.
   *
   * @throws {DomainError} `unknown_job`, `job_not_done`, `job_without_csv`
   */
  getCsv(id: string, language: Language): Promise<StoredResult>;
}

/** What the service is made over. */
export interface JobServiceOptions {
  readonly db: Database;
  readonly kinds: JobKinds;
  readonly files: JobFiles;
  readonly runner: JobRunner;
  readonly account: string;
}

/** Creates the service. */
export function createJobService({ db, kinds, files, runner, account }: JobServiceOptions): JobService {
  const getJob = async (id: string): Promise<store.JobRecord> => {
    const job = runner.findRunning(id) ?? (await db.read((trx) => store.findJob(trx, id)));
    if (job !== undefined) return job;
    throw new NotFoundError('unknown_job', `No job ${id}`, { id });
  };
  const getDone = async (id: string): Promise<{ readonly result: store.JobResult; readonly countyCode: string }> => {
    const { result, countyCode, state } = await getJob(id);
    if (result === null) throw new DomainError('job_not_done', `Job ${id} is ${state}`, { id });
    return { result, countyCode };
  };
  const getResult: JobService['getResult'] = async (id) => {
    const { result, countyCode } = await getDone(id);
    const gzipped = await db.read((trx) => files.find(trx, { countyCode, sha256: result.sha256 }), 'job');
    if (gzipped === undefined) throw new NotFoundError('unknown_job', `Job ${id} has no file`, { id });
    return { result, gzipped };
  };
  return {
    getJob,
    async createJob(request) {
      await getJobKind(kinds, request.kind).check(request);
      const countyCode = countyOfRequest(request);
      const id = `${countyCode}-${randomUUID().replaceAll('-', '')}`;
      const job = await db.write(async (trx) => {
        if ((await store.countWaiting(trx, countyCode)) >= MOST_WAITING) {
          throw new DomainError('too_many_jobs', `${MOST_WAITING} jobs wait already`, { most: MOST_WAITING });
        }
        return store.insertJob(trx, { countyCode, id, kind: request.kind, input: request, account });
      });
      runner.wake();
      return job;
    },
    async cancelJob(id) {
      await getJob(id);
      await db.write((trx) => store.cancelJob(trx, id));
      await runner.cancel(id);
      return getJob(id);
    },
    async *watchJob(id, signal) {
      let told = '';
      let toldInterim: store.JobRecord['interim'] = null;
      while (!signal.aborted) {
        const job = await getJob(id);
        const now = `${job.state} ${job.progress}`;
        const interim = job.interim ?? null;
        if (now !== told || interim !== toldInterim) yield job;
        told = now;
        toldInterim = interim;
        if (hasEnded(job)) return;
        await runner.waitForChange(id, { milliseconds: WATCH_MS, signal });
      }
    },
    getResult,
    async findPlain(id) {
      const { result, countyCode } = await getDone(id);
      const { sha256, byteCount } = result;
      if (byteCount === undefined) return undefined;
      const find = (number: number): Promise<Uint8Array | undefined> =>
        db.read((trx) => files.findChunk(trx, { countyCode, sha256, number }), 'job');
      if ((await find(0)) === undefined) throw new NotFoundError('unknown_job', `Job ${id} has no file`, { id });
      return { result: { ...result, byteCount }, chunks: () => readChunks(find) };
    },
    async getCsv(id, language) {
      const { result, gzipped } = await getResult(id);
      const { kind } = await getJob(id);
      const { toCsv } = getJobKind(kinds, kind as JobRequest['kind']) ?? {};
      if (toCsv === undefined) throw new InvalidInputError('job_without_csv', `Job ${id} is ${kind}`, { id });
      const { fileName, csv } = toCsv(gunzipSync(gzipped).toString('utf8'), language);
      const mediaType = 'text/csv; charset=utf-8';
      return { result: { ...result, fileName, mediaType }, gzipped: gzipSync(csv) };
    },
  };
}

/** Pieces of a file one after the other, each read when the one before has been taken. */
async function* readChunks(find: (number: number) => Promise<Uint8Array | undefined>): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const chunk = await find(number);
    if (chunk === undefined) return;
    yield chunk;
  }
}

/** Whether nothing will change about a job any more. */
export const hasEnded = ({ state }: store.JobRecord): boolean => state !== 'waiting' && state !== 'running';
