import { randomUUID } from 'node:crypto';
import { DomainError, NotFoundError } from '#core/errors.ts';
import type { Database } from '../db/database.ts';
import type { JobKinds, StoredRequest } from './job-kind.ts';
import type { JobFiles, JobRunner } from './job-runner.ts';
import * as store from './job-store.ts';

/** More jobs than this waiting in one county are a mistake of a program. */
const MOST_WAITING = 20;
/** A job that runs in another process is looked at this often by those who watch it. */
const WATCH_MS = 1000;

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
  /** Cancels a job; one that has ended stays as it is. */
  cancelJob(id: string): Promise<store.JobRecord>;
  /** The job as it is, then at each change until it has ended. */
  watchJob(id: string, signal: AbortSignal): AsyncIterable<store.JobRecord>;
  /**
   * The file of a job that is done.
   *
   * @throws {DomainError} `unknown_job`, `job_not_done`
   */
  getResult(id: string): Promise<{ readonly result: store.JobResult; readonly gzipped: Uint8Array }>;
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
  return {
    getJob,
    async createJob(request) {
      await kinds[request.kind].check(request);
      const countyCode = request.area.slice(0, 6);
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
      runner.cancel(id);
      return getJob(id);
    },
    async *watchJob(id, signal) {
      let told = '';
      while (!signal.aborted) {
        const job = await getJob(id);
        const now = `${job.state} ${job.progress}`;
        if (now !== told) yield job;
        told = now;
        if (hasEnded(job)) return;
        await runner.waitForChange(id, { milliseconds: WATCH_MS, signal });
      }
    },
    async getResult(id) {
      const job = await getJob(id);
      const { result, countyCode } = job;
      if (result === null) throw new DomainError('job_not_done', `Job ${id} is ${job.state}`, { id });
      const gzipped = await db.read((trx) => files.find(trx, { countyCode, sha256: result.sha256 }), 'job');
      if (gzipped === undefined) throw new NotFoundError('unknown_job', `Job ${id} has no file`, { id });
      return { result, gzipped };
    },
  };
}

/** Whether nothing will change about a job any more. */
export const hasEnded = ({ state }: store.JobRecord): boolean => state !== 'waiting' && state !== 'running';
